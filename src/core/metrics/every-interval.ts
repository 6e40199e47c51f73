/** One mean by every interval there is, so that a reader can see how much hangs on the choice. */
import type { Estimate, IntervalMethod, MeasureSpec, Score } from '../contracts.ts';
import { bcaInterval, bootstrapMeans, percentileInterval } from '../stats/bootstrap.ts';
import { clopperPearsonInterval } from '../stats/clopper-pearson.ts';
import { clusterBootstrap } from '../stats/cluster-bootstrap.ts';
import { clusterMean } from '../stats/cluster-t.ts';
import { type Interval, clipInterval } from '../stats/interval.ts';
import { sortedNumbers } from '../stats/mean.ts';
import { seededRng } from '../stats/seeded-rng.ts';
import { tInterval } from '../stats/t-interval.ts';
import { unscoredBounds } from '../stats/unscored-bounds.ts';
import { wilsonInterval } from '../stats/wilson.ts';
import { type EstimateOptions, bootstrapCount, estimateMean } from './estimate.ts';

export const CLUSTER_RESAMPLES = 10_000;

export interface NamedInterval extends Interval {
  readonly method: IntervalMethod | 'cluster-bootstrap';
  /** Takes samples of one patient for independent although there are some. */
  readonly ignoresClusters: boolean;
}

export interface EveryInterval {
  /** The default, shown everywhere else. */
  readonly estimate: Estimate;
  readonly intervals: readonly NamedInterval[];
  /** The mean were all unscored samples worst, or best; null where none is unscored or there is no worst. */
  readonly bounds: Interval | null;
}

/** Empty for fewer than two scored samples: no method has an interval then but those of a proportion. */
export function everyInterval(
  scores: readonly Score[],
  clusters: readonly string[],
  measure: Pick<MeasureSpec, 'kind'>,
  options: EstimateOptions,
): EveryInterval {
  const estimate = estimateMean(scores, clusters, measure, options);
  const groups = new Map<string, number[]>();
  scores.forEach((score, at) => {
    if (score.state !== 'scored') return;
    const cluster = clusters[at] ?? '';
    const group = groups.get(cluster);
    if (group === undefined) groups.set(cluster, [score.value]);
    else group.push(score.value);
  });
  const byCluster = [...groups.values()];
  const values = sortedNumbers(byCluster.flat());
  const clustered = byCluster.length < values.length;
  const bounded = (interval: Interval): Interval =>
    clipInterval(interval, 0, measure.kind === 'count' ? Number.MAX_VALUE : 1);
  const plain = (method: NamedInterval['method'], interval: Interval): NamedInterval => ({
    method,
    ...bounded(interval),
    ignoresClusters: clustered,
  });
  const intervals: NamedInterval[] = [];
  const { level, seed } = options;
  if (measure.kind === 'binary' && values.length > 0) {
    const successes = values.filter((one) => one === 1).length;
    intervals.push(
      plain('wilson', wilsonInterval(successes, values.length, level)),
      plain('clopper-pearson', clopperPearsonInterval(successes, values.length, level)),
    );
  }
  if (values.length > 1) {
    const replicates = bootstrapMeans(values, bootstrapCount(values.length), seededRng(seed));
    intervals.push(
      plain('t', tInterval(values, level)),
      plain('percentile-bootstrap', percentileInterval(replicates, level)),
      plain('bca-bootstrap', bcaInterval(values, replicates, level)),
    );
  }
  if (clustered && byCluster.length > 1) {
    const how = { level, seed, resamples: CLUSTER_RESAMPLES };
    intervals.push(
      { method: 'cluster-t', ...bounded(clusterMean(byCluster, level).interval), ignoresClusters: false },
      { method: 'cluster-bootstrap', ...bounded(clusterBootstrap(byCluster, how)), ignoresClusters: false },
    );
  }
  return { estimate, intervals, bounds: unscoredBounds(estimate, measure.kind) };
}
