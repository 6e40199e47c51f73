import { meanOf } from './mean.ts';

/** Of a sample (n - 1), sorted by value. Exactly zero when all values are equal, whatever the mean rounds to. */
export function standardDeviation(sorted: readonly number[]): number {
  if (sorted[0] === sorted.at(-1)) return 0;
  const mean = meanOf(sorted);
  let squares = 0;
  for (const value of sorted) squares += (value - mean) ** 2;
  return Math.sqrt(squares / (sorted.length - 1));
}
