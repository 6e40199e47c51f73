import { FEW_CLUSTERS } from '../../metrics/estimate.ts';
import { quantileOfSorted } from '../quantile.ts';
import { seededRng } from '../seeded-rng.ts';
import { type AgreementValue, FEW_ITEMS } from './agreement-value.ts';

const MAX_WORK = 2_000_000;

export interface IntervalOptions {
  /** Confidence level, e.g. 0.95. */
  readonly level: number;
  readonly seed: number;
}

/** The patient or note of each row; null where every row is on its own. */
export type RowClusters = readonly string[] | null;

/** Rows that are kept, with their clusters beside them. */
export function keptRows<Row>(
  rows: readonly Row[],
  clusters: RowClusters,
  keep: (row: Row) => boolean,
): { readonly rows: readonly Row[]; readonly clusters: RowClusters } {
  return {
    rows: rows.filter(keep),
    clusters: clusters === null ? null : rows.flatMap((row, at) => (keep(row) ? [clusters[at] ?? ''] : [])),
  };
}

/** Rows of one cluster together, one group a cluster; null where none holds more than one row. */
function groupedRows<Row>(rows: readonly Row[], clusters: RowClusters): Row[][] | null {
  if (clusters === null) return null;
  const groups = new Map<string, Row[]>();
  rows.forEach((row, at) => {
    const cluster = clusters[at] ?? '';
    const group = groups.get(cluster);
    if (group === undefined) groups.set(cluster, [row]);
    else group.push(row);
  });
  return groups.size < rows.length ? [...groups.values()] : null;
}

/** Whether rows have to be drawn together. */
export function isClustered(rows: readonly unknown[], clusters: RowClusters): boolean {
  return groupedRows(rows, clusters) !== null;
}

/**
 * A coefficient with its percentile interval over resampled items (Efron 1979): items are the independent units, so
 * that all ratings of one item stay together. Where items share a patient or a note, whole clusters of them are drawn
 * (Field and Welsh 2007), because items of one patient tend to be agreed on together. `statistic` gives null where a resample leaves it undefined; those draws
 * are left out, and when they are many the interval is marked. `rows` are sorted by the caller's order of items, so
 * they are put into a canonical order first: the same items in another order give the same interval.
 */
export function withItemBootstrap<Row extends readonly unknown[]>(
  rows: readonly Row[],
  statistic: (rows: readonly Row[]) => number | null,
  value: number,
  options: IntervalOptions,
  clusters: RowClusters = null,
): AgreementValue {
  const n = rows.length;
  const estimate = { kind: 'value', value, level: options.level, n } as const;
  if (n < 2) return { ...estimate, low: null, high: null, method: 'none', unreliable: 'few-items' };
  const groups = groupedRows(rows, clusters);
  const units = canonical((groups ?? rows.map((row) => [row])).map((group) => canonical(group)));
  if (units.length < 2)
    return { ...estimate, low: null, high: null, method: 'none', unreliable: 'few-clusters' };
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  const draws = Math.round(Math.max(400, Math.min(2_000, MAX_WORK / cells)));
  const rng = seededRng(options.seed);
  const replicates: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const resample = units.flatMap((unit) => units[Math.floor(rng.next() * units.length)] ?? unit);
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
    method: groups === null ? 'item-bootstrap' : 'cluster-bootstrap',
    ...(low === high
      ? { unreliable: 'no-disagreement' as const }
      : replicates.length < draws * 0.95
        ? { unreliable: 'undefined-resamples' as const }
        : groups !== null && groups.length < FEW_CLUSTERS
          ? { unreliable: 'few-clusters' as const }
          : n < FEW_ITEMS
            ? { unreliable: 'few-items' as const }
            : {}),
  };
}

/** The same rows in whatever order they came. */
function canonical<Row>(rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({ row, key: JSON.stringify(row) }))
    .sort((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : 0))
    .map(({ row }) => row);
}
