import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeAll, describe, expect, it } from 'vitest';
import { createBrowserStore } from '../browser-store.ts';
import { describeResultStore } from '../contract-suite.ts';
import { aHeader, anAnnotation, aPack, aRecord, aTable, someEvidence } from '../fixtures.ts';
import { packRow, sampleRows } from '../pack-rows.ts';
import type { CodedRows, CodedStore, RowCodec, StoredRow } from '../row-codec.ts';
import { newKeyDerivation } from './derive-key.ts';
import { sealedCodec } from './sealed-codec.ts';
import { newVaultKey } from './vault-keys.ts';

const cheap = () => newKeyDerivation({ memoryKiB: 64, passes: 1, lanes: 1 });
const aCodec = async () => sealedCodec((await newVaultKey('correct horse', cheap())).keys);

let databases = 0;
const freshName = () => `bedside-sealed-test-${(databases += 1)}`;

describeResultStore('IndexedDB, sealed', async () => createBrowserStore(freshName(), await aCodec()));

const header = aHeader();
const SAMPLES = sampleRows(aPack());
/** One row of each store, every string in it one that must not be seen. */
const ROWS: { readonly [Store in CodedStore]: CodedRows[Store] } = {
  runs: {
    id: 'run-1',
    header,
    status: 'running',
    updatedAt: header.createdAt,
    done: 1,
    total: 3,
    error: { code: 'runtime/failed', message: 'Zwölfender', details: {} },
  },
  records: { runId: 'run-1', index: 0, repeat: 0, record: aRecord({ output: 'Zwölfender' }) },
  scores: aTable({ createdAt: 'Zwölfender' }),
  evidence: {
    runId: 'run-1',
    scorerId: 'exact',
    scorerVersion: '1',
    recordKey: '0#0',
    evidence: { ...someEvidence, kind: 'sections', present: ['Zwölfender'], missing: [] },
  },
  packs: packRow(aPack({ id: 'zwoelfender', title: 'Zwölfender' }), 'a'.repeat(64), ''),
  samples: { packId: 'a-pack', index: 0, sampleId: 'Zwölfender', sample: { ...SAMPLES[0]!.sample } },
  blocks: { packId: 'a-pack', first: 0, samples: [{ ...SAMPLES[0]!.sample, id: 'Zwölfender' }] },
  keepsakes: { id: 'Zwölfender', value: { term: 'Zwölfender' } },
  annotations: anAnnotation({ kind: 'Zwölfender', id: 'Zwölfender', body: { text: 'Zwölfender' } }),
};
const STORES = Object.keys(ROWS) as CodedStore[];

describe('sealed rows', () => {
  let codec: RowCodec;
  beforeAll(async () => {
    codec = await aCodec();
  });
  const seal = (store: CodedStore) => codec.encode(store, ROWS[store]);

  it.each(STORES)('of %s open to what was sealed and show none of its words', async (store) => {
    const stored = await seal(store);
    expect(await codec.decode(store, stored)).toEqual(ROWS[store]);
    const { sealed, nonce, ...beside } = stored;
    const bytes = new TextDecoder('latin1').decode(sealed as Uint8Array);
    for (const word of ['run-1', 'a-pack', 'lfender', 'zwoelfender', 'question']) {
      expect(JSON.stringify(beside)).not.toContain(word);
      expect(bytes).not.toContain(word);
    }
    expect((nonce as Uint8Array).length).toBe(12);
  });

  it.each(STORES)('of %s do not open when any field beside the bytes was changed', async (store) => {
    const stored = await seal(store);
    for (const [field, value] of Object.entries(stored)) {
      const changed: unknown =
        value instanceof Uint8Array
          ? value.map((byte, i) => (i === 0 ? byte ^ 1 : byte))
          : typeof value === 'number'
            ? value + 1
            : `${String(value)}x`;
      await expect(codec.decode(store, { ...stored, [field]: changed }), field).rejects.toMatchObject({
        code: 'storage/corrupt',
        details: { store, field: 'sealed' },
      });
      const { [field]: _gone, ...without } = stored;
      await expect(codec.decode(store, without), `without ${field}`).rejects.toMatchObject({
        code: 'storage/corrupt',
      });
    }
    await expect(codec.decode(store, { ...stored, more: 1 })).rejects.toMatchObject({
      code: 'storage/corrupt',
    });
  });

  it('do not open when any single byte of them was changed', async () => {
    const stored = await seal('samples');
    const bytes = stored['sealed'] as Uint8Array;
    for (let at = 0; at < bytes.length; at += 1) {
      const sealed = bytes.map((byte, i) => (i === at ? byte ^ 0x80 : byte));
      await expect(codec.decode('samples', { ...stored, sealed })).rejects.toMatchObject({
        code: 'storage/corrupt',
      });
    }
  });

  it('do not open under the key of another row, or in another store', async () => {
    const one = await codec.encode('samples', { ...SAMPLES[0]! });
    const two = await codec.encode('samples', { ...SAMPLES[1]! });
    const moved: StoredRow = { ...two, nonce: one['nonce'], sealed: one['sealed'] };
    await expect(codec.decode('samples', moved)).rejects.toMatchObject({ code: 'storage/corrupt' });
    await expect(codec.decode('records', one)).rejects.toMatchObject({ code: 'storage/corrupt' });
  });

  it('take no row that is not sealed', async () => {
    await expect(codec.decode('runs', { ...ROWS.runs })).rejects.toMatchObject({ code: 'storage/corrupt' });
  });

  it('open with no other key', async () => {
    const stored = await seal('records');
    const other = await aCodec();
    await expect(other.decode('records', stored)).rejects.toMatchObject({ code: 'storage/corrupt' });
  });

  it('never use a nonce twice', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3_000; i += 1) {
      const stored = await codec.encode('annotations', ROWS.annotations);
      nonces.add(String(stored['nonce']));
    }
    expect(nonces.size).toBe(3_000);
  });

  it('keep equal ids equal and others apart, each kind and pack for itself, and only under their own key', async () => {
    const other = await aCodec();
    const ids = await Promise.all([
      codec.id('run', 'x'),
      codec.id('pack', 'x'),
      codec.id('sample', 'p', 'x'),
      codec.id('sample', 'q', 'x'),
      codec.id('run', 'y'),
      other.id('run', 'x'),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await codec.id('run', 'x')).toBe(ids[0]);
    for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/);
  });

  it('are told from a later sealing of the same content', async () => {
    const [a, b] = [await seal('runs'), await seal('runs')];
    expect(codec.isSame(a, structuredClone(a))).toBe(true);
    expect(codec.isSame(a, b)).toBe(false);
  });
});

describe('a sealed store', () => {
  it('keeps nothing in the database that can be read', async () => {
    const name = freshName();
    const store = createBrowserStore(name, await aCodec());
    const words = 'Mrs-Zwölfender';
    await store.putPack(aPack({ id: 'mrs-smith', title: words }), 'b'.repeat(64), '');
    await store.createRun(aHeader({ id: words }), 1);
    await store.commitRecord(words, aRecord({ id: words, output: words }));
    await store.putScores(aTable({ runId: words }), new Map([['0#0', someEvidence]]));
    await store.putAnnotation(anAnnotation({ runId: words, id: words, kind: words }));
    const db = await openDB(name);
    const rows = await Promise.all([...db.objectStoreNames].map((each) => db.getAll(each)));
    db.close();
    const text = JSON.stringify(rows.flat(), (_key, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
    );
    expect(rows.flat()).toHaveLength(10);
    for (const word of [words, 'mrs-smith', 'question', 'output', 'Plan', 'a-model']) {
      expect(text).not.toContain(word);
    }
  });

  it('says which row does not open and gives the others', async () => {
    const name = freshName();
    const store = createBrowserStore(name, await aCodec());
    await store.createRun(aHeader(), 3);
    for (const index of [0, 1, 2]) await store.commitRecord('run-1', aRecord({ index }));
    const db = await openDB(name);
    const rows = (await db.getAll('records')) as StoredRow[];
    await db.put('records', { ...rows[1], sealed: rows[0]?.['sealed'], nonce: rows[0]?.['nonce'] });
    db.close();
    const problems: string[] = [];
    const read: number[] = [];
    for await (const record of store.records('run-1', (error) => problems.push(error.code))) {
      read.push(record.index);
    }
    expect([read, problems]).toEqual([[0, 2], ['storage/corrupt']]);
  });

  it('loses no record when two commits of one run meet', async () => {
    const store = createBrowserStore(freshName(), await aCodec());
    await store.createRun(aHeader(), 8);
    await Promise.all([0, 1, 2, 3, 4, 5].map((index) => store.commitRecord('run-1', aRecord({ index }))));
    expect(await store.getRun('run-1')).toMatchObject({ done: 6 });
    expect((await store.committedKeys('run-1')).size).toBe(6);
  });
});
