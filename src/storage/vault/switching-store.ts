/** One store for everybody above, whichever database holds the rows at the moment. */
import type { BrowserStore } from '../browser-store.ts';
import type { OnCorrupt } from '../contract.ts';

/** `current` refuses while nothing can be read; `stores` are all there are, for what concerns each of them. */
export function createSwitchingStore(
  plain: BrowserStore,
  current: () => Promise<BrowserStore>,
  stores: () => readonly BrowserStore[],
): BrowserStore {
  const forAll: Partial<BrowserStore> = {
    async *records(runId: string, onCorrupt?: OnCorrupt) {
      yield* (await current()).records(runId, onCorrupt);
    },
    // What is locked can still be erased.
    eraseAll: async () => {
      for (const store of stores()) await store.eraseAll();
    },
    close: async () => {
      for (const store of stores()) await store.close();
    },
    holdUntil: (release) => {
      for (const store of stores()) store.holdUntil(release);
    },
  };
  return new Proxy(plain, {
    get: (target, name): unknown => {
      const own: unknown = Reflect.get(forAll, name);
      if (own !== undefined) return own;
      if (typeof Reflect.get(target, name) !== 'function') return undefined;
      return async (...args: unknown[]): Promise<unknown> => {
        const store = await current();
        const method: unknown = Reflect.get(store, name);
        return typeof method === 'function' ? Reflect.apply(method, store, args) : undefined;
      };
    },
  });
}
