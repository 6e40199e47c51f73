/** Bootstrap of clustered values: whole clusters are drawn, as samples of one patient come or stay away together. */
import type { Interval } from './interval.ts';
import { percentileInterval } from './bootstrap.ts';
import { createFastRandom } from './fast-random.ts';

export interface ClusterBootstrapOptions {
  readonly level: number;
  readonly seed: number;
  readonly resamples: number;
}

/** Percentile interval of the mean over all values; needs two clusters. */
export function clusterBootstrap(
  clusters: readonly (readonly number[])[],
  options: ClusterBootstrapOptions,
): Interval {
  return percentileInterval(clusterBootstrapMeans(clusters, options), options.level);
}

/** Ascending means of resampled clusters, each a ratio of sums: clusters differ in size. */
export function clusterBootstrapMeans(
  clusters: readonly (readonly number[])[],
  { seed, resamples }: Pick<ClusterBootstrapOptions, 'seed' | 'resamples'>,
): number[] {
  const count = clusters.length;
  // Sum and size side by side, so that one draw reads one place in memory.
  const parts = new Float64Array(2 * count);
  clusters.forEach((values, at) => {
    let sum = 0;
    for (const value of values) sum += value;
    parts[2 * at] = sum;
    parts[2 * at + 1] = values.length;
  });
  const below = createFastRandom(seed);
  const means = new Float64Array(resamples);
  for (let draw = 0; draw < resamples; draw += 1) {
    let sum = 0;
    let size = 0;
    for (let item = 0; item < count; item += 1) {
      const at = 2 * below(count);
      sum += parts[at] ?? 0;
      size += parts[at + 1] ?? 0;
    }
    means[draw] = sum / size;
  }
  return Array.from(means.sort());
}
