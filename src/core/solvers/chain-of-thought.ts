import type { GenerateOutcome, Solver, SolverContext, SolverOutput, UnscoredReason } from '../contracts.ts';
import { answerAfterThinking } from '../extract/strip-thinking.ts';
import type { Sample } from '../packs/pack.ts';
import { CallLog } from './call-log.ts';
import { oneOfThese, settingsOf, wholeNumber, words } from './setting-fields.ts';

const FIELDS = {
  thinkingTokens: wholeNumber({
    label: 'Thinking budget',
    hint: 'A budget of its own, so that long thoughts never eat the answer. Thoughts that are cut off are marked.',
    unit: 'tokens',
    least: 16,
    most: 32_768,
    initial: 512,
  }),
  form: oneOfThese({
    label: 'Thoughts and answer',
    hint: 'Two questions suit most models; one reply with tags suits models trained to think in tags.',
    options: [
      { id: 'two-questions', title: 'two questions, thoughts first' },
      { id: 'tags', title: 'one reply, thoughts in tags' },
    ],
    initial: 'two-questions',
    later: true,
  }),
  tag: words({
    label: 'Thinking tag',
    hint: 'The name inside the angle brackets. Used only for one reply with tags.',
    pattern: '[A-Za-z][A-Za-z_-]{0,19}',
    patternWords: 'must be one word of at most 20 letters',
    initial: 'think',
    later: true,
  }),
};

const THINK = 'Before you answer, think it through step by step. Do not give the answer yet.';
const ANSWER = 'Now give your answer alone, in the form that was asked for, without the reasoning.';

function isUnclosed(outcome: GenerateOutcome): boolean {
  return outcome.finish === 'length' || answerAfterThinking(outcome.text).kind === 'unclosed';
}

/**
 * Chain of thought (Wei et al., 2022, https://arxiv.org/abs/2201.11903). The thoughts have a budget of their own and
 * stay apart, so that no reader meets a letter they weighed.
 */
export const chainOfThought: Solver = {
  id: 'chain-of-thought',
  version: '1',
  title: 'Thought first, then the answer',
  description:
    'The model thinks step by step before it answers; only the answer is scored, the thoughts are kept apart (Wei et al., 2022).',
  group: 'reasoning',
  needs: 'generate',
  settings: FIELDS,
  calls: (_, settings) => (settingsOf(FIELDS, settings).form === 'tags' ? 1 : 2),
  solve: (sample, context) => {
    const settings = settingsOf(FIELDS, context.settings);
    return settings.form === 'tags'
      ? inTags(sample, context, settings.thinkingTokens, settings.tag)
      : inTwoQuestions(sample, context, settings.thinkingTokens);
  },
};

async function inTwoQuestions(
  sample: Sample,
  { ask, prompt, generation }: SolverContext,
  thinkingTokens: number,
): Promise<SolverOutput> {
  const log = new CallLog(ask);
  const asked = prompt.render(sample);
  const thought = await log.generate(
    'thoughts',
    [...asked, { role: 'user', content: THINK }],
    // A stop string of the answer must not end the thoughts.
    { ...generation, maxTokens: thinkingTokens, stop: [] },
    (outcome) => (isUnclosed(outcome) ? { unclosed: true } : {}),
  );
  const messages = [
    ...asked,
    { role: 'user' as const, content: THINK },
    { role: 'assistant' as const, content: thought.text },
    { role: 'user' as const, content: ANSWER },
  ];
  const answer = await log.generate('answer', messages, generation);
  return { text: answer.text, finish: answer.finish, prompt: answer.prompt, messages, ...log.summary() };
}

/** Without a closing tag there is no answer: what stands there is thought, however much it looks like a letter. */
async function inTags(
  sample: Sample,
  { ask, prompt, generation }: SolverContext,
  thinkingTokens: number,
  tag: string,
): Promise<SolverOutput> {
  const log = new CallLog(ask);
  const open = `<${tag}>`;
  const close = `</${tag}>`;
  const how = `Think it through step by step between ${open} and ${close}. After ${close} give your answer alone, in the form that was asked for.`;
  const messages = [...prompt.render(sample), { role: 'user' as const, content: how }];
  const settings = { ...generation, maxTokens: thinkingTokens + generation.maxTokens, stop: [] };
  const split = ({ text, finish }: GenerateOutcome): string | null => {
    const end = text.lastIndexOf(close);
    if (end >= 0) return text.slice(end + close.length);
    return text.includes(open) || finish === 'length' ? null : text;
  };
  const reply = await log.generate('thoughts and answer', messages, settings, (outcome) =>
    split(outcome) === null ? { unclosed: true } : {},
  );
  const answer = split(reply);
  const reason: UnscoredReason = reply.finish === 'length' ? 'truncated' : 'extraction-failed';
  return {
    text: answer?.trim() ?? reply.text,
    finish: reply.finish,
    prompt: reply.prompt,
    messages,
    ...(answer === null ? { unscored: reason } : {}),
    ...log.summary(),
  };
}
