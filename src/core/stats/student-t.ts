import { bisectIncreasingFromZero } from './bisect.ts';
import { betaI } from './incomplete-beta.ts';

/** P(|T| > t) for Student's t with `df` degrees of freedom: I_{df/(df+t²)}(df/2, 1/2). */
function bothTails(t: number, df: number): number {
  return betaI(df / (df + t * t), df / 2, 0.5);
}

/** P(|T| <= t), accurate where it is small. */
function central(t: number, df: number): number {
  return betaI((t * t) / (df + t * t), 0.5, df / 2);
}

/** Student's t distribution function. */
export function tCdf(t: number, df: number): number {
  const tail = bothTails(t, df) / 2;
  return t < 0 ? tail : 1 - tail;
}

/** Student's t quantile for 0 < p < 1. */
export function tQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -upperQuantile(1 - p, p, df);
  return upperQuantile(p, 1 - p, df);
}

/** The quantile above the median, from whichever side of the probability loses no digits. */
function upperQuantile(p: number, tail: number, df: number): number {
  return tail < 0.25
    ? bisectIncreasingFromZero((t) => -bothTails(t, df), -2 * tail)
    : bisectIncreasingFromZero((t) => central(t, df), 2 * p - 1);
}
