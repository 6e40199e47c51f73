import { clipInterval } from '../interval.ts';
import { normalQuantile } from '../normal.ts';
import { type Agreement, FEW_ITEMS } from './agreement-value.ts';
import { type IntervalOptions, type RowClusters, isClustered, withItemBootstrap } from './item-bootstrap.ts';
import { notApplicable } from './not-applicable.ts';

/** The table of categories grows with their square, and measurements are hardly ever exactly alike. */
const MAX_CATEGORIES = 100;
/** Up to here a table may have more categories than items. */
const FEW_CATEGORIES = 20;

export type KappaWeights = 'plain' | 'linear' | 'quadratic';

/** Kappa of clustered pairs, with whole clusters drawn in place of the large-sample error, which takes pairs as independent. */
export function clusteredKappa(
  pairs: readonly (readonly [string, string])[],
  categories: readonly string[],
  weights: KappaWeights,
  scale: readonly number[],
  options: IntervalOptions,
  clusters: RowClusters,
): Agreement {
  const found = cohenKappa(pairs, categories, weights, scale, options.level);
  if (found.kind === 'not-applicable' || !isClustered(pairs, clusters)) return found;
  const kappaOf = (rows: readonly (readonly [string, string])[]): number | null => {
    const drawn = cohenKappa(rows, categories, weights, scale, options.level);
    return drawn.kind === 'not-applicable' ? null : drawn.value;
  };
  return withItemBootstrap(pairs, kappaOf, found.value, options, clusters);
}

/**
 * Cohen's kappa, plain or weighted (Cohen 1960, 1968), with the large-sample standard error of Fleiss, Cohen and Everitt
 * (Psychol Bull 72:323, 1969) for a non-zero kappa, and kappa ± z·se. `scale[i]` is the place of category i: weights
 * grow with the distance between places, so a scale point nobody used still counts.
 */
export function cohenKappa(
  pairs: readonly (readonly [string, string])[],
  categories: readonly string[],
  weights: KappaWeights,
  scale: readonly number[],
  level: number,
): Agreement {
  const n = pairs.length;
  if (n === 0) return notApplicable('no-pairable-ratings');
  if (categories.length > MAX_CATEGORIES || categories.length > Math.max(FEW_CATEGORIES, n))
    return notApplicable('too-many-categories');
  const place = new Map(categories.map((category, index) => [category, index]));
  const size = categories.length;
  const shares = Array.from({ length: size }, () => new Float64Array(size));
  for (const [first, second] of pairs) {
    const row = shares[place.get(first) ?? -1];
    const column = place.get(second) ?? -1;
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1 / n;
  }
  const rows = shares.map((row) => row.reduce((sum, share) => sum + share, 0));
  const columns = categories.map((_, j) => shares.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const agreement = agreementWeights(weights, scale);
  const total = (f: (i: number, j: number) => number): number => {
    let sum = 0;
    for (let i = 0; i < size; i += 1) for (let j = 0; j < size; j += 1) sum += f(i, j);
    return sum;
  };
  const share = (i: number, j: number): number => shares[i]?.[j] ?? 0;
  const row = (i: number): number => rows[i] ?? 0;
  const column = (j: number): number => columns[j] ?? 0;
  const observed = total((i, j) => agreement(i, j) * share(i, j));
  const expected = total((i, j) => agreement(i, j) * row(i) * column(j));
  // Both raters used one and the same category only: 0/0.
  if (1 - expected < 1e-12) return notApplicable('one-category');
  const kappa = (observed - expected) / (1 - expected);

  const rowMean = categories.map((_, i) => columns.reduce((sum, c, j) => sum + agreement(i, j) * c, 0));
  const columnMean = categories.map((_, j) => rows.reduce((sum, r, i) => sum + agreement(i, j) * r, 0));
  const spread = total(
    (i, j) => share(i, j) * (agreement(i, j) - ((rowMean[i] ?? 0) + (columnMean[j] ?? 0)) * (1 - kappa)) ** 2,
  );
  const variance = (spread - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2);
  const standardError = variance < 1e-15 ? 0 : Math.sqrt(variance);
  const half = normalQuantile((1 + level) / 2) * standardError;
  return {
    kind: 'value',
    value: kappa,
    ...clipInterval({ low: kappa - half, high: kappa + half }, -1, 1),
    level,
    method: 'asymptotic',
    n,
    standardError,
    ...(standardError === 0
      ? { unreliable: 'no-disagreement' as const }
      : n < FEW_ITEMS
        ? { unreliable: 'few-items' as const }
        : {}),
  };
}

function agreementWeights(weights: KappaWeights, scale: readonly number[]): (i: number, j: number) => number {
  if (weights === 'plain') return (i, j) => (i === j ? 1 : 0);
  const span = Math.max(...scale) - Math.min(...scale);
  return (i, j) => {
    const distance = span === 0 ? 0 : Math.abs((scale[i] ?? 0) - (scale[j] ?? 0)) / span;
    return 1 - (weights === 'linear' ? distance : distance * distance);
  };
}
