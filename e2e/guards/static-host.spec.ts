/** The hosted page: a sub-path of a host that sets no headers, with and without a service worker, and offline. */
import type { Page } from '@playwright/test';
import { hasRecordings } from '../support/dist.ts';
import { deviceKnown, openRoute, panel } from '../support/pages.ts';
import { runToTheEnd } from '../support/scripted.ts';
import { expect, test, type Site } from '../support/site.ts';

test.use({ siteOptions: { headers: false, base: '/demo/' } });

const ONE_NOTE = {
  packId: 'soap-notes-demo',
  modelId: 'demo-tuned',
  limit: 1,
  generation: { maxTokens: 16 },
} as const;

const missing = (site: Site): readonly string[] =>
  site.log.filter(({ status }) => status >= 400).map(({ path, status }) => `${status} ${path}`);

async function expectReadable(page: Page, runId: string): Promise<void> {
  await openRoute(page, `/results/${runId}`);
  await expect(panel(page, /^Scores$/).getByRole('table')).toBeVisible();
  await panel(page, 'Samples').locator('tbody a').first().click();
  await expect(panel(page, 'Note the model wrote')).not.toBeEmpty();
}

test('without headers the service worker isolates the page; afterwards everything works with no server', async ({
  page,
  site,
  context,
}) => {
  await openRoute(page, '/');
  await deviceKnown(page);
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await expect(page.getByRole('contentinfo')).not.toContainText('not guarded');
  const runId = await runToTheEnd(page, ONE_NOTE);
  await expectReadable(page, runId);
  await openRoute(page, '/results');
  if (hasRecordings()) await expect(page.getByText(/recorded on/).first()).toBeVisible();
  expect(missing(site), 'files of ours that were not found').toEqual([]);

  // The page fetches its own files again of itself, some seconds after it is on screen.
  let before = 0;
  const grown = async (): Promise<number> => {
    const kept = await keptCount(page);
    const more = kept - before;
    before = kept;
    return kept === 0 ? 1 : more;
  };
  await expect.poll(grown, { timeout: 120_000, intervals: [3_000] }).toBe(0);

  await page.close();
  await site.close();
  const offline = await context.newPage();
  await openRoute(offline, '/');
  await deviceKnown(offline);
  expect(await offline.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
  await expect(offline.getByRole('button', { name: 'Run the demo', exact: true })).toBeEnabled();
  await expectReadable(offline, runId);
  await expectReadable(offline, await runToTheEnd(offline, ONE_NOTE));
  await openRoute(offline, '/results');
  if (hasRecordings()) await expect(offline.getByText(/recorded on/).first()).toBeVisible();
});

const keptCount = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const caches = await Promise.all(
      (await globalThis.caches.keys()).map((name) => globalThis.caches.open(name)),
    );
    const kept = await Promise.all(caches.map(async (cache) => (await cache.keys()).length));
    return kept.reduce((sum, count) => sum + count, 0);
  });

/** Waits until the service worker has every file of the page itself; weights and packs come much later. */
async function pageKept(page: Page): Promise<void> {
  await page.evaluate(() =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      navigator.serviceWorker.controller?.postMessage({ type: 'cache-shell' }, [port2]);
    }).then(() => undefined),
  );
}

test('offline, a model that was never fetched is named and nothing is stored', async ({
  page,
  site,
  context,
}) => {
  await openRoute(page, '/');
  await deviceKnown(page);
  await pageKept(page);
  await page.close();
  await site.close();
  const offline = await context.newPage();
  await openRoute(offline, '/');
  await offline.getByRole('button', { name: 'Run the demo', exact: true }).click();
  const alert = offline.getByRole('alert');
  await expect(alert).toContainText('The device is offline and the file is not stored yet');
  await expect(alert).toContainText('Connect once');
  expect(await offline.evaluate(() => globalThis.bedside?.interrupted())).toEqual([]);
});

test.describe('where service workers are blocked', () => {
  test.use({ serviceWorkers: 'block' });

  test('the page says that it is single-threaded and not guarded, and still runs', async ({ page, site }) => {
    await openRoute(page, '/');
    await deviceKnown(page);
    const foot = page.getByRole('contentinfo');
    await expect(foot).toContainText('single-threaded, because this page is not cross-origin isolated');
    await expect(foot).toContainText('not guarded');
    await expectReadable(page, await runToTheEnd(page, ONE_NOTE));
    expect(missing(site)).toEqual([]);
  });
});
