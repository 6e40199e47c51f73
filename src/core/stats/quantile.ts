/** Quantile of ascending values with linear interpolation (Hyndman and Fan's type 7, NumPy's default). */
export function quantileOfSorted(sorted: readonly number[], p: number): number {
  const position = Math.min(1, Math.max(0, p)) * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}
