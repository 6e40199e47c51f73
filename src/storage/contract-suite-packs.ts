/** What every ResultStore must do with packs, whole and in parts. Part of contract-suite.ts. */
import { expect, it } from 'vitest';
import type { Pack } from '../core/packs/pack.ts';
import type { ResultStore, StoredPack } from './contract.ts';
import { aPack } from './fixtures.ts';

export function describePacks(store: () => ResultStore): void {
  it('keeps a pack and finds one sample of it', async () => {
    const pack = aPack();
    await store().putPack(pack, 'b'.repeat(64), '2026-11-20T10:00:00.000Z');
    expect(await store().getPack('a-pack')).toEqual(pack);
    expect(await store().getSample('a-pack', 's1')).toEqual(pack.samples[1]);
    expect(await store().getSample('a-pack', 'nothing')).toBeNull();
    const [listed] = await store().listPacks();
    expect(listed).toMatchObject({
      sha256: 'b'.repeat(64),
      samples: 3,
      importedAt: '2026-11-20T10:00:00.000Z',
    });
    expect(listed?.header).not.toHaveProperty('samples');
    expect(listed?.bytes).toBeGreaterThan(500);
  });

  it('replaces a pack without leaving samples of the earlier one', async () => {
    await store().putPack(aPack(), 'b'.repeat(64), '');
    const smaller = aPack({ version: '1.0.1', samples: aPack().samples.slice(1, 2) });
    await store().putPack(smaller, 'c'.repeat(64), '');
    expect(await store().getPack('a-pack')).toEqual(smaller);
    expect(await store().getSample('a-pack', 's0')).toBeNull();
    expect(await store().listPacks()).toHaveLength(1);
  });

  it('deletes a pack and leaves others', async () => {
    await store().putPack(aPack(), 'b'.repeat(64), '');
    await store().putPack(aPack({ id: 'a-pack-2' }), 'b'.repeat(64), '');
    await store().deletePack('a-pack');
    expect(await store().getPack('a-pack')).toBeNull();
    expect(await store().getSample('a-pack', 's0')).toBeNull();
    expect(await store().getSample('a-pack-2', 's0')).not.toBeNull();
  });

  const storedAs = (pack: Pack): StoredPack => {
    const { samples, ...header } = pack;
    return { header, sha256: 'd'.repeat(64), samples: samples.length, bytes: 700, importedAt: '' };
  };

  it('keeps a pack that arrives in parts, in the place of an earlier one, and nothing of it before its end', async () => {
    await store().putPack(aPack(), 'b'.repeat(64), '');
    const pack = aPack({ version: '2.0.0' });
    const writer = await store().writePack('a-pack', 'one');
    await writer.add(pack.samples.slice(0, 2));
    expect((await store().getPack('a-pack'))?.version).toBe('1.0.0');
    await writer.add(pack.samples.slice(2));
    await writer.finish(storedAs(pack));
    expect(await store().getPack('a-pack')).toEqual(pack);
    expect(await store().getSample('a-pack', 's2')).toEqual(pack.samples[2]);
    expect(await store().getSamples('a-pack', 1, 5)).toEqual(pack.samples.slice(1));
    expect(await store().getSamples('another', 0, 5)).toEqual([]);
    expect(await store().listPacks()).toHaveLength(1);
    await store().putPack(aPack({ version: '3.0.0', samples: pack.samples.slice(0, 1) }), 'e'.repeat(64), '');
    expect((await store().getPack('a-pack'))?.samples).toHaveLength(1);
    expect(await store().getSample('a-pack', 's2')).toBeNull();
  });

  it('deletes a pack that arrived in parts, and replaces it by another such', async () => {
    for (const token of ['one', 'two']) {
      const writer = await store().writePack('a-pack', token);
      await writer.add(aPack().samples);
      await writer.finish(storedAs(aPack()));
    }
    await store().deletePack('a-pack');
    expect(await store().getPack('a-pack')).toBeNull();
    expect(await store().getSample('a-pack', 's1')).toBeNull();
    expect(await store().discardUnfinishedPacks()).toBe(0);
  });

  it('leaves nothing of a pack in parts that was discarded, erased or never finished', async () => {
    const writer = await store().writePack('a-pack', 'one');
    await writer.add(aPack().samples);
    await writer.discard();
    await expect(writer.add(aPack().samples)).rejects.toMatchObject({ code: 'storage/missing' });
    await expect(writer.finish(storedAs(aPack()))).rejects.toMatchObject({ code: 'storage/missing' });
    const closed = await store().writePack('a-pack', 'two');
    await closed.add(aPack().samples);
    expect(await store().listPacks()).toEqual([]);
    expect(await store().discardUnfinishedPacks()).toBe(1);
    expect(await store().discardUnfinishedPacks()).toBe(0);
    const erased = await store().writePack('a-pack', 'three');
    await store().eraseAll();
    await expect(erased.add(aPack().samples)).rejects.toMatchObject({ code: 'storage/missing' });
    expect(await store().usage()).toMatchObject({ packs: 0 });
  });
}
