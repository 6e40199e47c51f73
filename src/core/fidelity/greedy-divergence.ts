/** How two greedy texts part. */
export interface GreedyDivergence {
  /** Index of the first token that differs, or that only one text has; null when they are equal. */
  readonly first: number | null;
  /** Places of the reference whose token the other text does not have there. */
  readonly flips: number;
  readonly places: number;
}

export function greedyDivergence(reference: readonly number[], other: readonly number[]): GreedyDivergence {
  const places = Math.max(reference.length, other.length);
  let first: number | null = null;
  let flips = 0;
  for (let place = 0; place < places; place += 1) {
    if (reference[place] === other[place]) continue;
    first ??= place;
    flips += 1;
  }
  return { first, flips, places };
}
