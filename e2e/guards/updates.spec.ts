/** Two builds of one page, the server gone in between, and what is kept: nothing twice, nothing of an old build. */
import type { Page } from '@playwright/test';
import { deviceKnown, openRoute, panel } from '../support/pages.ts';
import { runScripted, runToTheEnd, scriptedModel } from '../support/scripted.ts';
import { SECOND_VERSION, secondBuild } from '../support/second-build.ts';
import { expect, test } from '../support/site.ts';

/** Twelve samples of it outlast everything the test does meanwhile; it is stopped by hand. */
const SLOW = scriptedModel({ rules: [{ contains: '', answer: 'word '.repeat(25) }], msPerToken: 300 });

test.use({ siteOptions: { headers: false, base: '/demo/', overlay: SLOW } });

const keptUrls = (page: Page) =>
  page.evaluate(async () => {
    const all: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) all.push(url.split('?')[0] ?? '');
    return all;
  });

async function completeCopy(page: Page): Promise<void> {
  await openRoute(page, '/data');
  const offline = panel(page, 'Without a connection');
  const fetchNow = offline.getByRole('button', { name: 'Fetch them now' });
  await expect(offline).toContainText(/of the page and its demo are kept|are missing/, { timeout: 60_000 });
  if (await fetchNow.isVisible()) await fetchNow.click();
  await expect(offline).toContainText('Everything but new downloads works', { timeout: 120_000 });
}

test('after one visit in which nothing was run, the demo runs with the server gone, and no file is kept twice', async ({
  page,
  site,
  context,
}) => {
  await openRoute(page, '/');
  await deviceKnown(page);
  await completeCopy(page);
  const kept = await keptUrls(page);
  const twice = kept.filter((url, at) => kept.indexOf(url) !== at);
  expect(twice, 'kept in two caches').toEqual([]);

  await page.close();
  await site.close();
  const offline = await context.newPage();
  await openRoute(offline, '/');
  await deviceKnown(offline);
  const runId = await runToTheEnd(offline, {
    packId: 'soap-notes-demo',
    modelId: 'demo-tuned',
    limit: 1,
    generation: { maxTokens: 8 },
  });
  for (const route of ['/results', `/results/${runId}`, '/packs', '/models', '/network', '/data'])
    await openRoute(offline, route);
  await expect(panel(offline, 'Without a connection')).toContainText('works without a connection');
});

test('a new version waits for the run, here and in another tab, then takes over and leaves nothing of the old', async ({
  page,
  site,
  context,
}) => {
  await openRoute(page, '/');
  await deviceKnown(page);
  await completeCopy(page);
  const { files, gone } = secondBuild();
  const banner = (of: Page) => of.getByRole('status').filter({ hasText: /version is ready|was updated/ });

  const run = runScripted(page, { packId: 'soap-notes-demo', limit: 12 });
  const stopped = expect(run).rejects.toThrow(/cancelled/);
  await expect(page.getByRole('link', { name: /^Live: [1-9]\d* of 12/ })).toBeVisible({ timeout: 60_000 });
  site.put(files);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(banner(page)).toContainText('reload when the run has ended', { timeout: 60_000 });
  await expect(banner(page).getByRole('button', { name: 'Reload now' })).toBeDisabled();

  // A second tab cannot let it in either while the first writes.
  const other = await context.newPage();
  await openRoute(other, '/results');
  await expect(banner(other)).toBeVisible({ timeout: 60_000 });
  await banner(other).getByRole('button', { name: 'Reload now' }).click();
  await expect(banner(other)).toContainText('a run is going on in another tab');
  await expect(page.getByRole('contentinfo')).toContainText('Bedside 0.1.0');

  await openRoute(page, '/live');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await stopped;
  const kept = async () =>
    (await page.evaluate(() => globalThis.bedside?.interrupted()))?.map(({ done }) => done);
  const before = await kept();
  expect(before?.[0]).toBeGreaterThan(0);

  await banner(page).getByRole('button', { name: 'Reload now' }).click();
  await expect(page.getByRole('contentinfo')).toContainText(`Bedside ${SECOND_VERSION}`, { timeout: 60_000 });
  await expect(banner(other)).toContainText('was updated in another tab', { timeout: 30_000 });
  expect(await kept()).toEqual(before);
  await expect
    .poll(async () => (await keptUrls(page)).filter((url) => gone.some((path) => url.endsWith(path))), {
      timeout: 30_000,
    })
    .toEqual([]);
});
