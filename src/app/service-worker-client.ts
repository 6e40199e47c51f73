/**
 * Registers the service worker and makes sure it controls the page before anything private is opened: it is
 * what gives every response, workers included, the security policy, and what makes the page work offline.
 */

export type ShellState =
  /** The worker answers this page's requests, or the server sent the policy itself. */
  | { readonly kind: 'protected'; readonly by: 'service-worker' | 'server' }
  /** First visit on a host without headers: the page loads once more, now under the worker. */
  | { readonly kind: 'reloading' }
  /** No worker here (unsupported, blocked, or a private window): the page works, on one thread. */
  | { readonly kind: 'unprotected'; readonly reason: string };

const RELOADED_KEY = 'bedside-reloaded-for-isolation';
/** Longer than a slow activation, shorter than a person's patience. */
const ACTIVATION_TIMEOUT_MS = 8_000;

function controllerChange(): Promise<boolean> {
  if (navigator.serviceWorker.controller !== null) return Promise.resolve(true);
  return new Promise((done) => {
    const timer = setTimeout(() => done(false), ACTIVATION_TIMEOUT_MS);
    navigator.serviceWorker.addEventListener(
      'controllerchange',
      () => {
        clearTimeout(timer);
        done(true);
      },
      { once: true },
    );
  });
}

/** Call before rendering. On "reloading" render nothing: the page is about to load again. */
export async function protectPage(): Promise<ShellState> {
  if (!import.meta.env.PROD) return { kind: 'unprotected', reason: 'development server' };
  const isolatedByServer = globalThis.crossOriginIsolated && navigator.serviceWorker?.controller === null;
  if (!('serviceWorker' in navigator)) {
    return globalThis.crossOriginIsolated
      ? { kind: 'protected', by: 'server' }
      : { kind: 'unprotected', reason: 'this browser has no service workers (private window?)' };
  }
  try {
    const registered = navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI), {
      // Updates are checked against the network, never against the HTTP cache.
      updateViaCache: 'none',
    });
    if (isolatedByServer) {
      registered.catch(() => undefined);
      return { kind: 'protected', by: 'server' };
    }
    await registered;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'unprotected', reason: `the service worker could not start: ${reason}` };
  }
  const controlled = await controllerChange();
  if (!controlled) return { kind: 'unprotected', reason: 'the service worker did not take over in time' };
  if (globalThis.crossOriginIsolated) {
    sessionStorage.removeItem(RELOADED_KEY);
    return { kind: 'protected', by: 'service-worker' };
  }
  if (sessionStorage.getItem(RELOADED_KEY) === null) {
    sessionStorage.setItem(RELOADED_KEY, '1');
    location.reload();
    return { kind: 'reloading' };
  }
  // Controlled, so the policy holds; this browser gives no isolation, so one thread.
  return { kind: 'protected', by: 'service-worker' };
}
