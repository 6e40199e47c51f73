export interface GroupPart {
  readonly mean: number;
  /** Null where it is not known. */
  readonly standardError: number | null;
  readonly n: number;
}

/**
 * Mean over groups (packs of a suite), weighted by size, with the pooled standard error that lm-evaluation-harness
 * prints: sqrt( sum((n_i - 1) se_i² n_i) / (N - k) / N ). Null without a scored sample.
 */
export function groupMean(parts: readonly GroupPart[]): GroupPart | null {
  // In one order, so that the sum does not depend on the one given.
  const groups = parts.filter(({ n }) => n > 0).toSorted((a, b) => a.n - b.n || a.mean - b.mean);
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  if (n === 0) return null;
  const mean = groups.reduce((sum, group) => sum + group.mean * group.n, 0) / n;
  let spread = 0;
  for (const { standardError, n: size } of groups) {
    if (standardError === null) return { mean, standardError: null, n };
    spread += (size - 1) * standardError ** 2 * size;
  }
  const freedom = n - groups.length;
  return { mean, standardError: freedom < 1 ? null : Math.sqrt(spread / freedom / n), n };
}
