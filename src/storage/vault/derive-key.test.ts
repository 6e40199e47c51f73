import { argon2id } from 'hash-wasm';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { deriveKey, KeyDerivationSchema, newKeyDerivation } from './derive-key.ts';

const cheap = { memoryKiB: 64, passes: 1, lanes: 1 };

async function opens(sealed: ArrayBuffer, key: CryptoKey): Promise<boolean> {
  try {
    await crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, sealed);
    return true;
  } catch {
    return false;
  }
}
const seal = (key: CryptoKey) =>
  crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, new Uint8Array(8));

describe('a key from a passphrase', () => {
  it('comes from the library that agrees with the reference implementation of Argon2id', async () => {
    // github.com/P-H-C/phc-winner-argon2, src/test.c: argon2id, version 0x13, t = 2, m = 2^16, p = 1.
    expect(
      await argon2id({
        password: 'password',
        salt: new TextEncoder().encode('somesalt'),
        memorySize: 65536,
        iterations: 2,
        parallelism: 1,
        hashLength: 32,
        outputType: 'hex',
      }),
    ).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });

  it('is the same for the same passphrase and record, and for no other', async () => {
    const recorded = newKeyDerivation(cheap);
    const sealed = await seal(await deriveKey('correct horse', recorded));
    expect(await opens(sealed, await deriveKey('correct horse', recorded))).toBe(true);
    expect(await opens(sealed, await deriveKey('correct horsf', recorded))).toBe(false);
    expect(await opens(sealed, await deriveKey('correct horse', newKeyDerivation(cheap)))).toBe(false);
    expect(await opens(sealed, await deriveKey('correct horse', { ...recorded, passes: 2 }))).toBe(false);
  });

  it('does not depend on how a keyboard composes its letters', async () => {
    const recorded = newKeyDerivation(cheap);
    const sealed = await seal(await deriveKey('gr\u00fcn', recorded));
    expect(await opens(sealed, await deriveKey('gru\u0308n', recorded))).toBe(true);
  });

  it('cannot be read out, and is not made of nothing', async () => {
    const key = await deriveKey('a', newKeyDerivation(cheap));
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    await expect(deriveKey('', newKeyDerivation(cheap))).rejects.toMatchObject({ code: 'input/option' });
  });

  it('records the recommended cost and refuses a record that asks for too much', () => {
    const recorded = newKeyDerivation();
    expect(recorded).toMatchObject({ memoryKiB: 65536, passes: 3, lanes: 4, version: 19 });
    expect(newKeyDerivation().salt).not.toBe(recorded.salt);
    expect(v.is(KeyDerivationSchema, recorded)).toBe(true);
    for (const wrong of [
      { memoryKiB: 2 ** 31 },
      { passes: 1e9 },
      { lanes: 0 },
      { salt: '00' },
      { algorithm: 'scrypt' },
      { more: 1 },
    ]) {
      expect(v.is(KeyDerivationSchema, { ...recorded, ...wrong })).toBe(false);
    }
  });
});
