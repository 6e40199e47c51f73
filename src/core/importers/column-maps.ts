/** What a person said of the columns of a table, kept for the next file with the same columns. */
import * as v from 'valibot';

export const ColumnMapSchema = v.object({
  /** In alphabetical order. */
  columns: v.array(v.string()),
  /** Sample field -> column. */
  map: v.record(v.string(), v.string()),
  answersFrom: v.optional(v.picklist([0, 1])),
});
export type ColumnMap = v.InferOutput<typeof ColumnMapSchema>;

/** Newest first; older ones are forgotten. */
const MAX_MAPS = 50;

const sorted = (columns: readonly string[]): string[] => columns.toSorted((a, b) => (a < b ? -1 : 1));

export function mapFor(columns: readonly string[], maps: readonly ColumnMap[]): ColumnMap | null {
  const key = JSON.stringify(sorted(columns));
  return maps.find((each) => JSON.stringify(each.columns) === key) ?? null;
}

export function withMap({ columns, ...said }: ColumnMap, maps: readonly ColumnMap[]): readonly ColumnMap[] {
  const mine = { columns: sorted(columns), ...said };
  const known = mapFor(columns, maps);
  return [mine, ...maps.filter((each) => each !== known)].slice(0, MAX_MAPS);
}
