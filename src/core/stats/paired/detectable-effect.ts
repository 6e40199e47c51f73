import { normalQuantile } from '../normal.ts';

export interface PowerOptions {
  /** Confidence level of the two-sided test, e.g. 0.95. */
  readonly level: number;
  /** Chance of detecting the effect when it is there, e.g. 0.8. */
  readonly power: number;
}

/** z_{1-alpha/2} + z_{power}. */
function reach({ level, power }: PowerOptions): number {
  return normalQuantile((1 + level) / 2) + normalQuantile(power);
}

/**
 * The smallest true difference that a comparison with this standard error detects with the wished power:
 * (z_{1-alpha/2} + z_{power})·se (normal approximation, e.g. Bloom 1995). With a cluster-robust error it holds for
 * clustered samples. Null where the error is unknown or zero: differences that never vary say nothing of the next.
 */
export function minimumDetectableEffect(standardError: number | null, options: PowerOptions): number | null {
  return standardError === null || standardError === 0 ? null : reach(options) * standardError;
}

/** Samples needed to detect `effect`, were their differences as varied and as clustered as the `n` seen. */
export function samplesNeeded(
  effect: number,
  seen: { readonly n: number; readonly standardError: number | null },
  options: PowerOptions,
): number | null {
  const detectable = minimumDetectableEffect(seen.standardError, options);
  if (detectable === null || effect === 0) return null;
  // The tiny allowance keeps 100.00000000000001 from becoming 101.
  return Math.max(2, Math.ceil(seen.n * (detectable / effect) ** 2 * (1 - 1e-12)));
}
