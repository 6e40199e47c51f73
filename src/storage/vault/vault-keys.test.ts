import { describe, expect, it } from 'vitest';
import { anAnnotation } from '../fixtures.ts';
import { newKeyDerivation } from './derive-key.ts';
import { sealedCodec } from './sealed-codec.ts';
import { newVaultKey, openVaultKey, rewrapVaultKey } from './vault-keys.ts';

const cheap = () => newKeyDerivation({ memoryKiB: 64, passes: 1, lanes: 1 });

describe('the key of the vault', () => {
  it('opens with its passphrase alone', async () => {
    const { wrapped } = await newVaultKey('correct horse', cheap());
    await openVaultKey('correct horse', wrapped);
    for (const wrong of ['correct horsf', 'correct horse ', 'Correct horse']) {
      await expect(openVaultKey(wrong, wrapped)).rejects.toMatchObject({ code: 'vault/wrong-passphrase' });
    }
  });

  it('stays the same when the passphrase changes, and the old one no longer opens it', async () => {
    const { wrapped, keys } = await newVaultKey('old', cheap());
    const row = await sealedCodec(keys).encode('annotations', anAnnotation());
    const rewrapped = await rewrapVaultKey('old', 'new', wrapped, cheap());
    const codec = sealedCodec(await openVaultKey('new', rewrapped));
    expect(await codec.decode('annotations', row)).toEqual(anAnnotation());
    await expect(openVaultKey('old', rewrapped)).rejects.toMatchObject({ code: 'vault/wrong-passphrase' });
    await expect(rewrapVaultKey('wrong', 'new', wrapped, cheap())).rejects.toMatchObject({
      code: 'vault/wrong-passphrase',
    });
  });

  it('is another one in every vault, also under the same passphrase', async () => {
    const [a, b] = [await newVaultKey('same', cheap()), await newVaultKey('same', cheap())];
    expect(a.wrapped.key).not.toBe(b.wrapped.key);
    const row = await sealedCodec(a.keys).encode('annotations', anAnnotation());
    await expect(sealedCodec(b.keys).decode('annotations', row)).rejects.toMatchObject({
      code: 'storage/corrupt',
    });
  });

  it('cannot be read out', async () => {
    const { keys } = await newVaultKey('a', cheap());
    for (const key of [keys.rows, keys.ids]) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
  });

  it('does not open when anything recorded with it was changed', async () => {
    const { wrapped } = await newVaultKey('a', cheap());
    const { derivation } = wrapped;
    for (const changed of [
      { ...wrapped, nonce: '00'.repeat(12) },
      { ...wrapped, key: `${wrapped.key.slice(0, -2)}00` },
      { ...wrapped, derivation: { ...derivation, passes: 2 } },
      { ...wrapped, derivation: { ...derivation, salt: '00'.repeat(16) } },
    ]) {
      await expect(openVaultKey('a', changed)).rejects.toMatchObject({ code: 'vault/wrong-passphrase' });
    }
  });
});
