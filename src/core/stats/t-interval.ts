import type { Interval } from './interval.ts';
import { meanOf } from './mean.ts';
import { tQuantile } from './student-t.ts';

/** Student's t interval of a mean of at least two independent values: mean ± t(n-1) · s/√n. */
export function tInterval(values: readonly number[], level: number): Interval {
  const n = values.length;
  const mean = meanOf(values);
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const half = tQuantile((1 + level) / 2, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { low: mean - half, high: mean + half };
}
