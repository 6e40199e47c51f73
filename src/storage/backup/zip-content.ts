/** The content of one file of an archive, piece by piece, never more of it than was announced. */
import { Inflate } from 'fflate';
import { damaged } from './backup-errors.ts';
import type { ByteSource } from './byte-source.ts';
import type { ZipEntry } from './zip-entries.ts';

const PIECE_BYTES = 64 * 1024;
/** Deflate cannot do better than 1032 to 1; text of ours stays far below this once it is large. */
const MAX_RATIO = 250;
const RATIO_FROM_BYTES = 16 * 1024 * 1024;

export async function* zipContent(source: ByteSource, entry: ZipEntry): AsyncIterable<Uint8Array> {
  if (entry.bytes > RATIO_FROM_BYTES && entry.bytes > entry.compressed * MAX_RATIO) {
    throw damaged(entry.path, 'it would grow more than any file of ours when unpacked');
  }
  let given = 0;
  const counted = (bytes: Uint8Array): Uint8Array => {
    given += bytes.length;
    if (given > entry.bytes) throw damaged(entry.path, 'it is longer than the archive says');
    return bytes;
  };
  if (entry.method === 'stored') {
    for await (const piece of pieces(source, entry)) yield counted(piece);
  } else {
    let ready: Uint8Array[] = [];
    let ended = false;
    const inflate = new Inflate((bytes, final) => {
      if (bytes.length > 0) ready.push(bytes);
      ended ||= final;
    });
    for await (const piece of pieces(source, entry)) {
      try {
        inflate.push(piece);
      } catch (thrown) {
        throw damaged(entry.path, `it cannot be unpacked (${thrown instanceof Error ? thrown.message : ''})`);
      }
      for (const bytes of ready) yield counted(bytes);
      ready = [];
    }
    if (!ended) {
      try {
        inflate.push(new Uint8Array(0), true);
      } catch {
        throw damaged(entry.path, 'it is cut off');
      }
      for (const bytes of ready) yield counted(bytes);
    }
  }
  if (given !== entry.bytes) throw damaged(entry.path, 'it is shorter than the archive says');
}

async function* pieces(source: ByteSource, { start, compressed }: ZipEntry): AsyncIterable<Uint8Array> {
  for (let at = 0; at < compressed; at += PIECE_BYTES) {
    yield await source.read(start + at, start + Math.min(compressed, at + PIECE_BYTES));
  }
}
