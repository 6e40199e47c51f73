/** What the tests of agreement share. */
import fc from 'fast-check';
import type { Agreement } from '../agreement-value.ts';
import type { RatingsTable } from '../ratings-table.ts';

export const OPTIONS = { level: 0.95, seed: 1 };
export const LEVELS = ['nominal', 'ordinal', 'interval'] as const;

export const valueOf = (agreement: Agreement): number =>
  agreement.kind === 'value' ? agreement.value : Number.NaN;

export function tableOf(cells: readonly (readonly (string | null)[])[]): RatingsTable {
  return {
    items: cells.map((_, i) => `i${i}`),
    raters: (cells[0] ?? []).map((_, i) => `r${i}`),
    cells,
  };
}

const rating = fc.option(fc.constantFrom('1', '2', '3', '5'), { nil: null, freq: 5 });
export const ratings = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 8 }))
  .chain(([raters, items]) =>
    fc.array(fc.array(rating, { minLength: raters, maxLength: raters }), {
      minLength: items,
      maxLength: items,
    }),
  );

/** All coefficients of a report, without intervals. */
