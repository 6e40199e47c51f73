/** The browser's store whose code comes when it is first asked: the page is on screen before anything is read. */
import type { BrowserStore } from './browser-store.ts';
import type { OnCorrupt } from './contract.ts';

export function lazyBrowserStore(name: string): BrowserStore {
  let coming: Promise<BrowserStore> | null = null;
  const store = (): Promise<BrowserStore> =>
    (coming ??= import('./browser-store.ts').then(
      ({ createBrowserStore }) => createBrowserStore(name),
      (thrown: unknown) => {
        // A line that was down for a moment: the next one who asks tries again.
        coming = null;
        throw thrown;
      },
    ));
  const own: Partial<BrowserStore> = {
    async *records(runId: string, onCorrupt?: OnCorrupt) {
      yield* (await store()).records(runId, onCorrupt);
    },
    close: async () => {
      if (coming !== null) await (await coming).close();
    },
    // Whoever asks later waits behind this, as their calls are made in the order they came.
    holdUntil: (release) => {
      store().then(
        (opened) => opened.holdUntil(release),
        () => undefined,
      );
    },
  };
  // What answers with a promise can wait for the code; the names are those of BrowserStore.
  return new Proxy(own as BrowserStore, {
    get: (_target, name): unknown => {
      const known: unknown = Reflect.get(own, name);
      // A store is no promise, though it may be what a promise resolves to.
      if (known !== undefined || typeof name !== 'string' || name === 'then') return known;
      return async (...args: unknown[]): Promise<unknown> => {
        const opened = await store();
        const method: unknown = Reflect.get(opened, name);
        return typeof method === 'function' ? Reflect.apply(method, opened, args) : undefined;
      };
    },
  });
}
