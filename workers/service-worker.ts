/**
 * The one service worker: offline cache, cross-origin isolation and content security policy on every response,
 * workers included, and the log of every request that passes through it. It never talks to another origin.
 */
import * as v from 'valibot';
import { cleanupOutdatedCaches, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, Route, Router } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { isLocal } from '../src/core/network/network-event.ts';
import { isPermitted } from '../src/core/network/policies.ts';
import { FILE_MANIFEST } from '../src/core/supply-chain/file-manifest.ts';
import {
  RUN_LOCK_PREFIX,
  ShellMessageSchema,
  type ShellAnswer,
  type ShellMessage,
} from './shell/messages.ts';
import { beginAnswer, closeGate, endAnswer } from './shell/network-gate.ts';
import {
  DATA_FILES,
  fetchShell,
  forgetOldCopies,
  isKept,
  LARGE_FILES,
  onlyComplete,
  secure,
  shellFiles,
  stopKeeping,
} from './shell/offline-copy.ts';
import { chooseStrict, knownPolicy, policyInForce } from './shell/policy-in-force.ts';
import { bodyBytes, logRequest, recentRequests } from './shell/request-log.ts';
import { secured } from './shell/secured.ts';

declare const self: ServiceWorkerGlobalScope;
/** Changes with the bundled weights, so that a build with other weights is a new version of this worker too. */
declare const __MODELS_REVISION__: string;

closeGate();

/** Clients that are workers, as far as they started while this worker ran. */
const THREADS = new Set<string>();

const scopePath = new URL(self.registration.scope).pathname;
const inScope = (url: URL, ...folders: string[]): boolean =>
  url.origin === self.location.origin &&
  folders.some((folder) => url.pathname.startsWith(`${scopePath}${folder}`));

const router = new Router();
router.registerRoute(new PrecacheRoute(shellFiles));
cleanupOutdatedCaches();
router.registerRoute(
  new Route(
    ({ url, request }) =>
      (inScope(url, 'models/') && !url.pathname.endsWith('catalog.json')) ||
      (inScope(url, 'assets/') && request.method === 'GET'),
    new CacheFirst({ cacheName: LARGE_FILES, plugins: [onlyComplete, secure] }),
  ),
);
router.registerRoute(
  new Route(
    ({ url }) => inScope(url, 'packs/', 'recorded/', 'models/', FILE_MANIFEST),
    new NetworkFirst({ cacheName: DATA_FILES, networkTimeoutSeconds: 5, plugins: [onlyComplete, secure] }),
  ),
);
router.registerRoute(
  new NavigationRoute(shellFiles.createHandlerBoundToURL('index.html'), {
    // Only the page itself: a missing model must stay a 404, never the page's HTML.
    allowlist: [
      new RegExp(`^${scopePath.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(index\\.html)?(\\?.*)?$`, 'u'),
    ],
  }),
);
// Everything else of ours passes through with our headers.
router.registerRoute(
  new Route(
    ({ url }) => url.origin === self.location.origin,
    async ({ request }) => secured(request, await fetch(request)),
  ),
);

/** Answers a request of this site and notes where the answer came from. */
async function answered(
  event: FetchEvent,
  answer: Promise<Response>,
  from: 'page' | 'worker',
): Promise<Response> {
  const { url, destination } = event.request;
  beginAnswer(url);
  try {
    const response = await answer;
    const outcome = endAnswer(url) ? 'network' : 'copy';
    logRequest({ url, from, kind: destination, outcome, bytes: bodyBytes(response) });
    return response;
  } catch (error) {
    endAnswer(url);
    logRequest({ url, from, kind: destination, outcome: 'failed', bytes: null });
    throw error;
  }
}

/**
 * A request that would leave the site. Where the policy in force permits it (the hub's worker during a download, an
 * endpoint of this build) the browser sends it itself, because this thread reaches only its own site; the policy of
 * the asking thread has then let it pass already. Everything else is refused here too.
 */
function elsewhere(event: FetchEvent, from: 'page' | 'worker'): void {
  const { url, destination } = event.request;
  const permitted = isPermitted(new URL(url), self.location.origin, knownPolicy() ?? 'hub-download');
  logRequest({ url, from, kind: destination, outcome: permitted ? 'network' : 'blocked', bytes: null });
  if (!permitted) event.respondWith(Response.error());
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (isLocal(request.url)) return;
  const from = THREADS.has(event.clientId) ? 'worker' : 'page';
  if (new URL(request.url).origin !== self.location.origin) {
    elsewhere(event, from);
    return;
  }
  // A worker's own script is asked for by the page; what the worker asks for comes from a client of its own.
  if (event.resultingClientId !== '' && /worker$/u.test(request.destination))
    THREADS.add(event.resultingClientId);
  const answer = router.handleRequest({ request, event });
  if (answer !== undefined) event.respondWith(answered(event, answer, from));
});

self.addEventListener('install', (event) => {
  // The first worker takes over at once, before it has cached anything, so that isolation and policy hold from the
  // start and a first visitor does not wait; the page then asks for the cache (message below). An update caches
  // first and waits for the person to agree, because it would pull files away under a run.
  event.waitUntil(self.registration.active === null ? self.skipWaiting() : fetchShell());
});
self.addEventListener('activate', (event) => {
  shellFiles.activate(event).catch(() => undefined);
  event.waitUntil(Promise.all([self.clients.claim(), policyInForce()]));
  event.waitUntil(forgetOldCopies());
});

/** False when it was refused. */
async function work(message: ShellMessage, event: ExtendableMessageEvent): Promise<boolean> {
  switch (message.type) {
    case 'apply-update': {
      const { held = [] } = await self.navigator.locks.query();
      if (held.some(({ name }) => name?.startsWith(RUN_LOCK_PREFIX))) return false;
      await self.skipWaiting();
      return true;
    }
    case 'cache-shell':
      await fetchShell();
      return true;
    case 'cache-file': {
      if (await isKept(message.url)) return true;
      const request = new Request(message.url);
      const answer = router.handleRequest({ request, event: event });
      const response = await answer;
      await response?.arrayBuffer();
      return response?.ok === true;
    }
    case 'stop-keeping':
      stopKeeping();
      return true;
    case 'choose-strict':
      await chooseStrict(message.strict);
      return true;
    case 'is-kept':
    case 'network-log':
      return true;
  }
}

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const message = v.safeParse(ShellMessageSchema, event.data);
  if (!message.success) return;
  const answer = async (): Promise<void> => {
    const ok = await work(message.output, event).catch(() => false);
    const urls = message.output.type === 'is-kept' ? message.output.urls : [];
    const said: ShellAnswer = {
      ok,
      policy: await policyInForce(),
      recent: message.output.type === 'network-log' ? [...recentRequests()] : [],
      kept: await Promise.all(urls.map(isKept)),
    };
    event.ports[0]?.postMessage(said);
  };
  event.waitUntil(answer());
});

// Part of this script's bytes, so that the browser sees a new version when only the weights are new.
Reflect.set(self, 'bedsideModels', __MODELS_REVISION__);
