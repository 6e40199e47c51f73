import { quantileOfSorted } from '../quantile.ts';
import { seededRng } from '../seeded-rng.ts';
import { type AgreementValue, FEW_ITEMS } from './agreement-value.ts';

const MAX_WORK = 2_000_000;

export interface IntervalOptions {
  /** Confidence level, e.g. 0.95. */
  readonly level: number;
  readonly seed: number;
}

/**
 * A coefficient with its percentile interval over resampled items (Efron 1979): items are the independent units, so
 * that all ratings of one item stay together. `statistic` gives null where a resample leaves it undefined; those draws
 * are left out, and when they are many the interval is marked. `rows` are sorted by the caller's order of items, so
 * they are put into a canonical order first: the same items in another order give the same interval.
 */
export function withItemBootstrap<Row extends readonly unknown[]>(
  rows: readonly Row[],
  statistic: (rows: readonly Row[]) => number | null,
  value: number,
  options: IntervalOptions,
): AgreementValue {
  const n = rows.length;
  const estimate = { kind: 'value', value, level: options.level, n } as const;
  if (n < 2) return { ...estimate, low: null, high: null, method: 'none', unreliable: 'few-items' };
  const sorted = rows
    .map((row) => ({ row, key: JSON.stringify(row) }))
    .sort((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : 0));
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  const draws = Math.round(Math.max(400, Math.min(2_000, MAX_WORK / cells)));
  const rng = seededRng(options.seed);
  const replicates: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const resample = sorted.map(
      (one, index) => (sorted[Math.floor(rng.next() * n)] ?? sorted[index] ?? one).row,
    );
    const replicate = statistic(resample);
    if (replicate !== null) replicates.push(replicate);
  }
  if (replicates.length < draws / 2)
    return { ...estimate, low: null, high: null, method: 'none', unreliable: 'undefined-resamples' };
  replicates.sort((x, y) => x - y);
  const tail = (1 - options.level) / 2;
  const low = quantileOfSorted(replicates, tail);
  const high = quantileOfSorted(replicates, 1 - tail);
  return {
    ...estimate,
    low,
    high,
    method: 'item-bootstrap',
    ...(low === high
      ? { unreliable: 'no-disagreement' as const }
      : replicates.length < draws * 0.95
        ? { unreliable: 'undefined-resamples' as const }
        : n < FEW_ITEMS
          ? { unreliable: 'few-items' as const }
          : {}),
  };
}
