import type { Interval } from './interval.ts';
import { meanOf, sortedNumbers } from './mean.ts';
import { tQuantile } from './student-t.ts';

export interface ClusterMean {
  readonly mean: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly clusters: number;
}

/**
 * Mean of values that come in groups (samples of one patient, repeats of one sample), with a standard error that
 * does not take group members for independent:
 *   se = sqrt( sum_c ( sum_{i in c} (s_i - mean) )² · C/(C-1) ) / n,  t with C-1 degrees of freedom
 * (the cluster-robust error of an intercept-only regression, as inspect_ai computes it).
 * Needs at least two clusters.
 */
export function clusterMean(clusters: readonly (readonly number[])[], level: number): ClusterMean {
  // Sorted sums: the same bytes whatever order samples and clusters came in.
  const sorted = clusters.map(sortedNumbers);
  const all = sortedNumbers(sorted.flat());
  const mean = meanOf(all);
  const squares = sortedNumbers(
    sorted.map((cluster) => cluster.reduce((sum, value) => sum + (value - mean), 0) ** 2),
  );
  const count = clusters.length;
  const standardError =
    Math.sqrt((squares.reduce((sum, square) => sum + square, 0) * count) / (count - 1)) / all.length;
  const half = tQuantile((1 + level) / 2, count - 1) * standardError;
  return { mean, standardError, interval: { low: mean - half, high: mean + half }, clusters: count };
}
