import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { createUtf8Reader } from '../packs/utf8.ts';

/** A note or transcript is kilobytes; anything near this is another kind of file. */
const MAX_CHARS = 16 * 1024 * 1024;

/** A small file whole, without its byte order mark. */
export async function fileText(file: SourceFile): Promise<string> {
  const reader = createUtf8Reader(file.name);
  const parts: string[] = [];
  let chars = 0;
  for await (const piece of file.stream()) {
    const text = reader.push(piece);
    parts.push(text);
    chars += text.length;
    if (chars > MAX_CHARS)
      throw new AppError('input/too-large', `${file.name} is longer than ${MAX_CHARS} characters`, {
        file: file.name,
        maxChars: MAX_CHARS,
      });
  }
  reader.finish();
  return parts.join('');
}

/** The last part of a path, whatever system wrote it. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
