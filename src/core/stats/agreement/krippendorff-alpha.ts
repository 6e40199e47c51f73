import type { Agreement } from './agreement-value.ts';
import { type IntervalOptions, type RowClusters, keptRows, withItemBootstrap } from './item-bootstrap.ts';
import { notApplicable } from './not-applicable.ts';
import type { MeasurementLevel } from './ratings-table.ts';

/**
 * Krippendorff's alpha for any number of raters with missing ratings (Krippendorff 2011, "Computing Krippendorff's
 * Alpha-Reliability"): 1 - D_o/D_e over items with at least two ratings. Distances: nominal 0/1; interval (c - k)²;
 * ordinal the squared number of ratings between two categories, each half counted, which equals the interval distance
 * once every value is recoded to its mid-rank. `rows` hold category names for nominal, numbers otherwise; the interval
 * is a percentile bootstrap over items, or over their clusters.
 */
export function krippendorffAlpha(
  rows: readonly (readonly (string | number)[])[],
  level: MeasurementLevel,
  options: IntervalOptions,
  clusters: RowClusters = null,
): Agreement {
  const { rows: pairable, clusters: own } = keptRows(rows, clusters, (row) => row.length >= 2);
  if (pairable.length === 0) return notApplicable('no-pairable-ratings');
  const canonical = pairable.map((row) => [...row].sort(ascending));
  const value = alphaOf(canonical, level);
  if (value === null) return notApplicable('one-category');
  return withItemBootstrap(canonical, (resample) => alphaOf(resample, level), value, options, own);
}

function ascending(x: string | number, y: string | number): number {
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Null when no two ratings differ: expected disagreement is zero. */
function alphaOf(rows: readonly (readonly (string | number)[])[], level: MeasurementLevel): number | null {
  const counts = new Map<string | number, number>();
  let n = 0;
  for (const row of rows) {
    n += row.length;
    for (const rating of row) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  }
  if (counts.size < 2) return null;
  const spread = level === 'nominal' ? nominalSpread : squaredSpread(placesOf(counts, level));
  let observed = 0;
  for (const row of rows) observed += spread(countsOf(row), row.length) / (row.length - 1);
  const expected = spread(counts, n);
  // D_o = (1/n) Σ_u spread_u/(m_u - 1), D_e = spread/(n(n - 1)); the factors n cancel to n - 1.
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

function countsOf(row: readonly (string | number)[]): Map<string | number, number> {
  const counts = new Map<string | number, number>();
  for (const rating of row) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  return counts;
}

type Spread = (counts: ReadonlyMap<string | number, number>, total: number) => number;

/** Sum of distances over ordered pairs of ratings: m² - Σ c². */
const nominalSpread: Spread = (counts, total) => {
  let same = 0;
  for (const count of counts.values()) same += count * count;
  return total * total - same;
};

/** Σ over ordered pairs of (x - y)² = 2m Σ (x - mean)². */
function squaredSpread(places: ReadonlyMap<string | number, number>): Spread {
  return (counts, total) => {
    let sum = 0;
    for (const [rating, count] of counts) sum += count * (places.get(rating) ?? 0);
    const mean = sum / total;
    let squares = 0;
    for (const [rating, count] of counts) squares += count * ((places.get(rating) ?? 0) - mean) ** 2;
    return 2 * total * squares;
  };
}

function placesOf(
  counts: ReadonlyMap<string | number, number>,
  level: MeasurementLevel,
): Map<string | number, number> {
  if (level === 'interval') return new Map([...counts.keys()].map((value) => [value, Number(value)]));
  let below = 0;
  const places = new Map<string | number, number>();
  for (const [value, count] of [...counts].sort(([x], [y]) => ascending(x, y))) {
    places.set(value, below + count / 2);
    below += count;
  }
  return places;
}
