import type { SourceFile } from '../../contracts.ts';
import { AppError } from '../../errors.ts';
import { openTable } from '../../importers/table.ts';
import { isComputable } from '../largest-number.ts';

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
    const cells = table.columns.map((column) => (row.values.get(column) ?? '').trim());
    // The first names the row.
    const huge = cells.findIndex((cell, at) => at > 0 && isHuge(Number(cell)));
    if (huge > 0)
      throw new AppError(
        'input/schema',
        `${file.name}, line ${line}, column "${table.columns[huge] ?? ''}": too large to compute with`,
        { file: file.name, line },
      );
    rows.push({ line, cells });
  }
  if (rows.length === 0) throw new AppError('input/empty', `${file.name} has no rows`, { file: file.name });
  return { columns: table.columns, rows };
}

function isHuge(value: number): boolean {
  return !Number.isNaN(value) && !isComputable(value);
}
