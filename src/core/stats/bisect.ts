/**
 * Where an increasing function crosses `target` between `low` and `high`, to the last bit that bisection can
 * settle. Slower than Newton's method and impossible to send astray; each interval needs it once or twice.
 */
export function bisectIncreasing(
  f: (x: number) => number,
  target: number,
  low: number,
  high: number,
): number {
  let a = low;
  let b = high;
  for (let step = 0; step < 1100; step += 1) {
    const middle = a + (b - a) / 2;
    if (middle <= a || middle >= b) break;
    if (f(middle) < target) a = middle;
    else b = middle;
  }
  return b;
}

/** The same on [0, infinity): the upper end is doubled until it lies beyond the crossing. */
export function bisectIncreasingFromZero(f: (x: number) => number, target: number): number {
  let high = 1;
  while (f(high) < target && high < Number.MAX_VALUE / 4) high *= 2;
  return bisectIncreasing(f, target, 0, high);
}
