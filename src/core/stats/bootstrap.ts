import type { Rng } from '../contracts.ts';
import type { Interval } from './interval.ts';
import { meanOf } from './mean.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { quantileOfSorted } from './quantile.ts';

/** Ascending means of `count` resamples with replacement. */
export function bootstrapMeans(values: readonly number[], count: number, rng: Rng): number[] {
  const n = values.length;
  const source = Float64Array.from(values);
  const means = new Float64Array(count);
  for (let draw = 0; draw < count; draw += 1) {
    let sum = 0;
    for (let item = 0; item < n; item += 1) sum += source[Math.floor(rng.next() * n)] ?? 0;
    means[draw] = sum / n;
  }
  return Array.from(means.sort());
}

/** Percentile bootstrap interval from ascending replicates. */
export function percentileInterval(replicates: readonly number[], level: number): Interval {
  const tail = (1 - level) / 2;
  return { low: quantileOfSorted(replicates, tail), high: quantileOfSorted(replicates, 1 - tail) };
}

/**
 * Acceleration of the mean from the jackknife (Efron 1987): leaving value i out moves the mean in proportion to
 * (s_i - mean), so the sum over leave-one-out means reduces to sum d³ / (6 (sum d²)^{3/2}). Zero when all values are equal.
 */
export function jackknifeAcceleration(values: readonly number[]): number {
  const mean = meanOf(values);
  // In units of the largest deviation, so that tiny ones do not underflow to 0/0.
  let unit = 0;
  for (const value of values) unit = Math.max(unit, Math.abs(value - mean));
  if (unit === 0) return 0;
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    const d = (value - mean) / unit;
    squares += d * d;
    cubes += d * d * d;
  }
  return cubes / (6 * squares ** 1.5);
}

/**
 * Bias-corrected and accelerated bootstrap interval of a mean (Efron 1987; DiCiccio and Efron 1996), from
 * ascending replicates. Ties with the mean count one half, as SciPy does. Values without variation
 * give the point itself.
 */
export function bcaInterval(
  values: readonly number[],
  replicates: readonly number[],
  level: number,
): Interval {
  const mean = meanOf(values);
  const first = values[0] ?? mean;
  if (values.every((value) => value === first)) return { low: first, high: first };
  let below = 0;
  for (const replicate of replicates) below += replicate < mean ? 1 : replicate === mean ? 0.5 : 0;
  // With no replicate on one side the correction would be infinite: stay half a replicate inside.
  const share = Math.min(
    1 - 0.5 / replicates.length,
    Math.max(0.5 / replicates.length, below / replicates.length),
  );
  const bias = normalQuantile(share);
  const acceleration = jackknifeAcceleration(values);
  const adjusted = (p: number): number => {
    const z = bias + normalQuantile(p);
    const denominator = 1 - acceleration * z;
    // Beyond this pole the correction has no meaning; the outermost replicate is the honest end.
    if (denominator <= 0) return z > 0 ? 1 : 0;
    return normalCdf(bias + z / denominator);
  };
  const tail = (1 - level) / 2;
  const low = quantileOfSorted(replicates, adjusted(tail));
  const high = quantileOfSorted(replicates, adjusted(1 - tail));
  return { low: Math.min(low, high), high: Math.max(low, high) };
}
