import {
  NORMALISATIONS,
  type ChoiceScore,
  type MeasureSpec,
  type Normalisation,
  type Score,
  type ScoreCard,
  type Scorer,
} from '../contracts.ts';
import type { Choice, Sample } from '../packs/pack.ts';
import { extractChoice } from '../extract/choice-letter.ts';
import { binaryMeasure as binary } from './binary-measure.ts';
import { choiceProbabilities } from '../calibration/choice-probabilities.ts';
import { firstIds } from '../solvers/ranked-choices.ts';
import { normaliseExact } from './exact.ts';
import { scored, unscored, unscoredCard } from './unscored-card.ts';

const MEASURES: readonly MeasureSpec[] = [
  binary('accuracy', 'Accuracy', true),
  binary('accuracy-strict', 'Accuracy, bare answer only', false),
  binary('extracted', 'Answer could be read', false),
  binary('accuracy-sum', 'Accuracy, log-likelihood summed', false),
  binary('accuracy-per-char', 'Accuracy, log-likelihood per character', false),
  binary('accuracy-per-byte', 'Accuracy, log-likelihood per byte', false),
  binary('accuracy-per-token', 'Accuracy, log-likelihood per token', false),
  binary('accuracy-unconditional', 'Accuracy, against the likelihood without the question', false),
];

/** `answer` is a choice's id; a pack made from a table may hold the choice's text instead. */
function correctId(sample: Sample, choices: readonly Choice[]): string | undefined {
  const { answer } = sample;
  if (answer === undefined) return undefined;
  const byId = choices.find(({ id }) => id === answer);
  return (byId ?? choices.find(({ text }) => normaliseExact(text) === normaliseExact(answer)))?.id;
}

function ranked(top: readonly string[], correct: string): Score {
  if (top.length === 0) return unscored('extraction-failed');
  if (!top.includes(correct)) return scored(0);
  // Which of equals a sort puts first is no answer of the model's.
  return top.length === 1 ? scored(1) : unscored('ambiguous-answer');
}

/** What the model said of how sure it is, where it was asked. */
interface Confidence {
  readonly stated?: number | null;
}

function scoreRanked(
  choiceScores: readonly ChoiceScore[],
  by: Normalisation,
  correct: string,
  confidence: Confidence,
): ScoreCard {
  const scores: Record<string, Score> = {
    'accuracy-strict': unscored('not-applicable'),
    extracted: unscored('not-applicable'),
  };
  for (const each of NORMALISATIONS) {
    const first = firstIds(choiceScores, each);
    const secondPass =
      each !== 'unconditional' || choiceScores.every((one) => one.unconditional !== undefined);
    scores[`accuracy-${each}`] = secondPass ? ranked(first, correct) : unscored('not-applicable');
  }
  const top = firstIds(choiceScores, by);
  return {
    scores: { ...scores, accuracy: ranked(top, correct) },
    evidence: {
      kind: 'choice',
      picked: top.length === 1 ? (top[0] ?? null) : null,
      correct,
      method: 'log-likelihood',
      ...(firstIds(choiceScores, 'sum').length === 0
        ? {}
        : { probabilities: choiceProbabilities(choiceScores) }),
      ...confidence,
    },
  };
}

function scoreWritten(
  text: string,
  choices: readonly Choice[],
  correct: string,
  confidence: Confidence,
): ScoreCard {
  const { strict, flexible } = extractChoice(text, choices);
  const picked = flexible.kind === 'picked' ? flexible.id : null;
  const given = (id: string | null, missing: Score): Score =>
    id === null ? missing : scored(id === correct ? 1 : 0);
  const missing = unscored(flexible.kind === 'unscored' ? flexible.reason : 'extraction-failed');
  return {
    scores: {
      accuracy: given(picked, missing),
      'accuracy-strict': given(strict, unscored('extraction-failed')),
      extracted: scored(picked === null ? 0 : 1),
      ...Object.fromEntries(
        NORMALISATIONS.map((each) => [`accuracy-${each}`, unscored('not-applicable')] as const),
      ),
    },
    evidence: { kind: 'choice', picked, correct, method: 'generated', strict, ...confidence },
  };
}

export const choice: Scorer = {
  id: 'choice',
  version: '2',
  title: 'Multiple choice',
  description:
    'Whether the right choice was picked: by the log-likelihood that the run was set to rank by (summed where nothing else was said: lm-evaluation-harness, acc), else the choice read from the written answer.',
  measures: MEASURES,
  extractors: ['letter', 'boxed', 'answer-is', 'json'],
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    const { choices } = sample;
    if (choices === undefined || choices.length === 0) return unscoredCard(MEASURES, 'no-choices');
    const correct = correctId(sample, choices);
    if (correct === undefined) return unscoredCard(MEASURES, 'no-answer');
    const confidence: Confidence = output.confidence === undefined ? {} : { stated: output.confidence };
    if (output.choiceScores !== undefined)
      return scoreRanked(output.choiceScores, output.rankedBy ?? 'sum', correct, confidence);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    return scoreWritten(output.text, choices, correct, confidence);
  },
};
