import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { createBrowserStore } from './browser-store.ts';
import { eraseOrigin, listOrigin, type OriginStores } from './erase.ts';
import { aHeader, aPack, aRecord } from './fixtures.ts';

class FakeStorage implements Storage {
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  key = (index: number) => [...this.#items.keys()][index] ?? null;
  getItem = (key: string) => this.#items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#items.set(key, value);
  removeItem = (key: string) => void this.#items.delete(key);
  clear = () => this.#items.clear();
}

function fakeOrigin(stubborn: readonly string[] = []) {
  const caches = new Set(['models-v1', 'precache']);
  const files = new Set(['weights.bin']);
  const scopes = new Set(['http://localhost/']);
  const localStorage = new FakeStorage();
  localStorage.setItem('theme', 'dark');
  const root = {
    async *keys() {
      yield* [...files];
    },
    removeEntry: async (name: string) => {
      if (stubborn.includes(name)) throw new Error('in use');
      files.delete(name);
    },
  };
  const stores: OriginStores = {
    databases: () => indexedDB.databases(),
    caches: {
      keys: async () => [...caches],
      delete: async (key) => !stubborn.includes(key) && caches.delete(key),
    },
    opfs: async () => root as unknown as FileSystemDirectoryHandle,
    serviceWorkers: {
      getRegistrations: async () =>
        [...scopes].map((scope) => ({ scope, unregister: async () => scopes.delete(scope) })) as never,
    },
    keyValue: [{ name: 'localStorage', storage: localStorage }],
  };
  return stores;
}

async function filledStore() {
  const store = createBrowserStore();
  await store.createRun(aHeader(), 2);
  await store.commitRecord('run-1', aRecord());
  await store.putPack(aPack(), 'b'.repeat(64), '');
  return store;
}

describe('erasing an origin', () => {
  it('leaves nothing that the browser lists', async () => {
    const store = await filledStore();
    const other = await openDB('left-by-a-library', 1);
    other.close();
    const stores = fakeOrigin();
    expect(await listOrigin(stores)).toEqual([
      'database bedside',
      'database left-by-a-library',
      'cache models-v1',
      'cache precache',
      'file weights.bin',
      'service worker http://localhost/',
      'localStorage theme',
    ]);
    expect(await eraseOrigin(() => store.eraseAll(), stores)).toEqual({ erased: true, remaining: [] });
    expect(await listOrigin(stores)).toEqual([]);
    expect(await store.listRuns()).toEqual([]);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('names what is still there instead of saying that it is gone', async () => {
    const store = await filledStore();
    const report = await eraseOrigin(() => store.eraseAll(), fakeOrigin(['weights.bin', 'precache']));
    expect(report).toEqual({ erased: false, remaining: ['cache precache', 'file weights.bin'] });
  });

  it('goes on with the rest when the store fails, and names the database', async () => {
    const store = await filledStore();
    const held = await openDB('bedside');
    const report = await eraseOrigin(async () => {
      throw new Error('blocked');
    }, fakeOrigin());
    expect(report).toEqual({ erased: false, remaining: ['database bedside'] });
    held.close();
    await store.close();
  });
});
