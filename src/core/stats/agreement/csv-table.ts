import type { SourceFile } from '../../contracts.ts';
import { AppError } from '../../errors.ts';
import { openTable } from '../../importers/table.ts';

/** A small CSV in memory: one header line, every row one trimmed cell per column. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null']);

/** Empty cells and the usual words for "no value". */
export function isMissing(cell: string): boolean {
  return MISSING.has(cell.toLowerCase());
}

/** Nothing is repaired or skipped: a row that does not fit its header is an error with its line. */
export async function readCsvTable(file: SourceFile): Promise<CsvTable> {
  const table = await openTable(file);
  const rows: { line: number; cells: string[] }[] = [];
  for await (const row of table.rows) {
    const { line } = row;
    if (row.kind === 'problem')
      throw new AppError('input/schema', `${file.name}, line ${line}: ${row.problem}`, {
        file: file.name,
        line,
      });
    rows.push({ line, cells: table.columns.map((column) => (row.values.get(column) ?? '').trim()) });
  }
  if (rows.length === 0) throw new AppError('input/empty', `${file.name} has no rows`, { file: file.name });
  return { columns: table.columns, rows };
}
