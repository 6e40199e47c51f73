import * as v from 'valibot';
import type { PromptTemplate, Solver } from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { Message, Sample } from '../packs/pack.ts';
import { transcriptText } from '../prompts/transcript.ts';
import { seededRng } from '../stats/seeded-rng.ts';
import { bm25Scores } from './bm25.ts';
import { continuationOf } from './rank-choices.ts';
import { shuffledOrder } from './shuffled.ts';
import { settingsOf, wholeNumber } from './solver-settings.ts';

const Settings = v.strictObject({
  shots: v.optional(wholeNumber(1, 64), 3),
  /** Samples kept back as examples, in the same way for every run with this seed. */
  heldOut: v.optional(wholeNumber(1, 10_000), 10),
  splitSeed: v.optional(wholeNumber(0, 2_147_483_647), 1),
});

/** Positions kept back, in the order in which they are shown when nothing chooses among them. */
function heldOutOrder(samples: number, heldOut: number, splitSeed: number): readonly number[] {
  if (heldOut >= samples) {
    throw new AppError('input/option', `heldOut: ${heldOut} of ${samples} samples leave nothing to ask`, {
      samples,
    });
  }
  return shuffledOrder(samples, seededRng(splitSeed)).slice(0, heldOut);
}

function answerOf(prompt: PromptTemplate, sample: Sample): string | undefined {
  const choice = sample.choices?.find(({ id }) => id === sample.answer);
  return choice === undefined ? (sample.answer ?? sample.target?.[0]) : continuationOf(prompt, choice);
}

const questionOf = (sample: Sample): string => transcriptText(sample.input);

/** Another patient's, another question's, and with an answer to show. */
function usable(example: Sample, sample: Sample, prompt: PromptTemplate): boolean {
  const samePatient = example.cluster !== undefined && example.cluster === sample.cluster;
  return (
    example.id !== sample.id &&
    !samePatient &&
    questionOf(example) !== questionOf(sample) &&
    answerOf(prompt, example) !== undefined
  );
}

/** The most similar stands last, next to the question. */
function nearest(sample: Sample, examples: readonly Sample[], shots: number): readonly Sample[] {
  const scores = bm25Scores(questionOf(sample), examples.map(questionOf));
  return examples
    .map((example, index) => ({ example, score: scores[index] ?? 0 }))
    .sort((a, b) => b.score - a.score)
    .slice(0, shots)
    .reverse()
    .map(({ example }) => example);
}

/** The prompt with answered examples in front, as turns of one conversation. System messages come once, first. */
function withExamples(prompt: PromptTemplate, examples: readonly Sample[]): PromptTemplate {
  return {
    ...prompt,
    render: (sample) => {
      const own = prompt.render(sample);
      const shown = examples.flatMap((example): Message[] => [
        ...prompt.render(example).filter(({ role }) => role !== 'system'),
        { role: 'assistant', content: answerOf(prompt, example) ?? '' },
      ]);
      const system = own.filter(({ role }) => role === 'system');
      return [...system, ...shown, ...own.filter(({ role }) => role !== 'system')];
    },
  };
}

/**
 * Another solver behind answered examples. They come from a seeded part of the pack that is kept back: those samples are
 * never asked, and their records say so. `pick`: the same examples for all, or the nearest by BM25.
 */
export function fewShot(base: Solver, pick: 'fixed' | 'nearest'): Solver {
  const id = `${pick === 'fixed' ? 'few-shot' : 'nearest-shot'}-${base.id}`;
  const shownAs = pick === 'fixed' ? 'after examples' : 'after the most similar examples';
  return {
    id,
    version: base.version,
    title: `${base.title}, ${shownAs}`,
    needs: base.needs,
    settings: { shots: 3, heldOut: 10, splitSeed: 1 },
    checkSettings: (given) => settingsOf(id, Settings, given),
    heldOut: (samples, given) => {
      const { heldOut, splitSeed } = settingsOf(id, Settings, given);
      return new Set(heldOutOrder(samples, heldOut, splitSeed));
    },
    solve: async (sample, context) => {
      const { shots, heldOut, splitSeed } = settingsOf(id, Settings, context.settings ?? {});
      const pool = context.pool ?? [];
      const examples = heldOutOrder(pool.length, heldOut, splitSeed)
        .flatMap((index) => pool[index] ?? [])
        .filter((example) => usable(example, sample, context.prompt));
      const shown = pick === 'fixed' ? examples.slice(0, shots) : nearest(sample, examples, shots);
      if (shown.length < shots) {
        throw new AppError('input/option', `only ${shown.length} held-out samples can be shown`, {
          sample: sample.id,
        });
      }
      const { settings: _, ...rest } = context;
      return base.solve(sample, { ...rest, prompt: withExamples(context.prompt, shown) });
    },
  };
}
