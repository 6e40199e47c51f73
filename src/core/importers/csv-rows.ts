/** Rows of a CSV file while it streams, with the line each begins on. papaparse does the quoting rules, this the pieces. */
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- every layer that imports this file needs the declaration
/// <reference path="./papaparse-parser.d.ts" />
import Papa from 'papaparse/papaparse.js';
import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { createUtf8Reader } from '../packs/utf8.ts';

export interface CsvRow {
  /** 1-based line on which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Set when the quoting of this row is broken; its cells must not be trusted. */
  readonly problem: string | null;
}

/** A row longer than this is a quote that was never closed. */
export const MAX_ROW_CHARS = 16 * 1024 * 1024;
/** How much is gathered before the next parse. */
const PIECE_CHARS = 256 * 1024;
const DELIMITERS = [',', '\t', ';', '|'] as const;

export async function* readCsvRows(file: SourceFile): AsyncIterable<CsvRow> {
  const reader = createUtf8Reader(file.name);
  let held = '';
  let line = 1;
  let parser: RowParser | null = null;
  // Doubling what is awaited keeps a row that spans many pieces from being parsed once per piece.
  let enough = PIECE_CHARS;
  for await (const piece of file.stream()) {
    held += reader.push(piece);
    if (held.length < enough) continue;
    parser ??= rowParser(held, false);
    if (parser !== null) {
      const { rows, rest } = parser(held, line, false);
      yield* rows;
      held = rest;
      line = rows.reduce((at, row) => at + lineCount(row), line);
    }
    if (held.length > MAX_ROW_CHARS) {
      throw new AppError(
        'input/too-large',
        `${file.name}: the row that begins on line ${line} never ends: is a quote unclosed?`,
        {
          file: file.name,
          line,
          maxChars: MAX_ROW_CHARS,
        },
      );
    }
    enough = Math.min(Math.max(PIECE_CHARS, held.length * 2), MAX_ROW_CHARS + 1);
  }
  reader.finish();
  parser ??= rowParser(held, true);
  if (held !== '' && parser !== null) yield* parser(held, line, true).rows;
}

type RowParser = (text: string, line: number, last: boolean) => { rows: CsvRow[]; rest: string };

/** Null while the text does not yet hold a whole first row. */
function rowParser(text: string, last: boolean): RowParser | null {
  const delimiter = guessDelimiter(text, last);
  if (delimiter === null) return null;
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  return (input, firstLine, final) => {
    const even = withOneLineEnd(input, delimiter, final);
    const rows: CsvRow[] = [];
    let line = firstLine;
    const take = (text: string, ignoreLast: boolean): number => {
      const result = parser.parse(text, 0, ignoreLast);
      // A text that ends with a line end has no row behind it.
      if (!ignoreLast && isBlank(result.data.at(-1))) result.data.pop();
      for (const cells of result.data) {
        const row = { line, cells, problem: null };
        line += lineCount(row);
        rows.push(row);
      }
      return result.meta.cursor;
    };
    let from = 0;
    for (;;) {
      const broken = brokenRow(even, from, delimiter, final);
      if (broken === null) break;
      if (broken.start > from) take(even.slice(from, broken.start), false);
      rows.push({ line, cells: [even.slice(broken.start, broken.end)], problem: BROKEN_QUOTES });
      line += 1;
      from = broken.end;
    }
    const cursor = take(even.slice(from), !final);
    return { rows, rest: even.slice(from + cursor) };
  };
}

const BROKEN_QUOTES =
  'the quotes of this row do not match: a quote inside a quoted cell is written twice ("")';

/**
 * The first row whose quoting is broken: text behind the quote that closes a cell, or, at the end of the file, a quote
 * that is never closed. It ends with its line, so that the rows behind it are read and not taken for part of it.
 */
function brokenRow(
  text: string,
  from: number,
  delimiter: string,
  last: boolean,
): { start: number; end: number } | null {
  if (text.indexOf('"', from) < 0) return null;
  let start = from;
  let quoted = false;
  let cellBegins = true;
  const row = (): { start: number; end: number } | null => {
    const end = text.indexOf('\n', start);
    // Its end is still to come.
    if (end < 0) return last ? { start, end: text.length } : null;
    return { start, end: end + 1 };
  };
  for (let at = from; at < text.length; at += 1) {
    const c = text[at];
    if (quoted) {
      if (c !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else if (isCellEnd(text, at + 1, delimiter)) quoted = false;
      else return row();
    } else if (c === '"' && cellBegins) {
      quoted = true;
      cellBegins = false;
    } else if (c === '\n') {
      start = at + 1;
      cellBegins = true;
    } else {
      cellBegins = c === delimiter;
    }
  }
  return quoted && last ? row() : null;
}

function isBlank(cells: readonly string[] | undefined): boolean {
  return cells !== undefined && cells.length === 1 && cells[0] === '';
}

/** Lines a row takes in the file: its own end and the line breaks inside its cells. */
function lineCount(row: CsvRow): number {
  let lines = 1;
  for (const cell of row.cells) lines += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  return lines;
}

/**
 * The text with a line feed at the end of each row, whichever of the three line ends stood there: files joined from
 * several systems have more than one, and rows would run into each other. Inside quotes everything stays. `text` begins
 * where a row does.
 */
function withOneLineEnd(text: string, delimiter: string, last: boolean): string {
  if (!text.includes('\r')) return text;
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  let cellBegins = true;
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at];
    if (quoted) {
      if (c !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      // Where text stands behind it the row is broken, and ends with its line: brokenRow().
      else quoted = false;
      cellBegins = false;
    } else if (c === '"' && cellBegins) {
      quoted = true;
    } else if (c === '\r') {
      // At the very end its line feed may be in the next piece.
      if (!last && at === text.length - 1) break;
      parts.push(text.slice(from, at));
      if (text[at + 1] === '\n') at += 1;
      from = at + 1;
      cellBegins = true;
    } else {
      cellBegins = c === delimiter || c === '\n';
    }
  }
  return [...parts, text.slice(from)].join('\n');
}

/** As papaparse reads it: a quote closes its cell when nothing but spaces stands before what ends the cell. */
function isCellEnd(text: string, from: number, delimiter: string): boolean {
  let at = from;
  while (text[at] === ' ') at += 1;
  const c = text[at];
  return c === undefined || c === delimiter || c === '\n' || c === '\r';
}

/** From the first row, outside its quotes. */
function guessDelimiter(text: string, last: boolean): string | null {
  let quoted = false;
  let end = text.length;
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at] ?? '';
    if (c === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (c === '\n' || c === '\r') {
      end = at;
      break;
    } else counts.set(c, (counts.get(c) ?? 0) + 1);
  }
  // A carriage return at the very end may have its line feed in the next piece.
  if (!last && end >= text.length - 1) return null;
  return DELIMITERS.reduce<string>(
    (best, next) => ((counts.get(next) ?? 0) > (counts.get(best) ?? 0) ? next : best),
    ',',
  );
}
