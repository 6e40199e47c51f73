import type { MeasureSpec } from '../../contracts.ts';
import { FEW_CLUSTERS } from '../../metrics/estimate.ts';
import { clusterMean } from '../cluster-t.ts';
import { type Interval, clipInterval } from '../interval.ts';
import { meanOf, sortedNumbers } from '../mean.ts';
import { standardDeviation } from '../standard-deviation.ts';
import { tInterval } from '../t-interval.ts';
import { type Pair, differenceOf } from './pair.ts';

/**
 * Below these the interval may be too narrow where differences are skewed: at 10, 20 and 30 log-normal differences it
 * covered the truth in 88 %, 91 % and 91 % of simulated comparisons (docs/statistics-measured.md).
 */
export const FEW_PAIRS = 30;
export const FEW_DIFFERENCES = 10;

export interface PairedOptions {
  /** Confidence level, e.g. 0.95. */
  readonly level: number;
  /** Of the permutation test; intervals need none. */
  readonly seed: number;
}

/** Mean of B - A over shared samples; positive means that B's number is larger. */
export interface PairedDifference {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  readonly method: 'cluster-t' | 't' | 'tango-score' | 'percentile-bootstrap' | 'none';
  /** Shared samples that both runs have a score for. */
  readonly n: number;
  readonly clusters?: number;
  readonly unreliable?: 'few-clusters' | 'few-samples' | 'few-differences';
  readonly meanA: number | null;
  readonly meanB: number | null;
  /** Of the mean difference: cluster-robust where clusters have several samples. Null with fewer than two. */
  readonly standardError: number | null;
  /** Cohen's dz = mean / standard deviation of the differences; null where the differences do not vary. */
  readonly dz: number | null;
}

/**
 * Paired difference with its interval by the default rule: any cluster with more than one sample -> cluster-robust t,
 * else Student's t of the differences (docs/adr/0010-intervals-by-measured-coverage.md). The result does not depend on the order of the pairs, to the last bit.
 */
export function pairedDifference(
  pairs: readonly Pair[],
  measure: Pick<MeasureSpec, 'kind'>,
  options: PairedOptions,
): PairedDifference {
  const { level } = options;
  const differences = sortedNumbers(pairs.map(differenceOf));
  const n = differences.length;
  const none = { low: null, high: null, level, method: 'none', n } as const;
  if (n === 0) return { value: null, ...none, meanA: null, meanB: null, standardError: null, dz: null };

  const groups = groupDifferences(pairs);
  const sd = n < 2 ? null : standardDeviation(differences);
  const value = meanOf(differences);
  const means = {
    meanA: meanOf(sortedNumbers(pairs.map((pair) => pair.a))),
    meanB: meanOf(sortedNumbers(pairs.map((pair) => pair.b))),
  };
  const dz = sd === null || sd === 0 ? null : value / sd;
  const bound = (interval: Interval): Interval =>
    measure.kind === 'count' ? interval : clipInterval(interval, -1, 1);
  const fewDifferent = differences.filter((one) => one !== 0).length < FEW_DIFFERENCES;

  if (groups.length < n) {
    const clusters = groups.length;
    if (clusters === 1)
      return { value, ...none, clusters, unreliable: 'few-clusters', ...means, standardError: null, dz };
    const result = clusterMean(groups, level);
    return {
      value,
      ...bound(result.interval),
      level,
      method: 'cluster-t',
      n,
      clusters,
      ...(clusters < FEW_CLUSTERS
        ? { unreliable: 'few-clusters' as const }
        : fewDifferent
          ? { unreliable: 'few-differences' as const }
          : {}),
      ...means,
      standardError: result.standardError,
      dz,
    };
  }
  if (sd === null) return { value, ...none, unreliable: 'few-samples', ...means, standardError: null, dz };
  return {
    value,
    ...bound(tInterval(differences, level)),
    level,
    method: 't',
    n,
    ...(n < FEW_PAIRS || sd === 0
      ? { unreliable: 'few-samples' as const }
      : fewDifferent
        ? { unreliable: 'few-differences' as const }
        : {}),
    ...means,
    standardError: sd / Math.sqrt(n),
    dz,
  };
}

/** Differences by cluster; the sign-flip test flips whole clusters. */
export function groupDifferences(pairs: readonly Pair[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const pair of pairs) {
    const group = groups.get(pair.cluster);
    if (group === undefined) groups.set(pair.cluster, [differenceOf(pair)]);
    else group.push(differenceOf(pair));
  }
  return [...groups.values()];
}
