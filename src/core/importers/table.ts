import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { type CsvRow, readCsvRows } from './csv-rows.ts';

export type TableRow =
  | { readonly kind: 'row'; readonly line: number; readonly values: ReadonlyMap<string, string> }
  | { readonly kind: 'problem'; readonly line: number; readonly field: null; readonly problem: string };

export interface Table {
  readonly columns: readonly string[];
  /** The rows under the header; can be walked once. */
  readonly rows: AsyncIterable<TableRow>;
}

/** A CSV file whose first row names the columns. */
export async function openTable(file: SourceFile): Promise<Table> {
  const rows = readCsvRows(file)[Symbol.asyncIterator]();
  const first = await rows.next();
  if (first.done === true) throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
  const { problem, cells, line } = first.value;
  const columns = cells.map((cell, index) => cell.trim() || `column ${index + 1}`);
  const seen = new Set<string>();
  const twice = columns.find((column) => seen.size === seen.add(column).size);
  if (problem !== null || twice !== undefined) {
    const what = problem ?? `two columns are called "${twice ?? ''}"`;
    throw new AppError('input/schema', `${file.name}, line ${line}: ${what}`, {
      file: file.name,
      line,
      problems: [what],
    });
  }
  return { columns, rows: dataRows(rows, columns) };
}

async function* dataRows(rows: AsyncIterator<CsvRow>, columns: readonly string[]): AsyncIterable<TableRow> {
  try {
    for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
      const { line, cells, problem } = next.value;
      // Spreadsheets leave blank rows and empty cells behind; those hold nothing to lose.
      if (cells.every((cell) => cell.trim() === '')) continue;
      const extra = cells.slice(columns.length).some((cell) => cell.trim() !== '');
      if (problem !== null) yield { kind: 'problem', line, field: null, problem };
      else if (extra || cells.length < columns.length) {
        const text = `has ${cells.length} cells where the header has ${columns.length}`;
        yield { kind: 'problem', line, field: null, problem: text };
      } else
        yield {
          kind: 'row',
          line,
          values: new Map(columns.map((column, index) => [column, cells[index] ?? ''])),
        };
    }
  } finally {
    await rows.return?.();
  }
}
