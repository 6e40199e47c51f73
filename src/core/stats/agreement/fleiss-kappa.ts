import type { Agreement } from './agreement-value.ts';
import { type IntervalOptions, type RowClusters, withItemBootstrap } from './item-bootstrap.ts';
import { notApplicable } from './not-applicable.ts';

/**
 * Fleiss' kappa for a fixed number of raters (Fleiss 1971): agreement of all pairs against what the pooled category
 * shares would give. Takes items that every rater rated; the interval is a bootstrap over items, because the published
 * standard error (Fleiss, Nee and Landis 1979) holds for kappa = 0 only.
 */
export function fleissKappa(
  rows: readonly (readonly string[])[],
  options: IntervalOptions,
  clusters: RowClusters = null,
): Agreement {
  if (rows.length === 0) return notApplicable('no-complete-item');
  if ((rows[0]?.length ?? 0) < 2) return notApplicable('one-rater');
  const canonical = rows.map((row) => [...row].sort());
  const value = kappaOf(canonical);
  if (value === null) return notApplicable('one-category');
  return withItemBootstrap(canonical, kappaOf, value, options, clusters);
}

function kappaOf(rows: readonly (readonly string[])[]): number | null {
  const totals = new Map<string, number>();
  let agreeing = 0;
  let raters = 0;
  for (const row of rows) {
    const counts = new Map<string, number>();
    for (const rating of row) counts.set(rating, (counts.get(rating) ?? 0) + 1);
    raters = row.length;
    for (const [category, count] of counts) {
      agreeing += count * (count - 1);
      totals.set(category, (totals.get(category) ?? 0) + count);
    }
  }
  if (totals.size < 2) return null;
  const observed = agreeing / (rows.length * raters * (raters - 1));
  let expected = 0;
  for (const count of totals.values()) expected += (count / (rows.length * raters)) ** 2;
  return (observed - expected) / (1 - expected);
}
