/**
 * That the guard of support/network.ts is not blind, and what the page's policy holds back by itself: each way out is
 * planted alone, on a page and in a browser context of its own, beside a listener that is really there. A guarded test
 * must fail for it; without guard and policy it must arrive, or it proves nothing; under the policy it must not.
 */
import { test, expect, type Browser, type BrowserContext } from '@playwright/test';
import { BEACONS, plantedPages, plantedPath, type Beacon } from '../support/beacons.ts';
import { startListener, type Listener } from '../support/listener.ts';
import { expectNothingLeft, watchNetwork } from '../support/network.ts';
import { startSite, type Site } from '../support/site.ts';

/** At a time: each is alone in its context, and a few of them keep a small machine busy. */
const TOGETHER = 4;

let listener: Listener;
let site: Site;

test.beforeEach(async () => {
  listener = await startListener();
});
test.afterEach(async () => {
  await site.close();
  await listener.close();
});

/** Opens the planted page; a page that has left in the meantime is what some beacons do. */
async function light(context: BrowserContext, beacon: Beacon): Promise<readonly string[]> {
  const refused: string[] = [];
  await context.exposeFunction('noteRefusal', (directive: string) => void refused.push(directive));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (Reflect.get(globalThis, 'noteRefusal') as (directive: string) => void)(event.effectiveDirective);
    });
  });
  const page = await context.newPage();
  await page
    .goto(site.url + plantedPath(beacon), { waitUntil: 'domcontentloaded', timeout: 30_000 })
    .catch(() => undefined);
  return refused;
}

/** What happens to each stays a step of its own; all contexts stay open until `whileOpen` has looked. */
async function forEach(
  browser: Browser,
  beacons: readonly Beacon[],
  look: (beacon: Beacon, context: BrowserContext) => Promise<void>,
  whileOpen: () => Promise<void> = async () => undefined,
): Promise<void> {
  expect(beacons.length).toBeGreaterThan(10);
  for (let at = 0; at < beacons.length; at += TOGETHER) {
    const contexts: BrowserContext[] = [];
    const lit = beacons.slice(at, at + TOGETHER).map((beacon) =>
      test.step(beacon.name, async () => {
        const context = await browser.newContext();
        contexts.push(context);
        await look(beacon, context);
      }),
    );
    await Promise.all(lit);
    await whileOpen();
    await Promise.all(contexts.map((context) => context.close()));
  }
}

/** Chromium opens a bare connection ahead of a frame, a form or a change of address, also when that is then refused. */
const arrived = () => [...listener.heard].filter((what) => what !== 'connection');

/** Long enough for what is under way to arrive; used only to see that nothing does. */
const moment = () => new Promise<void>((done) => setTimeout(done, 700));

test('each way out arrives where nothing holds it back', async ({ browser }) => {
  site = await startSite({ headers: false, overlay: plantedPages(listener) });
  // The others cannot be observed from outside the browser.
  const observable = BEACONS.filter(({ arrives }) => arrives !== null);
  await forEach(browser, observable, async (beacon, context) => {
    await light(context, beacon);
    await expect
      .poll(() => [...listener.heard], { message: beacon.name, timeout: 30_000 })
      .toContain(beacon.arrives);
  });
});

test('each makes the guard fail, with no policy to help it, and goes nowhere', async ({ browser }) => {
  site = await startSite({ headers: false, overlay: plantedPages(listener) });
  await forEach(
    browser,
    BEACONS,
    async (beacon, context) => {
      const log = await watchNetwork(context, [site.url]);
      expectNothingLeft(log);
      await light(context, beacon);
      await expect
        .poll(() => log.offOrigin.length, { message: beacon.name, timeout: 30_000 })
        .toBeGreaterThan(0);
      expect(() => expectNothingLeft(log), beacon.name).toThrow(/no way out/);
    },
    async () => {
      await moment();
      expect(arrived()).toEqual([]);
    },
  );
});

test('each that a policy covers is refused by the page’s own', async ({ browser }) => {
  site = await startSite({ headers: true, overlay: plantedPages(listener) });
  // No policy of today’s browsers covers the others; docs/security.md says so.
  const covered = BEACONS.filter(({ refusedBy }) => refusedBy !== null);
  await forEach(
    browser,
    covered,
    async (beacon, context) => {
      const refused = await light(context, beacon);
      // What a worker or the service worker tries is refused in there, where this page is not told.
      const inside = beacon.files !== undefined;
      if (!inside) {
        await expect.poll(() => refused.length, { message: beacon.name, timeout: 30_000 }).toBeGreaterThan(0);
      }
      for (const directive of refused) expect(beacon.refusedBy?.split('|')).toContain(directive);
    },
    async () => {
      await moment();
      expect(arrived()).toEqual([]);
    },
  );
});
