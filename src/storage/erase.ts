/**
 * Erases everything this origin keeps in the browser, then asks the browser what it still lists. Nothing is
 * taken as gone because a call resolved: `remaining` is read back.
 *
 * The service worker goes too: its caches are part of what a person sees in the browser's own list, and the
 * next visit installs it again before it opens anything private.
 */
import { deleteDB } from 'idb';

/** The browser's own stores; a test passes fakes, and what a browser lacks is null. */
export interface OriginStores {
  readonly databases: (() => Promise<readonly { readonly name?: string }[]>) | null;
  readonly caches: Pick<CacheStorage, 'keys' | 'delete'> | null;
  readonly opfs: (() => Promise<FileSystemDirectoryHandle>) | null;
  readonly serviceWorkers: Pick<ServiceWorkerContainer, 'getRegistrations'> | null;
  readonly keyValue: readonly { readonly name: string; readonly storage: Storage }[];
}

export interface EraseOutcome {
  readonly erased: boolean;
  /** What is still listed, e.g. `cache models-v1`. */
  readonly remaining: readonly string[];
}

/** Any of these may be missing or forbidden (private windows, embedded pages): then there is nothing in it. */
export function originStores(): OriginStores {
  const orNull = <Value>(get: () => Value): Value | null => {
    try {
      return get() ?? null;
    } catch {
      return null;
    }
  };
  const keyValue = (['localStorage', 'sessionStorage'] as const).flatMap((name) => {
    const storage = orNull(() => globalThis[name]);
    return storage === null ? [] : [{ name, storage }];
  });
  return {
    databases: orNull(() => indexedDB.databases.bind(indexedDB)),
    caches: orNull(() => globalThis.caches),
    opfs: orNull(() => navigator.storage.getDirectory.bind(navigator.storage)),
    serviceWorkers: orNull(() => navigator.serviceWorker),
    keyValue,
  };
}

/** `eraseStore` empties and deletes the result store; its errors do not stop the rest. */
export async function eraseOrigin(
  eraseStore: () => Promise<void>,
  stores: OriginStores,
): Promise<EraseOutcome> {
  const failures: string[] = [];
  const attempt = async (what: string, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (thrown) {
      failures.push(`${what}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  };

  await attempt('database', eraseStore);
  await attempt('databases', async () => {
    for (const { name } of (await stores.databases?.()) ?? []) {
      if (name !== undefined) await attempt(`database ${name}`, () => deleteWithoutWaiting(name));
    }
  });
  for (const { storage } of stores.keyValue) storage.clear();
  await attempt('files', async () => {
    const root = await stores.opfs?.();
    if (root === undefined) return;
    for (const name of await entryNames(root)) {
      await attempt(`file ${name}`, () => root.removeEntry(name, { recursive: true }));
    }
  });
  // Before its caches, so that it does not fill them again meanwhile.
  await attempt('service worker', async () => {
    for (const registration of (await stores.serviceWorkers?.getRegistrations()) ?? []) {
      await registration.unregister();
    }
  });
  await attempt('caches', async () => {
    for (const key of (await stores.caches?.keys()) ?? []) await stores.caches?.delete(key);
  });

  const remaining = await listOrigin(stores);
  // A step that failed on something no longer listed did not matter; one whose list cannot be read did.
  const unread = failures.filter((failure) => failure.startsWith('files:') && stores.opfs !== null);
  const all = [...remaining, ...unread];
  return { erased: all.length === 0, remaining: all };
}

/** What the browser lists for this origin right now. */
export async function listOrigin(stores: OriginStores): Promise<readonly string[]> {
  const databases = ((await stores.databases?.()) ?? []).map(({ name }) => `database ${name ?? ''}`);
  const caches = ((await stores.caches?.keys()) ?? []).map((key) => `cache ${key}`);
  const root = await stores.opfs?.().catch(() => undefined);
  const files = root === undefined ? [] : (await entryNames(root)).map((name) => `file ${name}`);
  const workers = ((await stores.serviceWorkers?.getRegistrations()) ?? []).map(
    (registration) => `service worker ${registration.scope}`,
  );
  const keys = stores.keyValue.flatMap(({ name, storage }) =>
    Array.from({ length: storage.length }, (_, i) => `${name} ${storage.key(i) ?? ''}`),
  );
  return [...databases, ...caches, ...files, ...workers, ...keys];
}

/** A database that another tab keeps open is deleted when that tab lets go; it stays listed until then. */
function deleteWithoutWaiting(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    deleteDB(name, { blocked: () => resolve() }).then(resolve, reject);
  });
}

async function entryNames(root: FileSystemDirectoryHandle): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of root.keys()) names.push(name);
  return names;
}
