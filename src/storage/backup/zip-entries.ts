/**
 * The directory of a zip archive, read strictly: only the form that our own writer makes, so that nothing hides beside
 * the files that are listed. Offsets and sizes are those of PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
import { damaged } from './backup-errors.ts';
import type { ByteSource } from './byte-source.ts';

export interface ZipEntry {
  readonly path: string;
  readonly method: 'stored' | 'deflated';
  /** Of the compressed bytes. */
  readonly start: number;
  readonly compressed: number;
  readonly bytes: number;
}

const END_BYTES = 22;
const DIRECTORY_ENTRY_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;
const MAX_ENTRIES = 200_000;
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;

/** `commentBytes`: the archive ends with a comment of exactly this length. */
export async function readZipEntries(source: ByteSource, commentBytes: number): Promise<readonly ZipEntry[]> {
  const endAt = source.size - END_BYTES - commentBytes;
  if (endAt < 0) throw damaged('archive', 'it is too short');
  const end = view(await source.read(endAt, endAt + END_BYTES));
  if (end.getUint32(0, true) !== 0x06054b50 || end.getUint16(20, true) !== commentBytes) {
    throw damaged('archive', 'its end is missing');
  }
  const count = end.getUint16(10, true);
  const directoryBytes = end.getUint32(12, true);
  const directoryAt = end.getUint32(16, true);
  if (count > MAX_ENTRIES || directoryBytes > MAX_DIRECTORY_BYTES)
    throw damaged('archive', 'it lists too many files');
  if (directoryAt + directoryBytes !== endAt)
    throw damaged('archive', 'its list of files is not where it should be');
  const directory = await source.read(directoryAt, endAt);
  const entries: ZipEntry[] = [];
  const paths = new Set<string>();
  let at = 0;
  let expectedHeader = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + DIRECTORY_ENTRY_BYTES > directory.length)
      throw damaged('archive', 'its list of files is cut off');
    const entry = view(directory.subarray(at));
    const nameBytes = entry.getUint16(28, true);
    const extra = entry.getUint16(30, true);
    const comment = entry.getUint16(32, true);
    const header = entry.getUint32(42, true);
    if (entry.getUint32(0, true) !== 0x02014b50) throw damaged('archive', 'its list of files is broken');
    const name = directory.subarray(at + DIRECTORY_ENTRY_BYTES, at + DIRECTORY_ENTRY_BYTES + nameBytes);
    const path = safePath(name);
    if (paths.has(path)) throw damaged(path, 'it occurs twice');
    paths.add(path);
    // One file right behind the other: overlapping ones are how a small archive claims to be endless.
    if (header < expectedHeader || header > directoryAt) throw damaged(path, 'it overlaps another file');
    const method = entry.getUint16(10, true);
    if (method !== 0 && method !== 8) throw damaged(path, `its compression (${method}) is not known`);
    const compressed = entry.getUint32(20, true);
    const start = await contentStart(source, header, path, nameBytes);
    if (start + compressed > directoryAt) throw damaged(path, 'it ends behind the end of the archive');
    entries.push({
      path,
      method: method === 0 ? 'stored' : 'deflated',
      start,
      compressed,
      bytes: entry.getUint32(24, true),
    });
    expectedHeader = start + compressed;
    at += DIRECTORY_ENTRY_BYTES + nameBytes + extra + comment;
  }
  if (at !== directory.length) throw damaged('archive', 'its list of files holds something else');
  return entries;
}

async function contentStart(
  source: ByteSource,
  header: number,
  path: string,
  nameBytes: number,
): Promise<number> {
  const bytes = await source.read(header, header + LOCAL_HEADER_BYTES + nameBytes);
  if (bytes.length < LOCAL_HEADER_BYTES + nameBytes) throw damaged(path, 'it is cut off');
  const local = view(bytes);
  const same =
    local.getUint32(0, true) === 0x04034b50 &&
    local.getUint16(26, true) === nameBytes &&
    safePath(bytes.subarray(LOCAL_HEADER_BYTES)) === path;
  if (!same) throw damaged(path, 'the archive names it differently in two places');
  return header + LOCAL_HEADER_BYTES + nameBytes + local.getUint16(28, true);
}

/** Our own names are plain; with that no path can lead out of the archive, whoever unpacks it. */
function safePath(bytes: Uint8Array): string {
  const path = String.fromCharCode(...bytes.subarray(0, 200));
  if (
    bytes.length > 200 ||
    !/^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*){0,3}\.(?:json|jsonl|txt)$/.test(path)
  ) {
    throw damaged('archive', `"${path.replace(/[^ -~]/g, '?')}" is not the name of a file of a backup`);
  }
  return path;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
