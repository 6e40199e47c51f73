/** Solves A·x = b for a symmetric positive-definite A by Cholesky's factorisation. A and b stay as they are. */
export function solvePositive(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const m = right.length;
  const lower = Array.from({ length: m }, () => new Float64Array(m));
  const at = (i: number, j: number): number => lower[i]?.[j] ?? 0;
  for (let i = 0; i < m; i += 1) {
    const row = lower[i];
    if (row === undefined) continue;
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k);
      // A pivot lost to rounding: the smallest step in that direction instead of a division by zero.
      row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
  }
  const half = new Float64Array(m);
  for (let i = 0; i < m; i += 1) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= at(i, k) * (half[k] ?? 0);
    half[i] = sum / at(i, i);
  }
  const solution = new Array<number>(m).fill(0);
  for (let i = m - 1; i >= 0; i -= 1) {
    let sum = half[i] ?? 0;
    for (let k = i + 1; k < m; k += 1) sum -= at(k, i) * (solution[k] ?? 0);
    solution[i] = sum / at(i, i);
  }
  return solution;
}
