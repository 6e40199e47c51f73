import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { createUtf8Reader } from '../packs/utf8.ts';

/** A note or transcript is kilobytes; anything near this is another kind of file. */
const MAX_BYTES = 16 * 1024 * 1024;

/** A small file whole, without its byte order mark: UTF-8, or UTF-16 where its mark says so, as Praat and Notepad write. */
export async function fileText(file: SourceFile, maxBytes = MAX_BYTES): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of file.stream()) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > maxBytes)
      throw new AppError('input/too-large', `${file.name} is longer than ${maxBytes} bytes`, {
        file: file.name,
        maxBytes,
      });
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return utf16(whole) ?? utf8(whole, file.name);
}

function utf8(bytes: Uint8Array, name: string): string {
  const reader = createUtf8Reader(name);
  const text = reader.push(bytes);
  reader.finish();
  return text;
}

function utf16(bytes: Uint8Array): string | null {
  const littleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  if ((!littleEndian && !bigEndian) || bytes.length % 2 !== 0) return null;
  let text = '';
  for (let at = 2; at < bytes.length; at += 2) {
    const [low, high] = littleEndian ? [bytes[at], bytes[at + 1]] : [bytes[at + 1], bytes[at]];
    text += String.fromCharCode((low ?? 0) | ((high ?? 0) << 8));
  }
  return text;
}

/** The last part of a path, whatever system wrote it. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
