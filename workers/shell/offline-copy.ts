/**
 * The offline copy: the page's own files in one cache, what is large (WebAssembly, weights) in a second, packs and
 * recordings in a third. No file is in two of them.
 */
import * as v from 'valibot';
import { PrecacheController } from 'workbox-precaching';
import { FILE_MANIFEST } from '../../src/core/supply-chain/file-manifest.ts';
import { secured } from './secured.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
};

/** Weights and WebAssembly: large, and kept until the build says that they changed. */
export const LARGE_FILES = 'bedside-large-v1';
export const DATA_FILES = 'bedside-data-v1';

/** As far as it is needed here: SHA-256 of every file. */
const ManifestSchema = v.object({ files: v.array(v.object({ path: v.string(), sha256: v.string() })) });

/** Workbox plugin: whatever a strategy answers, cached or fresh, goes out with our headers. */
export const secure = {
  handlerWillRespond: async ({ request, response }: { request: Request; response: Response }) =>
    secured(request, response),
};
let keeping = true;
/** Until this worker is gone: what is erased must not come back with an answer that was under way. */
export function stopKeeping(): void {
  keeping = false;
}

/** An error page or a part of a file must never be kept as if it were the file. */
export const onlyComplete = {
  cacheWillUpdate: async ({ response }: { response: Response }) =>
    keeping && response.status === 200 ? response : null,
};

export const shellFiles = new PrecacheController({ plugins: [secure] });
shellFiles.addToCacheList([...self.__WB_MANIFEST]);

/** The page's own files, all at once: one after the other, a line with 40 ms of delay would take seconds. */
export async function fetchShell(): Promise<void> {
  if (!keeping) return;
  const cache = await caches.open(shellFiles.strategy.cacheName);
  const fetched = [...shellFiles.getURLsToCacheKeys()].map(async ([url, cacheKey]) => {
    if ((await cache.match(cacheKey)) !== undefined) return;
    // A name without a hash in it may be in the HTTP cache with earlier content.
    const mode = cacheKey === url ? 'default' : 'reload';
    const response = await fetch(url, { cache: mode, credentials: 'same-origin' });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    if (!keeping) return;
    await cache.put(cacheKey, response);
  });
  await Promise.all(fetched);
}

export async function isKept(url: string): Promise<boolean> {
  if (shellFiles.getCacheKeyForURL(url) !== undefined) return true;
  return (await caches.match(url)) !== undefined;
}

/**
 * After an update: large files that the new build no longer has, or has with other content, make room. Without this
 * each version would leave its runtime behind, and new weights under an old name would never be fetched.
 */
export async function forgetOldCopies(): Promise<void> {
  if (!keeping || !(await caches.has(LARGE_FILES))) return;
  const url = new URL(FILE_MANIFEST, self.registration.scope).href;
  const response = await fetch(url, { cache: 'reload' }).catch(() => null);
  if (response === null || !response.ok) return;
  const cache = await caches.open(LARGE_FILES);
  // Not under its own address: that one is kept fresh, and would already be the new one.
  const keptUrl = `${url}?as-kept`;
  const before = await hashes(await cache.match(keptUrl));
  const now = await hashes(response.clone());
  if (now === null) return;
  for (const { url: kept } of await cache.keys()) {
    const path = kept.slice(self.registration.scope.length);
    const hash = now.get(decodeURIComponent(path));
    const changed = before !== null && hash !== undefined && before.get(path) !== hash;
    if (kept !== keptUrl && (hash === undefined || changed)) await cache.delete(kept);
  }
  await cache.put(keptUrl, response);
}

async function hashes(response: Response | undefined): Promise<ReadonlyMap<string, string> | null> {
  const manifest = v.safeParse(ManifestSchema, await response?.json().catch(() => null));
  if (!manifest.success) return null;
  return new Map(manifest.output.files.map(({ path, sha256 }) => [path, sha256]));
}
