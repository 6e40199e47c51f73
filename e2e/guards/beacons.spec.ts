/**
 * That the guard of support/network.ts is not blind, and what the page's policy holds back by itself: each way out is
 * planted alone, beside a listener that is really there. A guarded test must fail for it; without guard and policy it
 * must arrive, or it proves nothing; under the policy it must not.
 */
import { test, expect, type BrowserContext } from '@playwright/test';
import { BEACONS, plantedPage, type Beacon } from '../support/beacons.ts';
import { startListener, type Listener } from '../support/listener.ts';
import { expectNothingLeft, watchNetwork } from '../support/network.ts';
import { startSite, type Site } from '../support/site.ts';

let listener: Listener;
let site: Site | null = null;

test.beforeEach(async () => {
  listener = await startListener();
});
test.afterEach(async () => {
  await site?.close();
  await listener.close();
});

/** Opens the planted page; a page that has left in the meantime is what some beacons do. */
async function light(context: BrowserContext, beacon: Beacon, headers: boolean): Promise<readonly string[]> {
  site ??= await startSite({ headers, overlay: plantedPage(beacon, listener) });
  const refused: string[] = [];
  await context.exposeFunction('noteRefusal', (directive: string) => void refused.push(directive));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (Reflect.get(globalThis, 'noteRefusal') as (directive: string) => void)(event.effectiveDirective);
    });
  });
  const page = await context.newPage();
  await page
    .goto(`${site.url}planted.html`, { waitUntil: 'domcontentloaded', timeout: 30_000 })
    .catch(() => undefined);
  return refused;
}

/** Chromium opens a bare connection ahead of a frame, a form or a change of address, also when that is then refused. */
const arrived = () => [...listener.heard].filter((what) => what !== 'connection');

/** Long enough for what is under way to arrive; used only to see that nothing does. */
const moment = () => new Promise((done) => setTimeout(done, 700));

for (const beacon of BEACONS) {
  test.describe(beacon.name, () => {
    test.afterEach(() => {
      site = null;
    });

    test('arrives where nothing holds it back', async ({ context }) => {
      test.skip(beacon.arrives === null, 'cannot be observed from outside the browser');
      await light(context, beacon, false);
      await expect.poll(() => [...listener.heard]).toContain(beacon.arrives);
    });

    test('makes the guard fail, with no policy to help it, and goes nowhere', async ({ context }) => {
      site = await startSite({ headers: false, overlay: plantedPage(beacon, listener) });
      const log = await watchNetwork(context, [site.url]);
      expectNothingLeft(log);
      await light(context, beacon, false);
      await expect.poll(() => log.offOrigin.length).toBeGreaterThan(0);
      expect(() => expectNothingLeft(log)).toThrow(/no way out/);
      await moment();
      expect(arrived()).toEqual([]);
    });

    test('is refused by the page’s own policy', async ({ context }) => {
      test.skip(
        beacon.refusedBy === null,
        'no policy of today’s browsers covers it; docs/security.md says so',
      );
      const refused = await light(context, beacon, true);
      // What a worker or the service worker tries is refused in there, where this page is not told.
      const inside = beacon.files !== undefined;
      if (!inside) await expect.poll(() => refused.length).toBeGreaterThan(0);
      await moment();
      for (const directive of refused) expect(beacon.refusedBy?.split('|')).toContain(directive);
      expect(arrived()).toEqual([]);
    });
  });
}
