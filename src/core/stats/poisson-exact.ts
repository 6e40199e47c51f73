import { bisectIncreasingFromZero } from './bisect.ts';
import { gammaP } from './incomplete-gamma.ts';
import type { Interval } from './interval.ts';

/** Exact interval for a Poisson mean given `events` (Garwood 1936), half of the error on each side. */
export function exactPoissonInterval(events: number, level: number): Interval {
  const tail = (1 - level) / 2;
  return {
    low: events === 0 ? 0 : bisectIncreasingFromZero((mean) => gammaP(events, mean), tail),
    high: bisectIncreasingFromZero((mean) => gammaP(events + 1, mean), 1 - tail),
  };
}
