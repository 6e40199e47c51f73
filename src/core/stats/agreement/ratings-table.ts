/** Items x raters; null = not rated. Every row has one cell per rater. */
export interface RatingsTable {
  readonly items: readonly string[];
  readonly raters: readonly string[];
  readonly cells: readonly (readonly (string | null)[])[];
  /** The patient or note of each item, where it is known; items of one are not independent. */
  readonly clusters?: readonly string[] | undefined;
}

export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval';

/** The ratings of each item without the gaps, order of raters kept. */
export function ratingsByItem<T>(cells: readonly (readonly (T | null)[])[]): T[][] {
  return cells.map((row) => row.filter((cell): cell is T & {} => cell !== null));
}

/** Rows in which nobody's rating is missing. */
export function completeRows<T>(cells: readonly (readonly (T | null)[])[]): T[][] {
  return ratingsByItem(cells).filter((row, index) => row.length === cells[index]?.length);
}

/** The table as numbers, or null when any rating is not a finite number. */
export function numericCells(table: RatingsTable): (number | null)[][] | null {
  const rows = table.cells.map((row) => row.map((cell) => (cell === null ? null : toNumber(cell))));
  return rows.some((row) => row.includes(undefined)) ? null : (rows as (number | null)[][]);
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function toNumber(text: string): number | undefined {
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** Distinct ratings, numbers ascending by value, other words by code unit: the same whatever order rows came in. */
export function categoriesOf(cells: readonly (readonly (string | null)[])[]): string[] {
  const distinct = [...new Set(ratingsByItem(cells).flat())];
  const numbers = distinct.every((one) => toNumber(one) !== undefined);
  return distinct.sort((x, y) => (numbers ? Number(x) - Number(y) : x < y ? -1 : 1));
}
