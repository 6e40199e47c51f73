/**
 * What several answers to one sample say. `n` answers were scored, `c` of them right.
 */

/**
 * Chance that at least one of `k` answers drawn from the `n` is right: 1 - C(n-c, k)/C(n, k)
 * (Chen et al. 2021, arXiv:2107.03374, unbiased). Null with fewer than `k` scored answers.
 */
export function passAtK(n: number, c: number, k: number): number | null {
  if (k < 1 || n < k) return null;
  let none = 1;
  for (let i = n - c + 1; i <= n; i += 1) none *= Math.max(0, 1 - k / i);
  return 1 - none;
}

/** Chance that all of `k` answers drawn from the `n` are right: C(c, k)/C(n, k) (Yao et al. 2024, arXiv:2406.12045). */
export function passHatK(n: number, c: number, k: number): number | null {
  if (k < 1 || n < k) return null;
  let all = 1;
  for (let i = 0; i < k; i += 1) all *= Math.max(0, c - i) / (n - i);
  return all;
}

/** Right when more answers are right than wrong; a tie is one half, as the vote would be a coin's. Null without votes. */
export function majorityRight(n: number, c: number): number | null {
  if (n < 1) return null;
  return 2 * c > n ? 1 : 2 * c === n ? 0.5 : 0;
}
