import type { PromptTemplate, Solver, SolverContext } from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { Message, Sample } from '../packs/pack.ts';
import { transcriptText } from '../prompts/transcript.ts';
import { seededRng } from '../stats/seeded-rng.ts';
import { bm25Scores } from './bm25.ts';
import { continuationOf } from './rank-choices.ts';
import { shuffledOrder } from './shuffled.ts';
import { callsOf, contextOf, wrapping } from './composed.ts';
import { oneOfThese, partOf, settingsOf, wholeNumber, words } from './setting-fields.ts';

const FIELDS = {
  shots: wholeNumber({
    label: 'Examples shown',
    hint: 'Answered questions in front of each question.',
    least: 1,
    most: 64,
    initial: 3,
  }),
  heldOut: wholeNumber({
    label: 'Kept back as examples',
    hint: 'Examples come only from these; they are never asked themselves and count as unscored.',
    unit: 'samples',
    least: 1,
    most: 10_000,
    initial: 10,
  }),
  splitSeed: wholeNumber({
    label: 'Seed of the split',
    hint: 'Which samples are kept back; the same seed keeps back the same ones in every run.',
    least: 0,
    most: 2_147_483_647,
    initial: 1,
  }),
};

const NEAREST_FIELDS = {
  ...FIELDS,
  similarity: oneOfThese({
    label: 'Similar by',
    hint: 'The words of the questions, or their meaning by a text encoder, which is chosen below.',
    options: [
      { id: 'words', title: 'words (BM25)' },
      { id: 'embeddings', title: 'meaning (embeddings)' },
    ],
    initial: 'words',
    later: true,
  }),
  encoder: words({
    label: 'Text encoder',
    hint: 'A feature-extraction model of the Models page. Used only for similarity by meaning.',
    pattern: '(?:.{1,300}@[a-z0-9_-]{1,20})?',
    patternWords: 'must be a model of the Models page with its number format, as model@q8',
    initial: '',
    later: true,
    from: 'encoders',
  }),
};

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

/** What examples are compared by: the question alone, so that no answer decides what is shown. */
export const questionOf = (sample: Sample): string => transcriptText(sample.input);

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

/** Undefined: by words. Settings that ask for meaning are never quietly answered by words. */
function likenessFor({ settings = {}, likeness }: SolverContext): SolverContext['likeness'] {
  const { similarity } = settingsOf(NEAREST_FIELDS, partOf(NEAREST_FIELDS, settings));
  if (similarity === 'words') return undefined;
  if (likeness === undefined)
    throw new AppError('input/option', 'examples alike in meaning need a text encoder, and none is loaded', {
      option: 'encoder',
    });
  return likeness;
}

/** The most similar stands last, next to the question. */
function nearest(
  sample: Sample,
  examples: readonly Sample[],
  shots: number,
  likeness: SolverContext['likeness'],
): readonly Sample[] {
  const scores =
    likeness === undefined
      ? bm25Scores(questionOf(sample), examples.map(questionOf))
      : examples.map((example) => likeness(sample, example));
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
  return {
    ...wrapping(base, pick === 'fixed' ? FIELDS : NEAREST_FIELDS),
    id: `${pick === 'fixed' ? 'few-shot' : 'nearest-shot'}-${base.id}`,
    title: `${base.title}, ${pick === 'fixed' ? 'after examples' : 'after the most similar examples'}`,
    description:
      pick === 'fixed'
        ? 'The same answered examples stand before each question. They come from samples that are never asked.'
        : 'The examples most like the question stand before it (by their words, BM25, or by their meaning, with a text encoder). They come from samples that are never asked.',
    group: 'examples',
    calls: callsOf(base),
    heldOut: (samples, given) => {
      const { heldOut, splitSeed } = settingsOf(FIELDS, partOf(FIELDS, given));
      return new Set(heldOutOrder(samples, heldOut, splitSeed));
    },
    ...(pick === 'fixed'
      ? {}
      : {
          encoder: (given) => {
            const { similarity, encoder } = settingsOf(NEAREST_FIELDS, partOf(NEAREST_FIELDS, given));
            return similarity === 'embeddings' ? encoder : null;
          },
        }),
    solve: async (sample, context) => {
      const { shots, heldOut, splitSeed } = settingsOf(FIELDS, partOf(FIELDS, context.settings ?? {}));
      const pool = context.pool ?? [];
      const examples = heldOutOrder(pool.length, heldOut, splitSeed)
        .flatMap((index) => pool[index] ?? [])
        .filter((example) => usable(example, sample, context.prompt));
      const shown =
        pick === 'fixed' ? examples.slice(0, shots) : nearest(sample, examples, shots, likenessFor(context));
      if (shown.length < shots) {
        throw new AppError('input/option', `only ${shown.length} held-out samples can be shown`, {
          sample: sample.id,
        });
      }
      return base.solve(sample, {
        ...contextOf(base, context),
        prompt: withExamples(context.prompt, shown),
      });
    },
  };
}
