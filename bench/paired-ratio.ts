/** Two ways of doing the same, timed in turns in the order A B B A, compared by the median of their ratios. */
import { quantileOfSorted } from '../src/core/stats/quantile.ts';
import { seededRng } from '../src/core/stats/seeded-rng.ts';

export interface PairedRatio {
  readonly median: number;
  /** 95 % percentile bootstrap interval of the median over pairs. */
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly a: readonly number[];
  readonly b: readonly number[];
}

const RESAMPLES = 5_000;

/** `pairs` pairs after one turn of each that does not count. Both give a rate or a time; the ratio is a / b. */
export async function pairedRatio(
  pairs: number,
  a: (turn: number) => Promise<number>,
  b: (turn: number) => Promise<number>,
): Promise<PairedRatio> {
  await a(0);
  await b(0);
  const values = { a: [] as number[], b: [] as number[] };
  for (let pair = 0; pair < pairs; pair += 1) {
    // A B, then B A: a machine that slows down steadily harms both alike.
    for (const which of pair % 2 === 0 ? (['a', 'b'] as const) : (['b', 'a'] as const))
      values[which].push(await (which === 'a' ? a : b)(pair));
  }
  if ([...values.a, ...values.b].some((value) => !Number.isFinite(value) || value <= 0))
    throw new Error('a turn gave no time: its ratio would spoil the interval');
  return { ...ratioOf(values.a, values.b), ...values };
}

export function ratioOf(a: readonly number[], b: readonly number[]): Omit<PairedRatio, 'a' | 'b'> {
  const ratios = a.map((value, at) => value / (b[at] ?? NaN));
  const middle = (some: readonly number[]): number =>
    quantileOfSorted(
      [...some].sort((x, y) => x - y),
      0.5,
    );
  const rng = seededRng(1);
  const medians = Array.from({ length: RESAMPLES }, () =>
    middle(ratios.map(() => ratios[Math.floor(rng.next() * ratios.length)] ?? NaN)),
  ).sort((x, y) => x - y);
  return {
    median: middle(ratios),
    low: quantileOfSorted(medians, 0.025),
    high: quantileOfSorted(medians, 0.975),
    n: ratios.length,
  };
}

export function medianOf(values: readonly number[]): number {
  return quantileOfSorted(
    [...values].sort((x, y) => x - y),
    0.5,
  );
}

export function ratioCells({ median, low, high, n }: Omit<PairedRatio, 'a' | 'b'>, digits = 2): string {
  return `${median.toFixed(digits)} | ${low.toFixed(digits)} to ${high.toFixed(digits)} | ${n}`;
}
