/** Rows of a public set in whatever form it is passed on: CSV, one JSON object per line, or one JSON list. */
import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { readLines } from '../packs/lines.ts';
import { parseStrictJson } from '../packs/strict-json.ts';
import { readJsonMembers } from './json-members.ts';
import { openTable } from './table.ts';

export type RecordRow =
  | { readonly kind: 'record'; readonly line: number; readonly values: ReadonlyMap<string, unknown> }
  | {
      readonly kind: 'problem';
      readonly line: number;
      readonly field: string | null;
      readonly problem: string;
    };

export interface Records {
  /** The header of a table; null for JSON, where every row names its own fields. */
  readonly columns: readonly string[] | null;
  readonly rows: AsyncIterable<RecordRow>;
}

export async function openRecords(file: SourceFile): Promise<Records> {
  const head = await fileHead(file);
  if (/^\s*\[/.test(head)) return { columns: null, rows: jsonRows(file, readJsonMembers(file)) };
  if (/^\s*\{/.test(head))
    return { columns: null, rows: jsonRows(file, readLines(file.stream(), file.name)) };
  const table = await openTable(file);
  return { columns: table.columns, rows: tableRows(table.rows) };
}

/** The first bytes as ASCII, without a byte order mark: enough to tell forms apart. */
export async function fileHead(file: SourceFile, bytes = 4096): Promise<string> {
  let head = '';
  for await (const piece of file.stream()) {
    for (const byte of piece.subarray(0, bytes - head.length)) head += String.fromCharCode(byte);
    if (head.length >= bytes) break;
  }
  return head.replace(/^\u00ef\u00bb\u00bf/, '');
}

async function* tableRows(
  rows: AsyncIterable<
    | { kind: 'row'; line: number; values: ReadonlyMap<string, string> }
    | Extract<RecordRow, { kind: 'problem' }>
  >,
): AsyncIterable<RecordRow> {
  for await (const row of rows) {
    yield row.kind === 'problem' ? row : { kind: 'record', line: row.line, values: row.values };
  }
}

async function* jsonRows(
  file: SourceFile,
  texts: AsyncIterable<{ readonly line: number; readonly text: string }>,
): AsyncIterable<RecordRow> {
  let rows = 0;
  for await (const { line, text } of texts) {
    if (text.trim() === '') continue;
    rows += 1;
    yield jsonRow(file, line, text);
  }
  if (rows === 0) throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
}

/** One JSON object as a row; what is no object or not JSON at all is reported with its line. */
export function jsonRow(file: SourceFile, line: number, text: string): RecordRow {
  const problem = (what: string): RecordRow => ({ kind: 'problem', line, field: null, problem: what });
  try {
    const value = parseStrictJson(text, { file: file.name, firstLine: line });
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return problem('is not a JSON object');
    return { kind: 'record', line, values: new Map<string, unknown>(Object.entries(value)) };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const { column, problem: what } = thrown.details;
    return problem(typeof column === 'number' ? `column ${column}: ${String(what)}` : thrown.message);
  }
}
