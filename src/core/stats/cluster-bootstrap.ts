/** Bootstrap of clustered values: whole clusters are drawn, as samples of one patient come or stay away together. */
import { percentileInterval } from './bootstrap.ts';
import type { Interval } from './interval.ts';

export interface ClusterBootstrapOptions {
  readonly level: number;
  readonly seed: number;
  readonly resamples: number;
}

/** Percentile interval of the mean over all values; needs two clusters. */
export function clusterBootstrap(
  clusters: readonly (readonly number[])[],
  { level, seed, resamples }: ClusterBootstrapOptions,
): Interval {
  const sums = Float64Array.from(clusters, (values) => values.reduce((sum, value) => sum + value, 0));
  const sizes = Float64Array.from(clusters, (values) => values.length);
  return percentileInterval(Array.from(resampledMeans(sums, sizes, resamples, seed).sort()), level);
}

/**
 * Means of resampled clusters, each a ratio of sums: clusters differ in size. The generator is sfc32 (Doty-Humphrey,
 * PractRand), written into the loop: called as a function it takes longer than the drawing. Two of them side by side,
 * from different states: the steps of one wait for each other, those of two do not.
 */
function resampledMeans(
  sums: Float64Array,
  sizes: Float64Array,
  resamples: number,
  seed: number,
): Float64Array {
  const count = sums.length;
  const scale = count / 4_294_967_296;
  const means = new Float64Array(resamples);
  let a = seed | 0;
  let b = Math.floor(seed / 4_294_967_296) | 0;
  let c = 0x9e3779b9 | 0;
  let d = b;
  let e = ~a;
  let f = 0x3c6ef372 | 0;
  let counter = 1;
  for (let draw = -1; draw < resamples; draw += 1) {
    let sum = 0;
    let size = 0;
    let otherSum = 0;
    let otherSize = 0;
    // Two draws a step; an odd last one takes the first of its two.
    for (let item = 0; item < count; item += 2) {
      const next = (((a + b) | 0) + counter) | 0;
      const other = (((d + e) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + next) | 0;
      d = e ^ (e >>> 9);
      e = (f + (f << 3)) | 0;
      f = (((f << 21) | (f >>> 11)) + other) | 0;
      const at = ((next >>> 0) * scale) | 0;
      sum += sums[at] ?? 0;
      size += sizes[at] ?? 0;
      if (item + 1 < count) {
        const otherAt = ((other >>> 0) * scale) | 0;
        otherSum += sums[otherAt] ?? 0;
        otherSize += sizes[otherAt] ?? 0;
      }
    }
    // The first round only mixes the seed into the states.
    if (draw >= 0) means[draw] = (sum + otherSum) / (size + otherSize);
  }
  return means;
}
