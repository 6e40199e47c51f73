import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { describeResultStore } from './contract-suite.ts';
import { lazyBrowserStore } from './lazy-browser-store.ts';

let databases = 0;
const fresh = () => lazyBrowserStore(`bedside-lazy-${(databases += 1)}`);

describeResultStore('IndexedDB, its code coming when it is asked', async () => fresh());

describe('lazy browser store', () => {
  it('can be what a promise resolves to', async () => {
    const store = fresh();
    expect(await Promise.resolve(store)).toBe(store);
  });

  it('opens nothing while another tab erases, also when it was asked before its code came', async () => {
    const store = fresh();
    let release = (): void => undefined;
    store.holdUntil(new Promise<void>((done) => (release = done)));
    let answered = false;
    const usage = store.usage().then((found) => {
      answered = true;
      return found;
    });
    await new Promise((done) => setTimeout(done, 50));
    expect(answered).toBe(false);
    release();
    expect((await usage).runs).toBe(0);
  });

  it('is closed without being opened for it', async () => {
    await expect(fresh().close()).resolves.toBeUndefined();
  });
});
