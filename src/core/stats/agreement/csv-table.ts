import Papa from 'papaparse';
import { AppError } from '../../errors.ts';

/** A CSV with one header line; every row has one cell per column, trimmed. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null']);

/** Empty cells and the usual words for "no value". */
export function isMissing(cell: string): boolean {
  return MISSING.has(cell.toLowerCase());
}

/** Nothing is repaired or skipped: a row with more or fewer cells than the header is an error with its line. */
export function readCsvTable(text: string, file: string): CsvTable {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    header: false,
    skipEmptyLines: 'greedy',
  });
  const [first] = parsed.errors.filter((error) => error.code !== 'UndetectableDelimiter');
  if (first !== undefined) {
    const line = (first.row ?? 0) + 1;
    throw new AppError('input/schema', `${file}, row ${line}: ${first.message}`, { file, line });
  }
  const [header, ...body] = parsed.data;
  if (header === undefined || body.length === 0)
    throw new AppError('input/empty', `${file} has no rows`, { file });
  const columns = header.map((name) => name.trim());
  const repeated = columns.find((name, index) => name === '' || columns.indexOf(name) !== index);
  if (repeated !== undefined) {
    const problem = repeated === '' ? 'a column has no name' : `column "${repeated}" occurs twice`;
    throw new AppError('input/schema', `${file}, row 1: ${problem}`, { file, line: 1 });
  }
  const rows = body.map((cells, index) => {
    const line = index + 2;
    if (cells.length !== columns.length) {
      const problem = `has ${cells.length} cells, the header ${columns.length}`;
      throw new AppError('input/schema', `${file}, row ${line}: ${problem}`, { file, line });
    }
    return { line, cells: cells.map((cell) => cell.trim()) };
  });
  return { columns, rows };
}
