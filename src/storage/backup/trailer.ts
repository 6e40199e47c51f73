/** The comment at the end of the archive: the hash of every byte before it, so that no byte can change unseen. */
import { damaged } from './backup-errors.ts';
import type { ByteSource } from './byte-source.ts';

const PREFIX = 'bedside-backup sha256 ';
export const TRAILER_BYTES = PREFIX.length + 64;

export function trailer(sha256: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(PREFIX + sha256);
}

export async function readTrailer(source: ByteSource): Promise<string> {
  const bytes = await source.read(Math.max(0, source.size - TRAILER_BYTES), source.size);
  const text = String.fromCharCode(...bytes);
  const hash = text.slice(PREFIX.length);
  if (!text.startsWith(PREFIX) || !/^[0-9a-f]{64}$/.test(hash)) {
    throw damaged('archive', 'it is not a backup of Bedside as it was written, or its end is missing');
  }
  return hash;
}
