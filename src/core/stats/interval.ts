/** A confidence interval; `low <= high`, both finite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Keeps an interval inside what its measure can be; `high` may be infinite for unbounded measures. */
export function clipInterval(interval: Interval, low: number, high: number): Interval {
  const clip = (x: number): number => Math.min(high, Math.max(low, x));
  return { low: clip(interval.low), high: clip(interval.high) };
}
