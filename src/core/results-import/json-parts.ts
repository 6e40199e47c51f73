/**
 * A JSON file in parts while it streams: the members of the top value, and the items of the long lists in it one by
 * one. Logs of other tools are gigabytes in one value.
 */
import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { MAX_LINE_CHARS } from '../packs/lines.ts';
import { createUtf8Reader } from '../packs/utf8.ts';

export interface JsonPart {
  /** "eval" for a member, "samples[]" for an item of that list, "[]" for an item of a top list. */
  readonly path: string;
  /** 1-based line on which it begins. */
  readonly line: number;
  /** Not yet checked to be JSON. */
  readonly text: string;
}

interface Level {
  readonly list: boolean;
  /** Path of this value. */
  readonly path: string;
  key: string;
}

const QUOTE = 34;
const BACKSLASH = 92;
const LINE_FEED = 10;
const COMMA = 44;
const COLON = 58;

/** `lists`: paths whose items are wanted one by one, e.g. "samples" or "results.results". */
export async function* readJsonParts(
  file: SourceFile,
  lists: readonly string[],
  maxChars: number = MAX_LINE_CHARS,
): AsyncIterable<JsonPart> {
  const reader = createUtf8Reader(file.name);
  const open: Level[] = [];
  /** Brackets open inside the part being read. */
  let inside = 0;
  let inString = false;
  let escaped = false;
  let closed = false;
  let line = 1;
  let startLine = 1;
  let parts: string[] = [];
  let held = 0;
  let blank = true;
  const top = (): Level | undefined => open.at(-1);
  const pathOf = (level: Level): string =>
    level.list ? `${level.path}[]` : level.path === '' ? level.key : `${level.path}.${level.key}`;
  /** Whether the value at this path is walked into rather than taken whole. */
  const descends = (path: string, list: boolean): boolean =>
    list ? lists.includes(path) : path === '' || lists.some((one) => one.startsWith(`${path}.`));
  const take = (last: string): JsonPart | null => {
    const level = top();
    const text = (parts.join('') + last).trim();
    parts = [];
    held = 0;
    blank = true;
    return text === '' || level === undefined ? null : { path: pathOf(level), line: startLine, text };
  };
  for await (const piece of file.stream()) {
    const text = reader.push(piece);
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const c = text.charCodeAt(at);
      if (c === LINE_FEED) line += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (c === BACKSLASH) escaped = true;
        else if (c === QUOTE) inString = false;
        continue;
      }
      if (c <= 32) continue;
      if (closed) throw broken(file, line, 'something stands behind its end');
      const level = top();
      if (blank && inside === 0) {
        blank = false;
        startLine = line;
        from = at;
      }
      if (c === QUOTE) inString = true;
      else if (c === 91 || c === 123) {
        const list = c === 91;
        const path = level === undefined ? '' : pathOf(level);
        const whole = inside > 0 || (level !== undefined && !descends(path, list)) || (level?.list ?? false);
        if (whole) {
          inside += 1;
          continue;
        }
        if (level === undefined && list && !lists.includes(''))
          throw broken(file, line, 'it does not begin with "{"');
        open.push({ list, path, key: '' });
        parts = [];
        held = 0;
        blank = true;
      } else if (c === 93 || c === 125) {
        if (inside > 0) {
          inside -= 1;
          continue;
        }
        if (level === undefined || level.list !== (c === 93))
          throw broken(file, line, 'a bracket is out of place');
        const part = take(blank ? '' : text.slice(from, at));
        if (part !== null) yield part;
        open.pop();
        if (open.length === 0) closed = true;
        // What follows the value walked into belongs to the level above.
        blank = true;
      } else if (inside === 0 && c === COMMA) {
        const part = take(text.slice(from, at));
        // A lone comma follows a value that was walked into.
        if (part !== null && part.text !== ',') yield part;
      } else if (inside === 0 && c === COLON && level !== undefined && !level.list) {
        const raw = (parts.join('') + text.slice(from, at)).trim();
        level.key = keyOf(raw) ?? level.key;
        parts = [];
        held = 0;
        blank = true;
      } else if (level === undefined) throw broken(file, line, 'it does not begin with "[" or "{"');
    }
    if (blank) continue;
    const rest = text.slice(from);
    parts.push(rest);
    held += rest.length;
    if (held > maxChars)
      throw new AppError(
        'input/too-large',
        `${file.name}: line ${startLine}: one value is longer than ${maxChars} characters`,
        {
          file: file.name,
          line: startLine,
          maxChars,
        },
      );
  }
  reader.finish();
  if (!closed) throw broken(file, line, 'it ends too early');
}

function keyOf(raw: string): string | null {
  try {
    const key: unknown = JSON.parse(raw);
    return typeof key === 'string' ? key : null;
  } catch {
    return null;
  }
}

function broken(file: SourceFile, line: number, problem: string): AppError {
  return new AppError('input/not-json', `${file.name} is not JSON: line ${line}: ${problem}`, {
    file: file.name,
    line,
    problem,
  });
}
