import { betaI } from '../incomplete-beta.ts';
import { logGamma } from '../log-gamma.ts';

export interface McNemar {
  /** Exact, two-sided, conditional on the discordant pairs. Never too small; often larger than it need be. */
  readonly p: number;
  /** Mid-p: close to the nominal error rate, without the exact test's guarantee. */
  readonly midP: number;
  readonly onlyA: number;
  readonly onlyB: number;
}

/**
 * Exact McNemar test of two paired proportions: p = min(1, 2·P(X <= min(b, c))), X ~ Bin(b + c, 1/2) (McNemar 1947;
 * exact conditional form), and its mid-p as in Fagerland, Lydersen and Laake, BMC Med Res Methodol 13:91 (2013):
 * p - P(X = min), and 1 - P(X = b)/2 where b = c. Takes the pairs for independent: with several samples of one
 * patient it is too small.
 */
export function mcNemarTest(onlyA: number, onlyB: number): McNemar {
  const total = onlyA + onlyB;
  const least = Math.min(onlyA, onlyB);
  if (total === 0) return { p: 1, midP: 1, onlyA, onlyB };
  const point = Math.exp(
    logGamma(total + 1) - logGamma(least + 1) - logGamma(total - least + 1) - total * Math.LN2,
  );
  if (onlyA === onlyB) return { p: 1, midP: 1 - point / 2, onlyA, onlyB };
  // P(X <= k) = I_{1/2}(n - k, k + 1).
  const p = Math.min(1, 2 * betaI(0.5, total - least, least + 1));
  return { p, midP: Math.max(0, p - point), onlyA, onlyB };
}
