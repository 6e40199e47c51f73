import 'fake-indexeddb/auto';
import { openDB, unwrap } from 'idb';
import { describe, expect, it } from 'vitest';
import { createBrowserStore, type BrowserStore } from './browser-store.ts';
import { aPack, aSample } from './fixtures.ts';
import vaultV2 from './migrations/fixtures/vault-v2.rows.json' with { type: 'json' };
import { migrate } from './migrations/registry.ts';
import { plainCodec, type RowCodec } from './row-codec.ts';
import { convertRows } from './vault/convert.ts';
import { sealedCodec } from './vault/sealed-codec.ts';
import { openVaultKey } from './vault/vault-keys.ts';
import { readVaultRow } from './vault/vault-row.ts';

const PASSPHRASE = 'a passphrase of version 2';
const VOCABULARY = `vocabulary/${'c'.repeat(64)}`;
let names = 0;

function unpacked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('base64' in value)) return value;
  return new Uint8Array(Buffer.from(String(value.base64), 'base64'));
}

/** A vault as version 2 left it, every sample and no vocabulary sealed. */
async function vaultOfVersion2(): Promise<{ name: string; store: BrowserStore; codec: RowCodec }> {
  const name = `bring-forward-${(names += 1)}`;
  const db = await openDB(name, 2, {
    upgrade: (opened, from, _to, transaction) => {
      migrate(unwrap(opened), unwrap(transaction), from, 2).catch(() => transaction.abort());
    },
  });
  for (const [store, rows] of Object.entries(vaultV2)) {
    for (const row of rows) {
      const fields = Object.entries(row).map(([field, value]) => [field, unpacked(value)] as const);
      await db.put(store, Object.fromEntries(fields));
    }
  }
  db.close();
  const row = await readVaultRow(createBrowserStore(name));
  if (row === null) throw new Error('the fixture has no vault row');
  const codec = sealedCodec(await openVaultKey(PASSPHRASE, row.key));
  return { name, store: createBrowserStore(name, codec), codec };
}

async function counts(name: string): Promise<Record<string, number>> {
  const db = await openDB(name);
  const found: Record<string, number> = {};
  for (const store of db.objectStoreNames) found[store] = await db.count(store);
  db.close();
  return found;
}

async function everything(store: BrowserStore): Promise<unknown> {
  const outputs: (string | null)[] = [];
  for await (const record of store.records('run-1')) outputs.push(record.output);
  return {
    outputs,
    run: await store.getRun('run-1'),
    scores: await store.listScores('run-1'),
    evidence: await store.getEvidence('run-1', 'exact', '0#0'),
    annotations: await store.listAnnotations('run-1'),
    pack: await store.getPack('a-pack'),
    sample: await store.getSample('a-pack', 's2'),
  };
}

describe('a vault of version 2', () => {
  it('opens with everything that it holds, and its samples are sealed in blocks from then on', async () => {
    const { name, store } = await vaultOfVersion2();
    const before = await everything(store);
    expect(before).toMatchObject({ outputs: ['output 0', 'output 1'], run: { status: 'paused', done: 2 } });
    expect(await counts(name)).toMatchObject({ samples: 3, blocks: 0 });
    await store.bringForward();
    expect(await everything(store)).toEqual(before);
    expect(await counts(name)).toMatchObject({ samples: 3, blocks: 1 });
    const db = await openDB(name);
    for (const row of (await db.getAll('samples')) as object[]) {
      expect(Object.keys(row).sort()).toEqual(['index', 'packId', 'sampleId']);
    }
    db.close();
    await store.bringForward();
    expect(await everything(store)).toEqual(before);
  });

  it('has its vocabularies sealed: they are read with the key only, and no word of them is left outside', async () => {
    const { name, store } = await vaultOfVersion2();
    await store.bringForward();
    expect(await store.getKeepsake(VOCABULARY)).toMatchObject({ entries: [{ term: 'heart attack' }, {}] });
    expect(await store.getKeepsake('vocabularies')).toMatchObject([{ name: 'heart' }]);
    expect(await store.getMeta('last-backup')).toEqual({ at: '2026-11-20T12:00:00.000Z' });
    const db = await openDB(name);
    const all = JSON.stringify([await db.getAll('meta'), await db.getAll('keepsakes')]);
    for (const word of ['heart', 'vocabular', 'c'.repeat(64)]) expect(all).not.toContain(word);
    db.close();
  });

  it('is turned into a plain store whole', async () => {
    const { name, store, codec } = await vaultOfVersion2();
    await store.bringForward();
    const before = await everything(store);
    await store.close();
    const plain = `${name}-plain`;
    const port = { onProgress: () => undefined, signal: new AbortController().signal };
    const found = await convertRows({ name, codec }, { name: plain, codec: plainCodec }, port);
    expect(found.unreadable).toEqual([]);
    const again = createBrowserStore(plain);
    expect(await everything(again)).toEqual(before);
    expect(await again.getKeepsake(VOCABULARY)).toMatchObject({ name: 'heart' });
    expect(await counts(plain)).toMatchObject({ samples: 3, blocks: 0 });
  });

  it('keeps a sample that cannot be opened for its reader to name', async () => {
    const { name, store } = await vaultOfVersion2();
    const db = await openDB(name);
    const row = (await db.getAll('samples'))[1] as { sealed: Uint8Array };
    await db.put('samples', { ...row, sealed: row.sealed.map((byte) => byte ^ 1) });
    db.close();
    await store.bringForward();
    expect(await counts(name)).toMatchObject({ samples: 3, blocks: 0 });
    await expect(store.getPack('a-pack')).rejects.toMatchObject({ code: 'storage/corrupt' });
    expect(await store.getSample('a-pack', 's2')).toMatchObject({ id: 's2' });
  });
});

describe('samples in blocks', () => {
  async function sealedStore() {
    const { name, store } = await vaultOfVersion2();
    const pack = aPack({ id: 'long', samples: Array.from({ length: 150 }, (_, i) => aSample(i)) });
    await store.putPack(pack, 'b'.repeat(64), '');
    return { name, store, pack };
  }

  it('are read one by one and all together, and deleted with their pack', async () => {
    const { name, store, pack } = await sealedStore();
    expect(await store.getPack('long')).toEqual(pack);
    for (const sample of pack.samples) expect(await store.getSample('long', sample.id)).toEqual(sample);
    expect(await counts(name)).toMatchObject({ samples: 153, blocks: 3 });
    await store.putPack({ ...pack, samples: pack.samples.slice(0, 10) }, 'b'.repeat(64), '');
    expect(await counts(name)).toMatchObject({ samples: 13, blocks: 1 });
    await store.deletePack('long');
    expect(await counts(name)).toMatchObject({ samples: 3, blocks: 0 });
  });

  it('are not believed where a block is missing, was moved or changed, or a place points elsewhere', async () => {
    const { name, store } = await sealedStore();
    const db = await openDB(name);
    const blocks = (await db.getAll('blocks')) as { packId: string; first: number; sealed: Uint8Array }[];
    const [first, second] = blocks;
    if (first === undefined || second === undefined) throw new Error('two blocks');
    const corrupt = { code: 'storage/corrupt' };
    await db.delete('blocks', [second.packId, second.first]);
    await expect(store.getPack('long')).rejects.toMatchObject(corrupt);
    await expect(store.getSample('long', 's70')).rejects.toMatchObject(corrupt);
    await db.put('blocks', { ...first, first: second.first });
    await expect(store.getPack('long')).rejects.toMatchObject(corrupt);
    await db.put('blocks', {
      ...second,
      sealed: second.sealed.map((byte, i) => (i === 9 ? byte ^ 1 : byte)),
    });
    await expect(store.getPack('long')).rejects.toMatchObject(corrupt);
    await db.put('blocks', second);
    expect((await store.getPack('long'))?.samples).toHaveLength(150);
    const [one, two] = (await db.getAll('samples')).filter(
      (row: { packId: string }) => row.packId === first.packId,
    ) as { packId: string; index: number; sampleId: string }[];
    await db.delete('samples', [first.packId, two?.index ?? 0]);
    await db.put('samples', { ...one, sampleId: two?.sampleId });
    await expect(store.getSample('long', 's1')).rejects.toMatchObject(corrupt);
    db.close();
  });

  it('of a plain store are left alone', async () => {
    const name = `bring-forward-${(names += 1)}`;
    const store = createBrowserStore(name);
    await store.putPack(aPack(), 'b'.repeat(64), '');
    await store.bringForward();
    expect(await counts(name)).toMatchObject({ samples: 3, blocks: 0 });
  });
});
