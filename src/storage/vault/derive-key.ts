/**
 * A key from a passphrase: Argon2id (RFC 9106) gives the bits, and they leave this file only inside a key that the
 * browser does not hand out. The parameters are recorded beside what the key encrypts, so that later versions can
 * raise them and still open it.
 */
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import { fromHex, toHex } from './hex.ts';

const SALT_BYTES = 16;
const KEY_BYTES = 32;

const between = (low: number, high: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high));

/**
 * What was recorded is read from files and rows that others may have written: without the upper bounds a header could
 * ask for all of the memory, or for hours.
 */
export const KeyDerivationSchema = v.strictObject({
  algorithm: v.literal('argon2id'),
  version: v.literal(0x13),
  memoryKiB: between(8, 1024 * 1024),
  passes: between(1, 16),
  lanes: between(1, 16),
  /** Hexadecimal. */
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits')),
});
export type KeyDerivation = v.InferOutput<typeof KeyDerivationSchema>;

/** RFC 9106, section 4, second recommended option: 3 passes over 64 MiB in 4 lanes, 128 bits of salt. */
const RECOMMENDED = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 } as const;

export function newKeyDerivation(
  cost: Pick<KeyDerivation, 'memoryKiB' | 'passes' | 'lanes'> = RECOMMENDED,
): KeyDerivation {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return {
    algorithm: 'argon2id',
    version: 0x13,
    ...cost,
    salt: toHex(salt),
  };
}

/** The same letters give the same key whichever keyboard wrote them (NIST SP 800-63B asks for this form). */
export async function deriveKey(
  passphrase: string,
  recorded: KeyDerivation,
  usages: readonly KeyUsage[] = ['encrypt', 'decrypt'],
): Promise<CryptoKey> {
  if (passphrase === '')
    throw new AppError('input/option', 'the passphrase is empty', { option: 'passphrase' });
  const { argon2id } = await import('hash-wasm');
  const bits = await argon2id({
    password: passphrase.normalize('NFKC'),
    salt: fromHex(recorded.salt),
    memorySize: recorded.memoryKiB,
    iterations: recorded.passes,
    parallelism: recorded.lanes,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
  const key = await crypto.subtle.importKey('raw', new Uint8Array(bits), 'AES-GCM', false, [...usages]);
  bits.fill(0);
  return key;
}
