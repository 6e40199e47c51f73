import type { ConfidentAnswer } from './confident-answers.ts';

/** Brier score (1950) of the confidence in the picked answer: the mean of (c - y)². Null for no answers. */
export function brierBinary(answers: readonly ConfidentAnswer[]): number | null {
  if (answers.length === 0) return null;
  const sum = answers.reduce(
    (total, { confidence, right }) => total + (confidence - (right ? 1 : 0)) ** 2,
    0,
  );
  return sum / answers.length;
}

/** Probabilities of all choices of one question, and which of them is right. */
export interface ChoiceForecast {
  readonly probabilities: readonly number[];
  readonly right: number;
}

/** Brier score over all choices: the mean of the sum over k of (p_k - y_k)², from 0 to 2 (as lm-evaluation-harness). */
export function brierMultiClass(forecasts: readonly ChoiceForecast[]): number | null {
  if (forecasts.length === 0) return null;
  const sum = forecasts.reduce(
    (total, { probabilities, right }) =>
      total + probabilities.reduce((part, p, index) => part + (p - (index === right ? 1 : 0)) ** 2, 0),
    0,
  );
  return sum / forecasts.length;
}
