import { sha256Hex } from '../src/core/digest.ts';

/** One name for exactly these tokens: SHA-256 over the ids as 32-bit little-endian numbers. */
export function tokenIdsSha256(ids: readonly number[]): string {
  const bytes = new Uint8Array(ids.length * 4);
  const view = new DataView(bytes.buffer);
  ids.forEach((id, index) => view.setUint32(index * 4, id, true));
  return sha256Hex(bytes);
}
