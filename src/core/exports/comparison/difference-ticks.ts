const STEPS = [1, 2, 5, 10];
const MOST = 6;
/** Where nothing differs at all. */
const LEAST_SPAN = 0.1;

/** Round numbers with room beyond both ends, zero among them. */
export function differenceTicks(low: number, high: number): readonly number[] {
  const span = high - low > 0 ? high - low : LEAST_SPAN;
  const power = 10 ** Math.floor(Math.log10(span / MOST));
  const step = power * (STEPS.find((one) => one * power * MOST >= span) ?? 10);
  const from = Math.floor(low / step - 1e-9);
  const to = Math.ceil(high / step + 1e-9);
  return Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * step).toPrecision(12)));
}
