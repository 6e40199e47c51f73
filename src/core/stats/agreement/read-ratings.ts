import type { SourceFile } from '../../contracts.ts';
import { AppError } from '../../errors.ts';
import { type CsvTable, isMissing, readCsvTable } from './csv-table.ts';
import {
  type MeasurementLevel,
  type RatingsTable,
  categoriesOf,
  numericCells,
  ratingsByItem,
} from './ratings-table.ts';

export type RatingsShape = 'wide' | 'long';

export interface ReadRatings {
  readonly table: RatingsTable;
  readonly shape: RatingsShape;
  /** Why the file was taken for this shape; shown, so that a wrong guess is seen. */
  readonly shapeReason: string;
  readonly missing: number;
}

const RATER_WORDS = /^(rater|raters|judge|annotator|reviewer|coder|observer|assessor)([ _-]?(id|name))?$/i;
const ITEM_WORDS = /^(item|sample|case|id|note|encounter|question)([ _-]?id)?$/i;
const CLUSTER_WORDS = /^(cluster|patient)([ _-]?id)?$/i;
const RATING_WORDS = /^(rating|ratings|score|value|label|category|grade|code)$/i;

/**
 * Ratings from CSV. Wide: item, then one column per rater. Long: item, rater and rating columns, in any order; other
 * columns beside named ones are left alone. A column named patient or cluster beside them says which
 * items belong together.
 * A second rating of the same item by the same rater is an error: which one counts is not ours to decide.
 */
export async function readRatings(source: SourceFile, wanted: RatingsShape | null): Promise<ReadRatings> {
  const file = source.name;
  const { csv, clusterOf } = withoutClusters(await readCsvTable(source));
  const { shape, reason } = guessShape(csv, wanted);
  const { table, rowItems } = shape === 'long' ? fromLong(csv, file) : fromWide(csv, file);
  const clusters = clusterOf === null ? undefined : clustersOf(table.items, rowItems, clusterOf, csv, file);
  const cells = table.items.length * table.raters.length;
  const rated = ratingsByItem(table.cells).reduce((sum, row) => sum + row.length, 0);
  if (rated === 0) throw new AppError('input/empty', `${file} has no ratings`, { file });
  return { table: { ...plainNumbers(table), clusters }, shape, shapeReason: reason, missing: cells - rated };
}

/** A column that says whose the item is takes no part as a rater; never the first, which names the items. */
function withoutClusters(csv: CsvTable): { csv: CsvTable; clusterOf: readonly string[] | null } {
  const at = csv.columns.findIndex((name, index) => index > 0 && CLUSTER_WORDS.test(name));
  const named = (words: RegExp): boolean => csv.columns.some((name) => words.test(name));
  // In the long form a patient may be the item itself.
  const itemElsewhere = named(ITEM_WORDS) || !(named(RATER_WORDS) || named(RATING_WORDS));
  if (at === -1 || csv.columns.length < 4 || !itemElsewhere) return { csv, clusterOf: null };
  const others = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => index !== at);
  return {
    csv: {
      columns: others(csv.columns),
      rows: csv.rows.map(({ line, cells }) => ({ line, cells: others(cells) })),
    },
    clusterOf: csv.rows.map(({ cells }) => cells[at] ?? ''),
  };
}

/** One cluster an item: two different ones are an error, and an item without one is on its own. */
function clustersOf(
  items: readonly string[],
  rowItems: readonly string[],
  clusterOf: readonly string[],
  { rows }: CsvTable,
  file: string,
): string[] {
  const found = new Map<string, string>();
  rowItems.forEach((item, row) => {
    const own = clusterOf[row] ?? '';
    const cluster = isMissing(own) ? `item ${item}` : own;
    const known = found.get(item) ?? cluster;
    found.set(item, known);
    if (known === cluster) return;
    const line = rows[row]?.line ?? 0;
    throw new AppError(
      'input/schema',
      `${file}, line ${line}: item "${item}" belongs to "${known}" and to "${cluster}"`,
      { file, line },
    );
  });
  return items.map((item) => found.get(item) ?? `item ${item}`);
}

function guessShape(
  { columns, rows }: CsvTable,
  wanted: RatingsShape | null,
): { shape: RatingsShape; reason: string } {
  if (wanted !== null) return { shape: wanted, reason: 'as asked' };
  const named = (words: RegExp): boolean => columns.some((name) => words.test(name));
  if (columns.length >= 3 && named(RATER_WORDS) && named(RATING_WORDS))
    return { shape: 'long', reason: 'columns are named as rater and rating' };
  if (columns.length !== 3) return { shape: 'wide', reason: 'one column per rater' };
  const items = new Set(rows.map(({ cells }) => cells[0]));
  return items.size < rows.length
    ? { shape: 'long', reason: 'three columns, and items repeat' }
    : { shape: 'wide', reason: 'three columns, each item once: two raters' };
}

interface RatedRows {
  readonly table: RatingsTable;
  /** The item of each row of the file. */
  readonly rowItems: readonly string[];
}

function fromWide({ columns, rows }: CsvTable, file: string): RatedRows {
  const seen = new Set<string>();
  for (const { line, cells } of rows) checkItem(cells[0] ?? '', seen, file, line);
  const cells = rows.map((row) => row.cells.slice(1).map((cell) => (isMissing(cell) ? null : cell)));
  return { table: { items: [...seen], raters: columns.slice(1), cells }, rowItems: [...seen] };
}

function fromLong({ columns, rows }: CsvTable, file: string): RatedRows {
  if (columns.length < 3) {
    throw new AppError('input/schema', `${file}: the long form has columns for item, rater and rating`, {
      file,
    });
  }
  const find = (words: RegExp, taken: readonly number[]): number => {
    const free = (index: number): boolean => !taken.includes(index);
    const named = columns.findIndex((name, index) => free(index) && words.test(name));
    return named === -1 ? columns.findIndex((_, index) => free(index)) : named;
  };
  // Columns without telling names are read in the order item, rater, rating.
  const anyNamed = columns.some((name) => RATER_WORDS.test(name) || RATING_WORDS.test(name));
  const rater = anyNamed ? find(RATER_WORDS, []) : 1;
  const rating = anyNamed ? find(RATING_WORDS, [rater]) : 2;
  const item = anyNamed ? find(ITEM_WORDS, [rater, rating]) : 0;
  const items = new Map<string, number>();
  const raters = new Map<string, number>();
  const numbered = (map: Map<string, number>, key: string): number => {
    const index = map.get(key) ?? map.size;
    map.set(key, index);
    return index;
  };
  const entries = rows.map(({ line, cells }) => {
    const [itemId, raterId, value] = [cells[item] ?? '', cells[rater] ?? '', cells[rating] ?? ''];
    if (itemId === '' || raterId === '')
      throw new AppError('input/schema', `${file}, line ${line}: item or rater is empty`, { file, line });
    return { line, itemId, raterId, row: numbered(items, itemId), column: numbered(raters, raterId), value };
  });
  const cells = [...items.keys()].map(() => [...raters.keys()].map((): string | null => null));
  const taken = new Set<string>();
  for (const { line, itemId, raterId, row, column, value } of entries) {
    const key = `${row} ${column}`;
    if (taken.has(key)) {
      const problem = `rater "${raterId}" rates item "${itemId}" twice`;
      throw new AppError('input/duplicate-id', `${file}, line ${line}: ${problem}`, { file, line });
    }
    taken.add(key);
    const target = cells[row];
    if (target !== undefined) target[column] = isMissing(value) ? null : value;
  }
  return {
    table: { items: [...items.keys()], raters: [...raters.keys()], cells },
    rowItems: entries.map(({ itemId }) => itemId),
  };
}

function checkItem(item: string, seen: Set<string>, file: string, line: number): void {
  if (item === '')
    throw new AppError('input/schema', `${file}, line ${line}: the item is empty`, { file, line });
  if (seen.has(item))
    throw new AppError(
      'input/duplicate-id',
      `${file}, line ${line}: item "${item}" occurs twice (the first column names the items)`,
      {
        file,
        line,
      },
    );
  seen.add(item);
}

/** "1" and "1.0" are one rating when all ratings are numbers. */
function plainNumbers(table: RatingsTable): RatingsTable {
  const numbers = numericCells(table);
  if (numbers === null) return table;
  return {
    ...table,
    cells: numbers.map((row) => row.map((cell) => (cell === null ? null : String(cell + 0)))),
  };
}

/** A scale of a few whole numbers is taken for ordered grades, other numbers for measurements. Said, and overridable. */
export function guessLevel(table: RatingsTable): { level: MeasurementLevel; reason: string } {
  const numbers = numericCells(table);
  if (numbers === null) return { level: 'nominal', reason: 'ratings are words' };
  const categories = categoriesOf(table.cells);
  if (categories.length <= 2) return { level: 'nominal', reason: 'at most two different ratings' };
  const grades = categories.length <= 11 && categories.every((one) => Number.isInteger(Number(one)));
  return grades
    ? { level: 'ordinal', reason: `${categories.length} different whole numbers` }
    : { level: 'interval', reason: 'many or fractional numbers' };
}
