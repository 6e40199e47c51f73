import type { Solver } from '../contracts.ts';
import { answerAfterThinking } from '../extract/strip-thinking.ts';
import { CallLog } from './call-log.ts';
import { callsOf, contextOf, wrapping } from './composed.ts';

const ASK =
  'How sure are you that this answer is right? Reply with one whole number from 0 (a guess) to 100 (certain) and nothing else.';
const MOST_TOKENS = 16;

/** One number from 0 to 100, however it is dressed; two of them, or another, are no answer to the question. */
export function confidenceIn(reply: string): number | null {
  const part = answerAfterThinking(reply);
  if (part.kind === 'unclosed') return null;
  // "90 out of 100" and "90/100" give one number, on the scale that was asked for.
  const text = part.text.replace(/(?:\/|\bout of)\s{0,3}100\b/giu, '');
  const numbers = [...new Set(text.match(/(?<![\d.,-])\d{1,3}(?![\d]|[.,]\d)/gu) ?? [])].map(Number);
  const [only] = numbers;
  return only === undefined || numbers.length > 1 || only > 100 || /\d[.,]\d/u.test(text) ? null : only / 100;
}

/**
 * Another solver, then the model's own word on how sure it is (verbalised confidence: Tian et al., 2023,
 * https://arxiv.org/abs/2305.14975). The answer stands before the question, so that asking cannot change it.
 */
export function statedConfidence(base: Solver): Solver {
  return {
    ...wrapping(base),
    id: `confidence-${base.id}`,
    title: `${base.title}, then how sure it is`,
    description:
      'After its answer the model is asked how sure it is, from 0 to 100; Results shows whether that can be believed (Tian et al., 2023).',
    group: 'control',
    calls: (choices, settings) => callsOf(base)(choices, settings) + 1,
    solve: async (sample, context) => {
      const output = await base.solve(sample, contextOf(base, context));
      const log = new CallLog(context.ask);
      const drawn = context.generation.temperature > 0 ? context.generation.seed : null;
      log.add('answer', output, {}, drawn);
      const messages = [
        ...output.messages,
        { role: 'assistant' as const, content: output.text },
        { role: 'user' as const, content: ASK },
      ];
      const settings = { ...context.generation, maxTokens: MOST_TOKENS, temperature: 0, stop: [] };
      const reply = await log.generate('how sure', messages, settings);
      return { ...output, confidence: confidenceIn(reply.text), ...log.summary() };
    },
  };
}
