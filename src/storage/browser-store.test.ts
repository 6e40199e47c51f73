import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { createBrowserStore } from './browser-store.ts';
import { describeResultStore } from './contract-suite.ts';
import { aHeader, anAnnotation, aPack, aRecord, aTable, someEvidence } from './fixtures.ts';
import { DATABASE_VERSION } from './migrations/registry.ts';

let databases = 0;
const freshName = () => `bedside-test-${(databases += 1)}`;

describeResultStore('IndexedDB', async () => createBrowserStore(freshName()));

async function withRaw(name: string, work: (db: Awaited<ReturnType<typeof openDB>>) => Promise<void>) {
  const db = await openDB(name);
  await work(db);
  db.close();
}

describe('browser store', () => {
  it('leaves no database behind when nothing was stored', async () => {
    const name = freshName();
    const store = createBrowserStore(name);
    await store.listRuns();
    await store.usage();
    expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(name);
  });

  it('asks for strict durability when a record is committed', async () => {
    const store = createBrowserStore(freshName());
    await store.createRun(aHeader(), 1);
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await store.commitRecord('run-1', aRecord());
    expect(transaction).toHaveBeenCalledWith(['runs', 'records'], 'readwrite', { durability: 'strict' });
    transaction.mockRestore();
  });

  it('still holds everything after it was closed and opened again', async () => {
    const name = freshName();
    const first = createBrowserStore(name);
    await first.createRun(aHeader(), 2);
    await first.commitRecord('run-1', aRecord());
    await first.close();
    const second = createBrowserStore(name);
    expect(await second.committedKeys('run-1')).toEqual(new Set(['0#0']));
  });

  it('names a run row that cannot be read and gives the others', async () => {
    const name = freshName();
    const store = createBrowserStore(name);
    await store.createRun(aHeader({ id: 'good' }), 1);
    await store.createRun(aHeader({ id: 'bad' }), 1);
    await withRaw(name, async (db) => void (await db.put('runs', { id: 'bad', header: 3 })));
    await expect(store.getRun('bad')).rejects.toMatchObject({
      code: 'storage/corrupt',
      details: { store: 'runs', row: 'bad', field: 'header' },
    });
    await expect(store.listRuns()).rejects.toMatchObject({ code: 'storage/corrupt' });
    const problems: string[] = [];
    const runs = await store.listRuns((error) => problems.push(String(error.details['row'])));
    expect(runs.map((run) => run.header.id)).toEqual(['good']);
    expect(problems).toEqual(['bad']);
    await store.deleteRun('bad');
    expect(await store.listRuns()).toHaveLength(1);
  });

  it('names a record that cannot be read and gives the others', async () => {
    const name = freshName();
    const store = createBrowserStore(name);
    await store.createRun(aHeader(), 3);
    for (const index of [0, 1, 2]) await store.commitRecord('run-1', aRecord({ index }));
    await withRaw(name, async (db) => {
      await db.put('records', { runId: 'run-1', index: 1, repeat: 0, record: { kind: 'record', id: 's1' } });
    });
    await expect(store.getRecord('run-1', '1#0')).rejects.toMatchObject({
      code: 'storage/corrupt',
      details: { store: 'records', row: 'run-1/1/0' },
    });
    const problems: unknown[] = [];
    const read: number[] = [];
    for await (const record of store.records('run-1', (error) => problems.push(error.details['row']))) {
      read.push(record.index);
    }
    expect(read).toEqual([0, 2]);
    expect(problems).toEqual(['run-1/1/0']);
  });

  it('says storage/version for a database made by a newer page, and leaves it as it is', async () => {
    const name = freshName();
    const newer = await openDB(name, DATABASE_VERSION + 1, {
      upgrade: (db) => void db.createObjectStore('from-the-future'),
    });
    newer.close();
    await expect(createBrowserStore(name).listRuns()).rejects.toMatchObject({ code: 'storage/version' });
    await withRaw(name, async (db) => expect(db.objectStoreNames).toContain('from-the-future'));
  });

  it('lets a newer page upgrade while it is open, then says storage/version', async () => {
    const name = freshName();
    const store = createBrowserStore(name);
    await store.createRun(aHeader(), 1);
    const newer = await openDB(name, DATABASE_VERSION + 1);
    newer.close();
    await expect(store.getRun('run-1')).rejects.toMatchObject({ code: 'storage/version' });
  });

  it('opens again after another tab erased the database', async () => {
    const name = freshName();
    const here = createBrowserStore(name);
    const elsewhere = createBrowserStore(name);
    await here.createRun(aHeader(), 1);
    await elsewhere.listRuns();
    await elsewhere.eraseAll();
    expect(await here.listRuns()).toEqual([]);
    // A run that was going on here must not bring the database back.
    await expect(here.commitRecord('run-1', aRecord())).rejects.toMatchObject({ code: 'storage/missing' });
    await expect(here.setRunStatus('run-1', 'cancelled', '')).rejects.toMatchObject({
      code: 'storage/missing',
    });
    await expect(here.putScores(aTable(), new Map())).rejects.toMatchObject({ code: 'storage/missing' });
    await here.deleteRun('run-1');
    await here.deletePack('a-pack');
    expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(name);
  });

  it('says storage/quota when the disk is full, and keeps what was committed', async () => {
    const store = createBrowserStore(freshName());
    await store.createRun(aHeader(), 2);
    await store.commitRecord('run-1', aRecord());
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(store.commitRecord('run-1', aRecord({ index: 1 }))).rejects.toMatchObject({
      code: 'storage/quota',
    });
    add.mockRestore();
    expect(await store.getRun('run-1')).toMatchObject({ done: 1 });
    await store.commitRecord('run-1', aRecord({ index: 1 }));
    expect(await store.getRun('run-1')).toMatchObject({ done: 2 });
  });

  it('says storage/blocked when another tab does not let go while erasing, with the rows gone all the same', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const name = freshName();
    const store = createBrowserStore(name);
    await store.createRun(aHeader(), 1);
    const stubborn = await openDB(name);
    const erasing = store.eraseAll();
    const outcome = expect(erasing).rejects.toMatchObject({
      code: 'storage/blocked',
    });
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    await outcome;
    expect(await stubborn.count('runs')).toBe(0);
    stubborn.close();
  });

  it('opens nothing while another tab erases', async () => {
    const name = freshName();
    const store = createBrowserStore(name);
    await store.createRun(aHeader(), 1);
    let release = () => {};
    store.holdUntil(new Promise((resolve) => (release = resolve)));
    let read = false;
    const reading = store.listRuns().then(() => (read = true));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(read).toBe(false);
    release();
    await reading;
    expect(read).toBe(true);
  });

  it('removes every row of a deleted run in one transaction', async () => {
    const name = freshName();
    const store = createBrowserStore(name);
    await store.createRun(aHeader(), 1);
    await store.commitRecord('run-1', aRecord());
    await store.putScores(aTable(), new Map([['0#0', someEvidence]]));
    await store.putPack(aPack(), 'b'.repeat(64), '');
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await store.deleteRun('run-1');
    // The second only reads back.
    expect(transaction.mock.calls.map(([, mode]) => mode)).toEqual(['readwrite', undefined]);
    transaction.mockRestore();
    await withRaw(name, async (db) => {
      for (const each of ['runs', 'records', 'scores', 'evidence']) expect(await db.count(each)).toBe(0);
      expect(await db.count('samples')).toBe(3);
    });
  });
});

describe('a deletion', () => {
  const rowsOf = async (name: string): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    await withRaw(name, async (db) => {
      for (const store of db.objectStoreNames) {
        const count = await db.count(store);
        if (count > 0) counts[store] = count;
      }
    });
    return counts;
  };
  async function filled(name: string): Promise<ReturnType<typeof createBrowserStore>> {
    const store = createBrowserStore(name);
    await store.createRun(aHeader(), 2);
    for (const index of [0, 1]) await store.commitRecord('run-1', aRecord({ index }));
    await store.putScores(aTable(), new Map([['0#0', someEvidence]]));
    await store.putAnnotation(anAnnotation());
    await store.putPack(aPack(), 'a'.repeat(64), 'then');
    return store;
  }

  it('of a run and of a pack leaves no row of them', async () => {
    const name = freshName();
    const store = await filled(name);
    await store.deleteRun('run-1');
    expect(await rowsOf(name)).toEqual({ packs: 1, samples: 3 });
    await store.deletePack('a-pack');
    expect(await rowsOf(name)).toEqual({});
  });

  it('that the browser says it did and did not is not believed: what is left is named', async () => {
    const store = await filled(freshName());
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the store it was called on
    const real = IDBObjectStore.prototype.delete;
    IDBObjectStore.prototype.delete = function (this: IDBObjectStore, key: IDBValidKey | IDBKeyRange) {
      const kept = this.name === 'records' || this.name === 'samples';
      return kept ? real.call(this, 'nothing is called this') : real.call(this, key);
    };
    try {
      await expect(store.deleteRun('run-1')).rejects.toMatchObject({
        code: 'storage/failed',
        details: { remaining: ['2 records'] },
      });
      await expect(store.deletePack('a-pack')).rejects.toMatchObject({
        code: 'storage/failed',
        details: { remaining: ['3 samples'] },
      });
    } finally {
      IDBObjectStore.prototype.delete = real;
    }
  });
});
