/**
 * The network guard: every test of this file's `test` fails when the page, a worker or a frame asks for anything
 * outside the page's own origin, or when the browser tries to. The resolver rules of browserArgs() are the second
 * net under it (no name but this machine's resolves), and planted beacons prove that the guard sees.
 */
import { test as base, expect, type BrowserContext } from '@playwright/test';

export interface NetworkLog {
  /** URLs asked for outside the allowed origins. */
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
  return log;
}

export const test = base.extend<{ network: NetworkLog }>({
  network: [
    async ({ context, baseURL }, use) => {
      const log = await watchNetwork(context, [baseURL ?? 'http://127.0.0.1']);
      await use(log);
      expect(log.offOrigin, 'no request outside the page’s own origin').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
