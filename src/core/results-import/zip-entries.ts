/**
 * Entries of a zip archive in memory, each unpacked when asked for. Archives are hostile: what an entry may become and
 * how far it may grow is bounded before and while it is unpacked.
 */
import { Inflate } from 'fflate';
import { Decompress } from 'fzstd';
import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { createUtf8Reader } from '../packs/utf8.ts';

export const ZIP_LIMITS = {
  archiveBytes: 1024 * 1024 * 1024,
  entries: 200_000,
  entryBytes: 64 * 1024 * 1024,
  totalBytes: 8 * 1024 * 1024 * 1024,
  /** Text shrinks to a tenth, repeated text to a hundredth; beyond this it is made to exhaust its reader. */
  ratio: 1_000,
} as const;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
const ZSTD = 93;

export interface ZipEntry {
  readonly name: string;
  /** A fresh unpacking each time. */
  unpack(): Uint8Array;
}

export async function readZip(file: SourceFile): Promise<readonly ZipEntry[]> {
  const bytes = await wholeFile(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) throw notAnArchive(file, 'its directory is missing: it may be cut short');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw notAnArchive(file, 'archives over 4 GB are not read');
  let total = 0;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw notAnArchive(file, 'its directory is damaged');
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const start = view.getUint32(at + 42, true);
    const name = textOf(bytes.subarray(at + 46, at + 46 + nameLength), file);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    total += size;
    if (size > ZIP_LIMITS.entryBytes || size > ZIP_LIMITS.ratio * Math.max(packed, 1_000))
      throw tooLarge(file, `${name} would grow to ${size} bytes`);
    if (total > ZIP_LIMITS.totalBytes) throw tooLarge(file, `its entries would grow to over ${total} bytes`);
    entries.push({
      name,
      unpack: () => unpack(file, name, entryBytes(view, bytes, start, packed, file), method, size),
    });
  }
  return entries;
}

function textOf(bytes: Uint8Array, file: SourceFile): string {
  const reader = createUtf8Reader(file.name);
  const text = reader.push(bytes);
  reader.finish();
  return text;
}

/** The last record of the archive, behind at most 64 KiB of comment. */
function endOfDirectory(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return null;
}

function entryBytes(
  view: DataView,
  bytes: Uint8Array,
  start: number,
  packed: number,
  file: SourceFile,
): Uint8Array {
  if (start + 30 > bytes.length) throw notAnArchive(file, 'an entry lies outside it');
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (from + packed > bytes.length) throw notAnArchive(file, 'an entry lies outside it');
  return bytes.subarray(from, from + packed);
}

function unpack(
  file: SourceFile,
  name: string,
  packed: Uint8Array,
  method: number,
  size: number,
): Uint8Array {
  if (method === STORED) return packed;
  const out = new Uint8Array(size);
  let written = 0;
  const take = (piece: Uint8Array): void => {
    if (written + piece.length > size)
      throw tooLarge(file, `${name} grows beyond the ${size} bytes it declares`);
    out.set(piece, written);
    written += piece.length;
  };
  try {
    if (method === DEFLATED) new Inflate(take).push(packed, true);
    else if (method === ZSTD) new Decompress(take).push(packed, true);
    else throw notAnArchive(file, `${name} is packed by method ${method}, which is not read`);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw notAnArchive(file, `${name} is damaged (${String(thrown)})`);
  }
  if (written !== size) throw notAnArchive(file, `${name} is cut short`);
  return out;
}

async function wholeFile(file: SourceFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of file.stream()) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > ZIP_LIMITS.archiveBytes)
      throw tooLarge(file, `archives over ${ZIP_LIMITS.archiveBytes} bytes are not read`);
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function notAnArchive(file: SourceFile, problem: string): AppError {
  return new AppError('input/schema', `${file.name} cannot be read as an archive: ${problem}`, {
    file: file.name,
    problems: [problem],
  });
}

function tooLarge(file: SourceFile, problem: string): AppError {
  return new AppError('input/too-large', `${file.name}: ${problem}`, { file: file.name });
}
