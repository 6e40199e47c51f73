import type { Estimate, MeasureSpec, Score } from '../contracts.ts';
import { estimateMean } from '../metrics/estimate.ts';
import { majorityRight, passAtK, passHatK } from '../stats/repeats.ts';
import { type ComparedScores, bySample, columnOfMetric } from './pair-scores.ts';

/** What several answers to each sample say of a right/wrong measure. */
export interface RepeatSummary {
  readonly k: number;
  /** At least one of k answers is right. */
  readonly passAtK: Estimate;
  /** All of k answers are right: what a user meets who asks k times. */
  readonly passHatK: Estimate;
  /** The vote of all scored answers is right; a tied vote counts one half. */
  readonly majority: Estimate;
}

const NONE: Score = { state: 'unscored', reason: 'not-applicable' };

/** Null for one answer per sample, and for measures that are not right/wrong. */
export function repeatSummary(
  run: ComparedScores,
  metric: string,
  measure: MeasureSpec,
  options: { readonly level: number; readonly seed: number },
): RepeatSummary | null {
  const column = columnOfMetric(run, metric);
  const k = run.items.reduce((most, item) => Math.max(most, item.repeat + 1), 0);
  if (column === null || measure.kind !== 'binary' || k < 2) return null;
  const samples = [...bySample(column).values()];
  const clusters = samples.map(({ sample }) => sample.cluster ?? sample.id);
  const right = measure.better === 'higher' ? 1 : 0;
  const estimate = (f: (n: number, c: number) => number | null): Estimate => {
    const scores = samples.map(({ values }): Score => {
      const value = f(values.length, values.filter((one) => one === right).length);
      return value === null ? NONE : { state: 'scored', value };
    });
    return estimateMean(scores, clusters, { kind: 'fraction' }, options);
  };
  return {
    k,
    passAtK: estimate((n, c) => passAtK(n, c, k)),
    passHatK: estimate((n, c) => passHatK(n, c, k)),
    majority: estimate(majorityRight),
  };
}
