import { type Interval, clipInterval } from './interval.ts';
import { normalQuantile } from './normal.ts';

/** Wilson's score interval for a proportion (Wilson 1927), without continuity correction. */
export function wilsonInterval(successes: number, n: number, level: number): Interval {
  const z = normalQuantile((1 + level) / 2);
  const p = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / scale;
  // At p = 0 and p = 1 the bound is exactly p; rounding must not put it a hair off.
  return clipInterval(
    { low: successes === 0 ? 0 : centre - half, high: successes === n ? 1 : centre + half },
    0,
    1,
  );
}
