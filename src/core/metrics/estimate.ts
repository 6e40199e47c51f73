import { type Estimate, type MeasureSpec, type Score } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { bcaInterval, bootstrapMeans } from '../stats/bootstrap.ts';
import { clusterMean } from '../stats/cluster-t.ts';
import { type Interval, clipInterval } from '../stats/interval.ts';
import { meanOf, sortedNumbers } from '../stats/mean.ts';
import { seededRng } from '../stats/seeded-rng.ts';
import { clusterWilson } from '../stats/cluster-wilson.ts';
import { proportionInterval } from '../stats/modified-wilson.ts';

/** Below this the cluster-robust t interval is known to be too narrow. */
export const FEW_CLUSTERS = 20;
/** With fewer clusters that hold an event, or that hold a non-event, the cluster-robust t interval is too narrow. */
const FEW_EVENT_CLUSTERS = 10;
/** Below this a bootstrap has too little to resample; also said of any interval without observed variation. */
export const FEW_SAMPLES = 10;

export interface EstimateOptions {
  /** Confidence level, e.g. 0.95. */
  readonly level: number;
  /** Seed of the bootstrap; the same seed gives the same interval. */
  readonly seed: number;
}

/** Enough replicates for two stable digits of an interval end, within a bounded amount of work. */
export function bootstrapCount(n: number): number {
  return Math.round(Math.min(10_000, Math.max(1_000, 4_000_000 / n)));
}

/**
 * Mean of scores with its interval by the default rule: any cluster with more than one scored item ->
 * cluster-robust t (marked unreliable under 20 clusters; for 0/1 with few events Wilson with the effective number of
 * samples); else 0/1 -> Wilson; else BCa bootstrap. docs/statistics-measured.md has what each covers.
 * `clusters[i]` belongs to `scores[i]`. The result does not depend on the order of the items, to the last bit.
 */
export function estimateMean(
  scores: readonly Score[],
  clusters: readonly string[],
  measure: Pick<MeasureSpec, 'kind'>,
  options: EstimateOptions,
): Estimate {
  if (scores.length !== clusters.length) throw new AppError('defect', 'scores and clusters differ in length');
  const { level } = options;
  const groups = new Map<string, number[]>();
  let unscored = 0;
  let failed = 0;
  scores.forEach((score, index) => {
    if (score.state === 'unscored') {
      unscored += 1;
      if (score.reason === 'sample-failed') failed += 1;
      return;
    }
    checkValue(score.value, measure);
    const cluster = clusters[index] ?? '';
    const group = groups.get(cluster);
    if (group === undefined) groups.set(cluster, [score.value]);
    else group.push(score.value);
  });
  const values = sortedNumbers([...groups.values()].flat());
  const counts = { level, n: values.length, unscored, failed };
  const none = { low: null, high: null, method: 'none' } as const;
  if (values.length === 0) return { value: null, ...none, ...counts };
  const value = meanOf(values);
  const bound = (interval: Interval): Interval =>
    clipInterval(interval, 0, measure.kind === 'count' ? Number.MAX_VALUE : 1);

  if (groups.size < values.length) {
    if (groups.size === 1) return { value, ...none, ...counts, clusters: 1, unreliable: 'few-clusters' };
    const result = clusterMean([...groups.values()], level);
    // With fewer clusters no interval here is reliable, and the plain one is marked so.
    const rare =
      groups.size >= FEW_CLUSTERS && measure.kind === 'binary' && hasFewEvents([...groups.values()]);
    const share = { ...result, n: values.length };
    const estimate = rare
      ? { value, ...clusterWilson(share, level), method: 'cluster-wilson' as const, ...counts }
      : { value, ...bound(result.interval), method: 'cluster-t' as const, ...counts };
    return {
      ...estimate,
      clusters: groups.size,
      ...(groups.size < FEW_CLUSTERS
        ? { unreliable: 'few-clusters' as const }
        : result.standardError === 0 && !rare
          ? { unreliable: 'few-samples' as const }
          : {}),
    };
  }
  if (measure.kind === 'binary') {
    const successes = values.filter((one) => one === 1).length;
    const { interval, method } = proportionInterval(successes, values.length, level);
    return { value, ...interval, method, ...counts };
  }
  if (values.length < 2) return { value, ...none, ...counts, unreliable: 'few-samples' };
  const replicates = bootstrapMeans(values, bootstrapCount(values.length), seededRng(options.seed));
  const estimate = {
    value,
    ...bound(bcaInterval(values, replicates, level)),
    method: 'bca-bootstrap' as const,
    ...counts,
  };
  // Equal values give an interval of no width: that says "no variation seen", not "certain".
  const flat = values[0] === values.at(-1);
  return values.length < FEW_SAMPLES || flat ? { ...estimate, unreliable: 'few-samples' } : estimate;
}

function hasFewEvents(groups: readonly (readonly number[])[]): boolean {
  const holding = (value: number): number => groups.filter((group) => group.includes(value)).length;
  return Math.min(holding(0), holding(1)) < FEW_EVENT_CLUSTERS;
}

/** A scorer that returns something its measure cannot be is our defect, never a number in a table. */
function checkValue(value: number, measure: Pick<MeasureSpec, 'kind'>): void {
  const fits =
    measure.kind === 'binary'
      ? value === 0 || value === 1
      : value >= 0 && (measure.kind === 'count' || value <= 1);
  if (!Number.isFinite(value) || !fits) {
    throw new AppError('defect', `a score of ${value} is not possible for a ${measure.kind} measure`);
  }
}
