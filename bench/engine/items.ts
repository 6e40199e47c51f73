/** Prompts of known shape for the benchmarks, from the bundled packs. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Message, Pack } from '../../src/core/packs/pack.ts';
import { promptById } from '../../src/core/prompts/registry.ts';

export interface BenchItem {
  readonly messages: readonly Message[];
  readonly choices: readonly string[];
}

const PackSchema = v.object({
  samples: v.array(
    v.object({
      input: v.looseObject({
        messages: v.optional(
          v.array(v.object({ role: v.picklist(['user', 'system', 'assistant']), content: v.string() })),
        ),
        turns: v.optional(v.array(v.looseObject({ speaker: v.string(), text: v.string() }))),
      }),
      choices: v.optional(v.array(v.object({ id: v.string(), text: v.string() }))),
      answer: v.optional(v.string()),
    }),
  ),
});

const read = (id: string) =>
  v.parse(PackSchema, JSON.parse(readFileSync(`public/packs/${id}.json`, 'utf8'))).samples;

const questions = () =>
  read('clinical-qa-demo').flatMap(({ input, choices = [], answer }) => {
    const text = input.messages?.map(({ content }) => content).join('\n') ?? '';
    return choices.length === 4 && text !== ''
      ? [
          {
            text,
            choices: choices.map((choice) => choice.text),
            answer: choices.find(({ id }) => id === answer)?.text ?? '',
          },
        ]
      : [];
  });

/** A vignette before each question, so that the prompt has about 300 tokens: part of a visit of another pack. */
export function stemItems(): readonly BenchItem[] {
  const visits = read('soap-notes-handwritten').map(({ input }) =>
    (input.turns ?? [])
      .map(({ speaker, text }) => `${speaker}: ${text}`)
      .join('\n')
      .slice(0, 640),
  );
  return questions()
    .slice(0, 24)
    .map(({ text, choices }, index) => ({
      messages: [{ role: 'user', content: `${visits[index % visits.length] ?? ''}\n\n${text}` }],
      choices,
    }));
}

/** Visits of which the model writes a whole note: prompts of some hundred tokens, each another. */
export function visitPrompts(): readonly (readonly Message[])[] {
  const pack = JSON.parse(readFileSync('public/packs/soap-notes-demo.json', 'utf8')) as Pack;
  return pack.samples.slice(0, 24).map((sample) => promptById(pack.promptId).render(sample));
}

/** Four answered examples before each question: the header that a run of few-shot questions shares. */
export function fewShotItems(): readonly BenchItem[] {
  const [examples, asked] = [questions().slice(0, 4), questions().slice(4, 28)];
  const header = examples.flatMap(({ text, answer }): Message[] => [
    { role: 'user', content: text },
    { role: 'assistant', content: answer },
  ]);
  return asked.map(({ text, choices }) => ({
    messages: [...header, { role: 'user', content: text }],
    choices,
  }));
}
