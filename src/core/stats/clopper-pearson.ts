import { betaQuantile } from './incomplete-beta.ts';
import type { Interval } from './interval.ts';

/** Exact interval for a proportion (Clopper and Pearson 1934), half of the error on each side. */
export function clopperPearsonInterval(successes: number, n: number, level: number): Interval {
  const tail = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    high: successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
  };
}
