import { AppError } from '../errors.ts';
import { createUtf8Reader } from './utf8.ts';

export interface TextLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** Longest line that is read: far above any sample or record, far below what exhausts a page. */
export const MAX_LINE_CHARS = 64 * 1024 * 1024;

/** Lines of a UTF-8 stream, numbered as an editor numbers them, without their line ends. Only the current line is held. */
export async function* readLines(
  pieces: AsyncIterable<Uint8Array>,
  file: string,
  maxChars: number = MAX_LINE_CHARS,
): AsyncIterable<TextLine> {
  const reader = createUtf8Reader(file);
  let line = 1;
  let parts: string[] = [];
  let held = 0;
  const take = (last: string): TextLine => {
    const text = parts.length === 0 ? last : parts.join('') + last;
    parts = [];
    held = 0;
    const result = { line, text: text.endsWith('\r') ? text.slice(0, -1) : text };
    line += 1;
    return result;
  };
  for await (const piece of pieces) {
    const text = reader.push(piece);
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      yield take(text.slice(start, end));
      start = end + 1;
    }
    const rest = text.slice(start);
    if (rest === '') continue;
    parts.push(rest);
    held += rest.length;
    if (held > maxChars) {
      throw new AppError('input/too-large', `${file}: line ${line} is longer than ${maxChars} characters`, {
        file,
        line,
        maxChars,
      });
    }
  }
  reader.finish();
  if (held > 0) yield take('');
}
