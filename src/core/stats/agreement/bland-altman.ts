import type { Interval } from '../interval.ts';
import { meanOf, sortedNumbers } from '../mean.ts';
import { normalQuantile } from '../normal.ts';
import { tQuantile } from '../student-t.ts';
import { FEW_ITEMS } from './agreement-value.ts';
import { type NotApplicable, notApplicable } from './not-applicable.ts';

export interface BlandAltman {
  readonly kind: 'limits';
  /** Mean of first - second rater. */
  readonly bias: number;
  readonly biasInterval: Interval;
  readonly standardDeviation: number;
  readonly lowerLimit: number;
  readonly lowerInterval: Interval;
  readonly upperLimit: number;
  readonly upperInterval: Interval;
  /** Of the limits (what share of differences they hold) and of each interval. */
  readonly level: number;
  readonly n: number;
  readonly unreliable?: 'few-items' | 'no-disagreement';
}

/**
 * Limits of agreement, mean ± z·s of the differences, with t intervals of the bias (s²/n) and of each limit
 * (s²·(1/n + z²/(2(n - 1)))): Bland and Altman, Lancet 1:307 (1986), and Stat Methods Med Res 8:135 (1999).
 */
export function blandAltman(
  pairs: readonly (readonly [number, number])[],
  level: number,
): BlandAltman | NotApplicable {
  const n = pairs.length;
  if (n < 2) return notApplicable('too-few-items');
  const differences = sortedNumbers(pairs.map(([first, second]) => first - second));
  const bias = meanOf(differences);
  const flat = differences[0] === differences.at(-1);
  const squares = differences.reduce((sum, d) => sum + (d - bias) ** 2, 0);
  const s = flat ? 0 : Math.sqrt(squares / (n - 1));
  const z = normalQuantile((1 + level) / 2);
  const t = tQuantile((1 + level) / 2, n - 1);
  const around = (centre: number, half: number): Interval => ({ low: centre - half, high: centre + half });
  const limitHalf = t * s * Math.sqrt(1 / n + (z * z) / (2 * (n - 1)));
  return {
    kind: 'limits',
    bias,
    biasInterval: around(bias, (t * s) / Math.sqrt(n)),
    standardDeviation: s,
    lowerLimit: bias - z * s,
    lowerInterval: around(bias - z * s, limitHalf),
    upperLimit: bias + z * s,
    upperInterval: around(bias + z * s, limitHalf),
    level,
    n,
    ...(flat
      ? { unreliable: 'no-disagreement' as const }
      : n < FEW_ITEMS
        ? { unreliable: 'few-items' as const }
        : {}),
  };
}
