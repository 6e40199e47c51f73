import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeAll, describe, expect, it } from 'vitest';
import { createBrowserStore } from '../browser-store.ts';
import type { ResultStore } from '../contract.ts';
import { aHeader, anAnnotation, aPack, aRecord, aSample, aTable, someEvidence } from '../fixtures.ts';
import { plainCodec, type RowCodec } from '../row-codec.ts';
import { convertRows } from './convert.ts';
import { newKeyDerivation } from './derive-key.ts';
import { sealedCodec } from './sealed-codec.ts';
import { newVaultKey } from './vault-keys.ts';

let databases = 0;
const freshName = () => `bedside-convert-test-${(databases += 1)}`;
const running = () => ({ onProgress: () => undefined, signal: new AbortController().signal });

async function fill(store: ResultStore): Promise<void> {
  await store.putPack(
    aPack({ samples: Array.from({ length: 450 }, (_, i) => aSample(i)) }),
    'b'.repeat(64),
    '',
  );
  await store.createRun(aHeader(), 450);
  for (let index = 0; index < 5; index += 1) await store.commitRecord('run-1', aRecord({ index }));
  await store.putScores(aTable(), new Map([['0#0', someEvidence]]));
  await store.putAnnotation(anAnnotation());
  await store.putMeta('last-backup', { at: 'x' });
}

async function everything(store: ResultStore): Promise<unknown> {
  const records: unknown[] = [];
  for await (const record of store.records('run-1')) records.push(record);
  return {
    runs: await store.listRuns(),
    records,
    scores: await store.listScores('run-1'),
    evidence: [...(await store.listEvidence('run-1', 'exact'))],
    packs: await store.listPacks(),
    pack: await store.getPack('a-pack'),
    annotations: await store.listAnnotations('run-1'),
    meta: await store.getMeta('last-backup'),
  };
}

describe('converting a store', () => {
  let sealed: RowCodec;
  beforeAll(async () => {
    const cheap = newKeyDerivation({ memoryKiB: 64, passes: 1, lanes: 1 });
    sealed = sealedCodec((await newVaultKey('a', cheap)).keys);
  });

  it('brings every row into the vault and back as it was, and tells how far it is', async () => {
    const [plain, vault, again] = [freshName(), freshName(), freshName()];
    const source = createBrowserStore(plain);
    await fill(source);
    const told: number[] = [];
    const result = await convertRows(
      { name: plain, codec: plainCodec },
      { name: vault, codec: sealed },
      { ...running(), onProgress: (done, total) => told.push(done / total) },
    );
    expect(result).toEqual({ rows: 460, unreadable: [] });
    expect(told.at(-1)).toBe(1);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    const before = await everything(source);
    expect(await everything(createBrowserStore(vault, sealed))).toEqual(before);
    await convertRows({ name: vault, codec: sealed }, { name: again, codec: plainCodec }, running());
    expect(await everything(createBrowserStore(again))).toEqual(before);
  });

  it('goes on where it was cut short, wherever that was', async () => {
    const plain = freshName();
    const source = createBrowserStore(plain);
    await fill(source);
    const before = await everything(source);
    for (let cut = 1; cut <= 8; cut += 1) {
      const vault = freshName();
      const controller = new AbortController();
      let pages = 0;
      const stopped = convertRows(
        { name: plain, codec: plainCodec },
        { name: vault, codec: sealed },
        { onProgress: () => (pages += 1) >= cut && controller.abort(), signal: controller.signal },
      );
      await expect(stopped, `cut before page ${cut}`).rejects.toMatchObject({ code: 'runtime/cancelled' });
      expect(await everything(source)).toEqual(before);
      let encoded = 0;
      const counting: RowCodec = {
        ...sealed,
        encode: (store, row) => {
          encoded += 1;
          return sealed.encode(store, row);
        },
      };
      const result = await convertRows(
        { name: plain, codec: plainCodec },
        { name: vault, codec: counting },
        running(),
      );
      expect(result.rows).toBe(460);
      // What was there already is not sealed again: 450 samples are nine blocks.
      expect(encoded).toBe(19 - [0, 1, 5, 9, 10, 11, 16, 17][cut - 1]!);
      expect(await everything(createBrowserStore(vault, sealed))).toEqual(before);
    }
  });

  it('leaves out what does not open and says so', async () => {
    const [vault, plain] = [freshName(), freshName()];
    const store = createBrowserStore(vault, sealed);
    await fill(store);
    const db = await openDB(vault);
    const [row] = (await db.getAll('records')) as object[];
    await db.put('records', { ...row, nonce: new Uint8Array(12) });
    db.close();
    const result = await convertRows(
      { name: vault, codec: sealed },
      { name: plain, codec: plainCodec },
      running(),
    );
    expect(result.rows).toBe(460);
    expect(result.unreadable).toMatchObject([{ code: 'storage/corrupt' }]);
    expect((await createBrowserStore(plain).usage()).records).toBe(4);
  });

  it('counts every sample of a block that does not open, and brings the others over', async () => {
    const [vault, plain] = [freshName(), freshName()];
    await fill(createBrowserStore(vault, sealed));
    const db = await openDB(vault);
    const second = ((await db.getAll('blocks')) as { first: number }[]).find(({ first }) => first === 64);
    await db.put('blocks', { ...second, nonce: new Uint8Array(12) });
    db.close();
    const result = await convertRows(
      { name: vault, codec: sealed },
      { name: plain, codec: plainCodec },
      running(),
    );
    expect(result.unreadable).toHaveLength(64);
    const back = createBrowserStore(plain);
    expect(await back.getSample('a-pack', 's63')).toEqual(aSample(63));
    expect(await back.getSample('a-pack', 's64')).toBeNull();
    expect(await back.getSample('a-pack', 's449')).toEqual(aSample(449));
  });

  it('keeps no key of a plain row in the vault while it is under way', async () => {
    const [plain, vault] = [freshName(), freshName()];
    await fill(createBrowserStore(plain));
    const controller = new AbortController();
    await convertRows(
      { name: plain, codec: plainCodec },
      { name: vault, codec: sealed },
      { onProgress: (done) => done > 200 && controller.abort(), signal: controller.signal },
    ).catch(() => undefined);
    const db = await openDB(vault);
    expect(JSON.stringify([await db.getAll('meta'), await db.getAllKeys('samples')])).not.toContain('a-pack');
    db.close();
  });
});
