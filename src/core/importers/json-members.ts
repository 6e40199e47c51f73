import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { MAX_LINE_CHARS } from '../packs/lines.ts';
import { createUtf8Reader } from '../packs/utf8.ts';

export interface JsonMember {
  /** 1-based line on which the member begins. */
  readonly line: number;
  /** An array's item, or an object's `"key": value` in braces of its own; not yet checked to be JSON. */
  readonly text: string;
}

const QUOTE = 34;
const BACKSLASH = 92;
const LINE_FEED = 10;
const COMMA = 44;

/** The members of one JSON array or object while it streams: public sets of half a gigabyte are one such value. */
export async function* readJsonMembers(file: SourceFile): AsyncIterable<JsonMember> {
  const reader = createUtf8Reader(file.name);
  let depth = 0;
  let inString = false;
  let escaped = false;
  let closed = false;
  let keyed = false;
  let line = 1;
  let startLine = 1;
  let parts: string[] = [];
  let held = 0;
  /** Nothing of the member has been seen yet. */
  let blank = true;
  const take = (last: string): JsonMember | null => {
    const text = parts.join('') + last;
    parts = [];
    held = 0;
    blank = true;
    return text.trim() === '' ? null : { line: startLine, text: keyed ? `{${text}}` : text.trim() };
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
      if (closed) throw broken(file, line, 'something stands behind the end of the list');
      if (depth === 1 && blank) {
        blank = false;
        startLine = line;
      }
      if (c === QUOTE) inString = true;
      else if (c === 91 || c === 123) {
        depth += 1;
        if (depth > 1) continue;
        keyed = c === 123;
        from = at + 1;
      } else if (c === 93 || c === 125) {
        depth -= 1;
        if (depth > 0) continue;
        const member = take(text.slice(from, at));
        if (member !== null) yield member;
        closed = true;
      } else if (c === COMMA && depth === 1) {
        const member = take(text.slice(from, at));
        if (member !== null) yield member;
        from = at + 1;
      } else if (depth === 0) throw broken(file, line, 'it does not begin with "[" or "{"');
    }
    if (depth === 0) continue;
    const rest = text.slice(from);
    if (blank) continue;
    parts.push(rest);
    held += rest.length;
    if (held > MAX_LINE_CHARS)
      throw broken(file, startLine, `an item is longer than ${MAX_LINE_CHARS} characters`);
  }
  reader.finish();
  if (!closed) throw broken(file, line, 'it ends before its list does');
}

function broken(file: SourceFile, line: number, problem: string): AppError {
  return new AppError('input/not-json', `${file.name} is not JSON: line ${line}: ${problem}`, {
    file: file.name,
    line,
    problem,
  });
}
