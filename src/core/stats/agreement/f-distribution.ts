import { betaI, betaQuantile } from '../incomplete-beta.ts';

/** P(F > f) with `between` and `within` degrees of freedom. */
export function fTail(f: number, between: number, within: number): number {
  return betaI(within / (within + between * f), within / 2, between / 2);
}

/** The f with P(F <= f) = p, from the beta quantile: x = d1·f/(d1·f + d2). */
export function fQuantile(p: number, between: number, within: number): number {
  // From the side on which 1 - x keeps its digits.
  const rest = betaQuantile(1 - p, within / 2, between / 2);
  return (within * (1 - rest)) / (between * rest);
}
