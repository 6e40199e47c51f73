/**
 * The network guard: every test of this file's `test` fails when the page, a worker, a frame or the service worker asks
 * for anything outside the page's own origin, when the page is sent elsewhere, when it looks up a name ahead or opens
 * a WebRTC connection. The resolver rules of browserArgs() are the second net under it (no name but this machine's
 * resolves), and planted beacons prove, one by one, that the guard sees (guards/beacons.spec.ts).
 */
import { test as base, expect, type BrowserContext } from '@playwright/test';

export interface NetworkLog {
  /** URLs asked for outside the allowed origins, and ways out that are no requests. */
  readonly offOrigin: string[];
}

export async function watchNetwork(context: BrowserContext, allowed: readonly string[]): Promise<NetworkLog> {
  const log: NetworkLog = { offOrigin: [] };
  const isOurs = (url: string): boolean =>
    url.startsWith('data:') ||
    url.startsWith('blob:') ||
    url === 'about:blank' ||
    allowed.some((origin) => url.startsWith(origin));
  context.on('request', (request) => {
    if (!isOurs(request.url())) log.offOrigin.push(request.url());
  });
  await context.route(
    (url) => !isOurs(url.href),
    (route) => route.abort('blockedbyclient'),
  );
  // Ways out that are no requests: names looked up or connections made ahead, and WebRTC.
  await context.exposeFunction('noteAhead', (what: string) => void log.offOrigin.push(what));
  await context.addInitScript(() => {
    const note = (what: string): void => {
      (Reflect.get(globalThis, 'noteAhead') as (what: string) => void)(what);
    };
    const seen = new WeakMap<Element, string>();
    const look = (): void => {
      for (const link of document.querySelectorAll<HTMLLinkElement>(
        'link[rel~=dns-prefetch], link[rel~=preconnect]',
      )) {
        const what = `${link.rel} ${link.href}`;
        if (seen.get(link) !== what) note(what);
        seen.set(link, what);
      }
    };
    const changes = { childList: true, subtree: true, attributeFilter: ['rel', 'href'] };
    new MutationObserver(look).observe(document, changes);
    for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) {
      const real: unknown = Reflect.get(globalThis, name);
      if (typeof real !== 'function') continue;
      const watched = new Proxy(real as new (...args: unknown[]) => object, {
        construct: (_target, args) => {
          note(`${name} ${JSON.stringify(args)}`);
          // As if the browser refused it: seen is enough, and nothing may leave.
          throw new Error('WebRTC is refused by the network guard');
        },
      });
      Object.defineProperty(globalThis, name, { value: watched });
    }
  });
  return log;
}

/** The verdict that every guarded test ends with. */
export function expectNothingLeft(log: NetworkLog): void {
  expect(log.offOrigin, 'no way out of the page’s own origin was tried').toEqual([]);
}

export const test = base.extend<{ network: NetworkLog }>({
  network: [
    async ({ context, baseURL }, use) => {
      const log = await watchNetwork(context, [baseURL ?? 'http://127.0.0.1']);
      await use(log);
      expectNothingLeft(log);
    },
    { auto: true },
  ],
});

export { expect };
