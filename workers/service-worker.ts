/**
 * The one service worker: offline cache, cross-origin isolation and content security policy on every response,
 * workers included. It never talks to another origin.
 */
import { cleanupOutdatedCaches, PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { SECURITY_HEADERS } from '../vite/security-headers.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
};

/** Weights and WebAssembly: large, and their names or hashes change when they do. */
const LARGE_FILES = 'bedside-large-v1';
const DATA_FILES = 'bedside-data-v1';

/** A copy of the response that carries our headers. Opaque and partial responses cannot be copied. */
function secured(response: Response): Response {
  if (response.type === 'opaque' || response.type === 'opaqueredirect' || response.type === 'error')
    return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
  const bodyAllowed = ![101, 204, 205, 304].includes(response.status);
  return new Response(bodyAllowed ? response.body : null, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}

/** Workbox plugin: whatever a strategy answers, cached or fresh, goes out with our headers. */
const secure = {
  handlerWillRespond: async ({ response }: { response: Response }) => secured(response),
};
/** An error page or a part of a file must never be kept as if it were the file. */
const onlyComplete = {
  cacheWillUpdate: async ({ response }: { response: Response }) =>
    response.status === 200 ? response : null,
};

const scopePath = new URL(self.registration.scope).pathname;
const inScope = (url: URL, ...folders: string[]): boolean =>
  url.origin === self.location.origin &&
  folders.some((folder) => url.pathname.startsWith(`${scopePath}${folder}`));

const shellFiles = new PrecacheController({ plugins: [secure] });
shellFiles.addToCacheList([...self.__WB_MANIFEST]);
registerRoute(new PrecacheRoute(shellFiles));
cleanupOutdatedCaches();

/** The page's own files, all at once: one after the other, a line with 40 ms of delay would take seconds. */
async function fetchShell(): Promise<void> {
  const cache = await caches.open(shellFiles.strategy.cacheName);
  const fetched = [...shellFiles.getURLsToCacheKeys()].map(async ([url, cacheKey]) => {
    if ((await cache.match(cacheKey)) !== undefined) return;
    // A name without a hash in it may be in the HTTP cache with earlier content.
    const mode = cacheKey === url ? 'default' : 'reload';
    const response = await fetch(url, { cache: mode, credentials: 'same-origin' });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    await cache.put(cacheKey, response);
  });
  await Promise.all(fetched);
}

registerRoute(
  ({ url, request }) =>
    (inScope(url, 'models/') && !url.pathname.endsWith('catalog.json')) ||
    (inScope(url, 'assets/') && request.method === 'GET'),
  new CacheFirst({ cacheName: LARGE_FILES, plugins: [onlyComplete, secure] }),
);
registerRoute(
  ({ url }) => inScope(url, 'packs/', 'recorded/', 'models/'),
  new NetworkFirst({ cacheName: DATA_FILES, networkTimeoutSeconds: 5, plugins: [onlyComplete, secure] }),
);

const shell = shellFiles.createHandlerBoundToURL('index.html');
registerRoute(
  new NavigationRoute(shell, {
    // Only the page itself: a missing model must stay a 404, never the page's HTML.
    allowlist: [
      new RegExp(`^${scopePath.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(index\\.html)?(\\?.*)?$`, 'u'),
    ],
  }),
);

// Everything else of ours passes through with our headers.
registerRoute(
  ({ url }) => url.origin === self.location.origin,
  async ({ request }) => secured(await fetch(request)),
);

self.addEventListener('install', (event) => {
  // The first worker takes over at once, before it has cached anything, so that isolation and policy hold from the
  // start and a first visitor does not wait; the page then asks for the cache (message below). An update caches
  // first and waits for the person to agree, because it would pull files away under a run.
  event.waitUntil(self.registration.active === null ? self.skipWaiting() : fetchShell());
});
self.addEventListener('activate', (event) => {
  shellFiles.activate(event).catch(() => undefined);
  event.waitUntil(self.clients.claim());
});
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const type = (event.data as { type?: unknown } | null)?.type;
  if (type === 'apply-update') event.waitUntil(self.skipWaiting());
  if (type === 'cache-shell') event.waitUntil(fetchShell());
});
