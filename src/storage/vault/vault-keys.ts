/**
 * The keys of the vault. A random master key is what everything is sealed under; the passphrase only wraps it, so that
 * a new passphrase rewraps 32 bytes and touches no row. None of these keys can be read out of the browser's keeping.
 */
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import { fromHex, toHex } from './hex.ts';
import { deriveKey, KeyDerivationSchema, newKeyDerivation, type KeyDerivation } from './derive-key.ts';

const MASTER_BYTES = 32;
/** 96 bits, drawn for every sealing: NIST SP 800-38D, section 8.2.2. */
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const hex = (bytes: number) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `must be ${bytes} bytes in hexadecimal`),
  );

export const WrappedKeySchema = v.strictObject({
  derivation: KeyDerivationSchema,
  nonce: hex(NONCE_BYTES),
  key: hex(MASTER_BYTES + TAG_BYTES),
});
export type WrappedKey = v.InferOutput<typeof WrappedKeySchema>;

export interface VaultKeys {
  /** AES-GCM, for the content of rows. */
  readonly rows: CryptoKey;
  /** HMAC, for the ids in their keys. */
  readonly ids: CryptoKey;
}

export interface NewVaultKey {
  readonly wrapped: WrappedKey;
  readonly keys: VaultKeys;
}

/** `derivation` is given by tests, which cannot wait for the real cost. */
export async function newVaultKey(
  passphrase: string,
  derivation: KeyDerivation = newKeyDerivation(),
): Promise<NewVaultKey> {
  const master = crypto.getRandomValues(new Uint8Array(MASTER_BYTES));
  const wrapped = await wrap(master, passphrase, derivation);
  const keys = await keysOf(master);
  master.fill(0);
  return { wrapped, keys };
}

/** Throws vault/wrong-passphrase. */
export async function openVaultKey(passphrase: string, wrapped: WrappedKey): Promise<VaultKeys> {
  const master = await unwrap(passphrase, wrapped);
  const keys = await keysOf(master);
  master.fill(0);
  return keys;
}

/** The same master key under another passphrase. */
export async function rewrapVaultKey(
  passphrase: string,
  next: string,
  wrapped: WrappedKey,
  derivation: KeyDerivation = newKeyDerivation(),
): Promise<WrappedKey> {
  const master = await unwrap(passphrase, wrapped);
  const rewrapped = await wrap(master, next, derivation);
  master.fill(0);
  return rewrapped;
}

async function wrap(
  master: Uint8Array<ArrayBuffer>,
  passphrase: string,
  derivation: KeyDerivation,
): Promise<WrappedKey> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const key = await deriveKey(passphrase, derivation, ['encrypt']);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(derivation) },
    key,
    master,
  );
  return { derivation, nonce: toHex(iv), key: toHex(new Uint8Array(sealed)) };
}

async function unwrap(
  passphrase: string,
  { derivation, nonce, key }: WrappedKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const wrapping = await deriveKey(passphrase, derivation, ['decrypt']);
  try {
    const master = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromHex(nonce), additionalData: boundTo(derivation) },
      wrapping,
      fromHex(key),
    );
    return new Uint8Array(master);
  } catch (cause) {
    throw new AppError('vault/wrong-passphrase', 'the passphrase does not open the vault', {}, { cause });
  }
}

/** What was recorded about the derivation cannot be exchanged without the key failing to open. */
function boundTo({
  algorithm,
  version,
  memoryKiB,
  passes,
  lanes,
  salt,
}: KeyDerivation): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(
    JSON.stringify(['bedside vault key 1', algorithm, version, memoryKiB, passes, lanes, salt]),
  );
}

/** Separate keys for separate uses, from one secret: HKDF (RFC 5869). */
async function keysOf(master: Uint8Array<ArrayBuffer>): Promise<VaultKeys> {
  const secret = await crypto.subtle.importKey('raw', master, 'HKDF', false, ['deriveKey']);
  const from = (use: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: new TextEncoder().encode(use),
  });
  const [rows, ids] = await Promise.all([
    crypto.subtle.deriveKey(from('bedside vault rows 1'), secret, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(
      from('bedside vault ids 1'),
      secret,
      { name: 'HMAC', hash: 'SHA-256', length: 256 },
      false,
      ['sign'],
    ),
  ]);
  return { rows, ids };
}
