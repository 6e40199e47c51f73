/**
 * SHA-256 in one place. A pure JavaScript implementation, so that core needs no WebCrypto (asynchronous,
 * absent without a secure context) and hashing can be done piece by piece while a file streams.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export interface IncrementalSha256 {
  update(data: Uint8Array | string): IncrementalSha256;
  /** Lower-case hexadecimal; the object must not be used afterwards. */
  digestHex(): string;
}

export function createSha256(): IncrementalSha256 {
  const hash = sha256.create();
  const self: IncrementalSha256 = {
    update(data) {
      hash.update(typeof data === 'string' ? utf8ToBytes(data) : data);
      return self;
    },
    digestHex: () => bytesToHex(hash.digest()),
  };
  return self;
}

export function sha256Hex(data: Uint8Array | string): string {
  return createSha256().update(data).digestHex();
}
