/** Arithmetic mean. Sum in the order given: sort first where the result must not depend on order. */
export function meanOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** A sorted copy, so that sums over it are the same whatever order the values came in. */
export function sortedNumbers(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}
