/** A part file in memory, with room for so many bytes: what the tests of downloads write into. */
import { AppError } from '../../src/core/errors.ts';
import type { PartFile } from './part-file.ts';

export function memoryPartFile(
  room = Infinity,
  before = new Uint8Array(),
): PartFile & { bytes(): Uint8Array } {
  let content = before;
  return {
    bytes: () => content,
    size: () => content.byteLength,
    read: (into, at) => {
      const piece = content.subarray(at, at + into.byteLength);
      into.set(piece);
      return piece.byteLength;
    },
    write: (bytes, at) => {
      if (at + bytes.byteLength > room) throw new AppError('storage/quota', 'no room');
      const next = new Uint8Array(Math.max(content.byteLength, at + bytes.byteLength));
      next.set(content);
      next.set(bytes, at);
      content = next;
    },
    truncate: (bytes) => {
      content = content.slice(0, bytes);
    },
    flush: () => undefined,
    close: () => undefined,
  };
}
