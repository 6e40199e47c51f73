import type { AgreementValue } from './agreement-value.ts';
import { fQuantile, fTail } from './f-distribution.ts';
import { type NotApplicable, notApplicable } from './not-applicable.ts';

/** Relative to the whole: below this a difference of sums is rounding. */
const TRACE = 1e-6;

const FORMS = ['icc.1.1', 'icc.2.1', 'icc.3.1', 'icc.1.k', 'icc.2.k', 'icc.3.k'] as const;
export type IntraclassForm = (typeof FORMS)[number];

export interface IntraclassValue extends AgreementValue {
  /** Test that the coefficient is zero; null where the error is zero and F has no finite value. */
  readonly test: {
    readonly f: number;
    readonly df1: number;
    readonly df2: number;
    readonly p: number;
  } | null;
  readonly raters: number;
}

export type Intraclass = IntraclassValue | NotApplicable;

interface MeanSquares {
  readonly n: number;
  readonly k: number;
  readonly rows: number;
  readonly columns: number;
  readonly error: number;
  readonly within: number;
}

/**
 * The six intraclass correlations of Shrout and Fleiss (Psychol Bull 86:420, 1979) with F, degrees of freedom, p and
 * intervals as there and in McGraw and Wong (Psychol Methods 1:30, 1996): (1,·) one-way; (2,·) raters are a sample,
 * absolute agreement; (3,·) these raters only, consistency; (·,1) one rater, (·,k) the mean of all raters.
 * `matrix`: items that every rater rated.
 */
export function intraclass(
  matrix: readonly (readonly number[])[],
  level: number,
): Readonly<Record<IntraclassForm, Intraclass>> {
  const squares = meanSquares(matrix);
  return Object.fromEntries(
    FORMS.map((form) => [form, 'kind' in squares ? squares : oneForm(form, squares, level)]),
  ) as Record<IntraclassForm, Intraclass>;
}

function meanSquares(matrix: readonly (readonly number[])[]): MeanSquares | NotApplicable {
  const n = matrix.length;
  const k = matrix[0]?.length ?? 0;
  if (n > 0 && k < 2) return notApplicable('one-rater');
  if (n < 2) return notApplicable('too-few-items');
  // Deviations from one rating: large ratings close together would lose their digits otherwise.
  const origin = matrix[0]?.[0] ?? 0;
  const rowMeans = matrix.map((row) => row.reduce((sum, x) => sum + (x - origin), 0) / k);
  const columnMeans = Array.from(
    { length: k },
    (_, j) => matrix.reduce((sum, row) => sum + ((row[j] ?? 0) - origin), 0) / n,
  );
  const grand = rowMeans.reduce((sum, mean) => sum + mean, 0) / n;
  const squared = (values: readonly number[]): number => values.reduce((sum, x) => sum + (x - grand) ** 2, 0);
  const rowSquares = k * squared(rowMeans);
  const columnSquares = n * squared(columnMeans);
  let errorSquares = 0;
  let withinSquares = 0;
  matrix.forEach((row, i) => {
    row.forEach((x, j) => {
      const inRow = x - origin - (rowMeans[i] ?? 0);
      withinSquares += inRow ** 2;
      errorSquares += (inRow - ((columnMeans[j] ?? 0) - grand)) ** 2;
    });
  });
  const total = rowSquares + withinSquares;
  if (total === 0) return notApplicable('no-variation');
  // Rounding leaves a trace where the true sum is zero; next to the total it is nothing.
  const clean = (sum: number): number => (sum < total * 1e-20 ? 0 : sum);
  return {
    n,
    k,
    rows: clean(rowSquares) / (n - 1),
    columns: clean(columnSquares) / (k - 1),
    error: clean(errorSquares) / ((n - 1) * (k - 1)),
    within: clean(withinSquares) / (n * (k - 1)),
  };
}

function oneForm(form: IntraclassForm, ms: MeanSquares, level: number): Intraclass {
  const { n, k, rows, error, within } = ms;
  const oneWay = form.startsWith('icc.1');
  const single = form.endsWith('.1');
  const noise = oneWay ? within : error;
  const df1 = n - 1;
  const df2 = oneWay ? n * (k - 1) : (n - 1) * (k - 1);
  const value = coefficient(form, ms);
  if (value === null) return notApplicable(rows === 0 ? 'no-variation' : 'undefined-ratio');
  const base = { kind: 'value', value, level, n, raters: k } as const;
  if (noise === 0) {
    return { ...base, low: null, high: null, method: 'none', test: null, unreliable: 'no-disagreement' };
  }
  const f = rows / noise;
  const test = { f, df1, df2, p: fTail(f, df1, df2) };
  // Items of one and the same mean: the coefficient is at its floor, and the formulas give an interval without width.
  if (rows === 0) return { ...base, low: null, high: null, method: 'none', test };
  const tail = (1 + level) / 2;
  let low: number;
  let high: number;
  if (form.startsWith('icc.2')) ({ low, high } = agreementBounds(ms, level));
  else {
    const least = f / fQuantile(tail, df1, df2);
    const most = f * fQuantile(tail, df2, df1);
    low = (least - 1) / (least + k - 1);
    high = (most - 1) / (most + k - 1);
  }
  if (!single) {
    low = ofMean(low, k);
    high = ofMean(high, k);
  }
  if (!Number.isFinite(low) || !Number.isFinite(high))
    return { ...base, low: null, high: null, method: 'none', test };
  return { ...base, low, high, method: 'f', test };
}

function coefficient(
  form: IntraclassForm,
  { n, k, rows, columns, error, within }: MeanSquares,
): number | null {
  const least = TRACE * (rows + columns + error + within);
  const ratio = (top: number, bottom: number): number | null => (bottom > least ? top / bottom : null);
  switch (form) {
    case 'icc.1.1':
      return ratio(rows - within, rows + (k - 1) * within);
    case 'icc.2.1':
      return ratio(rows - error, rows + (k - 1) * error + (k * (columns - error)) / n);
    case 'icc.3.1':
      return ratio(rows - error, rows + (k - 1) * error);
    case 'icc.1.k':
      return ratio(rows - within, rows);
    case 'icc.2.k':
      return ratio(rows - error, rows + (columns - error) / n);
    case 'icc.3.k':
      return ratio(rows - error, rows);
    default:
      return form satisfies never;
  }
}

/** Spearman-Brown: from one rater to the mean of k. Not finite at the pole -1/(k - 1), nor so close that only rounding decides. */
function ofMean(single: number, k: number): number {
  const bottom = 1 + single * (k - 1);
  return bottom < TRACE ? Number.NaN : (single * k) / bottom;
}

/** Interval of ICC(2,1) by Satterthwaite's degrees of freedom (Fleiss and Shrout 1978; McGraw and Wong, case 2A). */
function agreementBounds(
  { n, k, rows, columns, error }: MeanSquares,
  level: number,
): { low: number; high: number } {
  const icc = (rows - error) / (rows + (k - 1) * error + (k * (columns - error)) / n);
  // With the coefficient at 1 the two parts are infinite and cancel; the formula has no value there.
  const a = (k * icc) / (n * (1 - icc));
  const b = 1 + (k * icc * (n - 1)) / (n * (1 - icc));
  const v =
    (a * columns + b * error) ** 2 / ((a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)));
  if (!Number.isFinite(v) || v < TRACE) return { low: Number.NaN, high: Number.NaN };
  const tail = (1 + level) / 2;
  const upper = fQuantile(tail, n - 1, v);
  const lower = fQuantile(tail, v, n - 1);
  const rest = k * columns + (k * n - k - n) * error;
  return {
    low: (n * (rows - upper * error)) / (upper * rest + n * rows),
    high: (n * (lower * rows - error)) / (rest + n * lower * rows),
  };
}
