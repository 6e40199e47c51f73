import { wilsonInterval } from '../wilson.ts';
import { type Agreement, FEW_ITEMS } from './agreement-value.ts';
import {
  type IntervalOptions,
  type RowClusters,
  isClustered,
  keptRows,
  withItemBootstrap,
} from './item-bootstrap.ts';
import { notApplicable } from './not-applicable.ts';

/**
 * Share of agreeing pairs of ratings, averaged over items that have at least two: for two raters the share of items on
 * which they agree, with Wilson's interval; for more, or where items share a cluster, a bootstrap over items or clusters.
 */
export function rawAgreement(
  rows: readonly (readonly string[])[],
  options: IntervalOptions,
  clusters: RowClusters = null,
): Agreement {
  const { rows: pairable, clusters: own } = keptRows(rows, clusters, (row) => row.length >= 2);
  const value = meanPairAgreement(pairable);
  if (value === null) return notApplicable('no-pairable-ratings');
  const n = pairable.length;
  if (pairable.every((row) => row.length === 2) && !isClustered(pairable, own)) {
    const agreeing = pairable.filter((row) => row[0] === row[1]).length;
    const { level } = options;
    return {
      kind: 'value',
      value: agreeing / n,
      ...wilsonInterval(agreeing, n, level),
      level,
      method: 'wilson',
      n,
    };
  }
  const canonical = pairable.map((row) => [...row].sort());
  const estimate = withItemBootstrap(canonical, meanPairAgreement, value, options, own);
  return n < FEW_ITEMS ? { ...estimate, unreliable: estimate.unreliable ?? 'few-items' } : estimate;
}

function meanPairAgreement(rows: readonly (readonly string[])[]): number | null {
  if (rows.length === 0) return null;
  let sum = 0;
  for (const row of rows) {
    let agreeing = 0;
    for (const x of row) for (const y of row) agreeing += x === y ? 1 : 0;
    sum += (agreeing - row.length) / (row.length * (row.length - 1));
  }
  return sum / rows.length;
}

export interface CategoryShare {
  readonly category: string;
  readonly count: number;
  readonly share: number;
}

/** How often each category was used: what a chance-corrected coefficient leans on. */
export function prevalence(
  rows: readonly (readonly string[])[],
  categories: readonly string[],
): CategoryShare[] {
  const counts = new Map<string, number>();
  let all = 0;
  for (const rating of rows.flat()) {
    counts.set(rating, (counts.get(rating) ?? 0) + 1);
    all += 1;
  }
  return categories.map((category) => {
    const count = counts.get(category) ?? 0;
    return { category, count, share: count / all };
  });
}

export interface TwoByTwo {
  /** |a - d|/n: how lopsided the categories are; near 1, kappa is low even when raters mostly agree. */
  readonly prevalenceIndex: number;
  /** |b - c|/n: how differently the two raters use the categories. */
  readonly biasIndex: number;
  /** Prevalence- and bias-adjusted kappa, 2·p_o - 1. */
  readonly pabak: number;
  readonly n: number;
}

/** Indices of a 2 x 2 table (Byrt, Bishop and Carlin 1993). */
export function twoByTwoIndices(
  pairs: readonly (readonly [string, string])[],
  categories: readonly string[],
): TwoByTwo | null {
  const n = pairs.length;
  if (n === 0 || categories.length !== 2) return null;
  const count = (x: number, y: number): number =>
    pairs.filter(([first, second]) => first === categories[x] && second === categories[y]).length;
  const [a, b, c, d] = [count(0, 0), count(0, 1), count(1, 0), count(1, 1)];
  return {
    prevalenceIndex: Math.abs(a - d) / n,
    biasIndex: Math.abs(b - c) / n,
    pabak: (2 * (a + d)) / n - 1,
    n,
  };
}
