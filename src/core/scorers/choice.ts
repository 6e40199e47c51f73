import type { ChoiceScore, MeasureSpec, Score, ScoreCard, Scorer } from '../contracts.ts';
import type { Choice, Sample } from '../packs/pack.ts';
import { extractChoice } from '../extract/choice-letter.ts';
import { binaryMeasure as binary } from './binary-measure.ts';
import { choiceProbabilities } from '../calibration/choice-probabilities.ts';
import { normaliseExact } from './exact.ts';
import { scored, unscored, unscoredCard } from './unscored-card.ts';

const MEASURES: readonly MeasureSpec[] = [
  binary('accuracy', 'Accuracy', true),
  binary('accuracy-strict', 'Accuracy, bare answer only', false),
  binary('extracted', 'Answer could be read', false),
  binary('accuracy-per-char', 'Accuracy, log-likelihood per character', false),
  binary('accuracy-per-byte', 'Accuracy, log-likelihood per byte', false),
  binary('accuracy-per-token', 'Accuracy, log-likelihood per token', false),
  binary('accuracy-unconditional', 'Accuracy, against the likelihood without the question', false),
];

/** Ranking divides the summed log-likelihood by one of these (lm-evaluation-harness: acc, acc_norm, acc_bytes). */
const NORMALISATIONS: Readonly<Record<string, (score: ChoiceScore) => number>> = {
  accuracy: () => 1,
  'accuracy-per-char': ({ chars }) => chars,
  'accuracy-per-byte': ({ bytes }) => bytes,
  'accuracy-per-token': ({ tokens }) => tokens,
};

/** What the question adds to each choice; null when the second pass was not made. */
function informationOf(scores: readonly ChoiceScore[]): readonly ChoiceScore[] | null {
  const gains = scores.map(({ logLikelihood, unconditional }) =>
    unconditional === undefined ? null : logLikelihood - unconditional,
  );
  return gains.includes(null)
    ? null
    : scores.map((score, index) => ({ ...score, logLikelihood: gains[index] ?? 0 }));
}

/** `answer` is a choice's id; a pack made from a table may hold the choice's text instead. */
function correctId(sample: Sample, choices: readonly Choice[]): string | undefined {
  const { answer } = sample;
  if (answer === undefined) return undefined;
  const byId = choices.find(({ id }) => id === answer);
  return (byId ?? choices.find(({ text }) => normaliseExact(text) === normaliseExact(answer)))?.id;
}

/** The ids with the highest value; several when they tie exactly, none when a value is not a number. */
function topIds(scores: readonly ChoiceScore[], divide: (score: ChoiceScore) => number): readonly string[] {
  const values = scores.map((score) => score.logLikelihood / divide(score));
  if (values.length === 0 || values.some((value) => Number.isNaN(value))) return [];
  const highest = Math.max(...values);
  return scores.filter((_, index) => values[index] === highest).map(({ id }) => id);
}

function ranked(top: readonly string[], correct: string): Score {
  if (top.length === 0) return unscored('extraction-failed');
  if (!top.includes(correct)) return scored(0);
  // Which of equals a sort puts first is no answer of the model's.
  return top.length === 1 ? scored(1) : unscored('ambiguous-answer');
}

function scoreRanked(choiceScores: readonly ChoiceScore[], correct: string): ScoreCard {
  const scores: Record<string, Score> = {
    'accuracy-strict': unscored('not-applicable'),
    extracted: unscored('not-applicable'),
  };
  for (const [id, divide] of Object.entries(NORMALISATIONS))
    scores[id] = ranked(topIds(choiceScores, divide), correct);
  const information = informationOf(choiceScores);
  scores['accuracy-unconditional'] =
    information === null
      ? unscored('not-applicable')
      : ranked(
          topIds(information, () => 1),
          correct,
        );
  const top = topIds(choiceScores, () => 1);
  return {
    scores,
    evidence: {
      kind: 'choice',
      picked: top.length === 1 ? (top[0] ?? null) : null,
      correct,
      method: 'log-likelihood',
      ...(top.length === 0 ? {} : { probabilities: choiceProbabilities(choiceScores) }),
    },
  };
}

function scoreWritten(text: string, choices: readonly Choice[], correct: string): ScoreCard {
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
      'accuracy-per-char': unscored('not-applicable'),
      'accuracy-per-byte': unscored('not-applicable'),
      'accuracy-per-token': unscored('not-applicable'),
      'accuracy-unconditional': unscored('not-applicable'),
    },
    evidence: { kind: 'choice', picked, correct, method: 'generated', strict },
  };
}

export const choice: Scorer = {
  id: 'choice',
  version: '2',
  title: 'Multiple choice',
  description:
    'Whether the right choice was picked: the highest summed log-likelihood when choices were ranked (lm-evaluation-harness, acc), else the choice read from the written answer.',
  measures: MEASURES,
  score(sample, output) {
    if (output.unscored !== undefined) return unscoredCard(MEASURES, output.unscored);
    const { choices } = sample;
    if (choices === undefined || choices.length === 0) return unscoredCard(MEASURES, 'no-choices');
    const correct = correctId(sample, choices);
    if (correct === undefined) return unscoredCard(MEASURES, 'no-answer');
    if (output.choiceScores !== undefined) return scoreRanked(output.choiceScores, correct);
    if (output.text === null) return unscoredCard(MEASURES, 'missing-output');
    return scoreWritten(output.text, choices, correct);
  },
};
