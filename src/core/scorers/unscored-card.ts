import type { MeasureSpec, Score, ScoreCard, UnscoredReason } from '../contracts.ts';

export function unscored(reason: UnscoredReason): Score {
  return { state: 'unscored', reason };
}

export function scored(value: number): Score {
  return { state: 'scored', value };
}

/** Every measure unscored for one reason. */
export function unscoredCard(measures: readonly MeasureSpec[], reason: UnscoredReason): ScoreCard {
  return { scores: Object.fromEntries(measures.map((measure) => [measure.id, unscored(reason)])) };
}
