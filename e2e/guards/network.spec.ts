/**
 * That nothing leaves: every spec runs under the guard of support/network.ts (beacons.spec.ts proves that it sees). Here
 * a whole visit, with the page's policy and without it: a request that the policy refuses never becomes one, so only
 * the visit without it shows that the code does not try. And what the page's own ledger says of such a visit.
 */
import type { Page } from '@playwright/test';
import { deviceKnown, openRoute, panel } from '../support/pages.ts';
import { runToTheEnd } from '../support/scripted.ts';
import { expect, test } from '../support/site.ts';

const ROUTES = [
  '/',
  '/live',
  '/results',
  '/compare',
  '/packs',
  '/packs/clinical-qa-demo',
  '/models',
  '/data',
  '/network',
];

async function wholeVisit(page: Page): Promise<string> {
  await openRoute(page, '/');
  await deviceKnown(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await deviceKnown(page);
  const runId = await runToTheEnd(page, {
    packId: 'clinical-qa-demo',
    modelId: 'demo-tuned',
    limit: 1,
    generation: { maxTokens: 4 },
  });
  for (const route of [...ROUTES, `/results/${runId}`]) await openRoute(page, route);
  return runId;
}

for (const policy of [true, false]) {
  test.describe(policy ? 'under the policy' : 'with the policy taken away', () => {
    test.use({ siteOptions: { policy } });

    test('a whole visit asks for nothing but this site’s own files, the service worker’s requests included', async ({
      page,
      site,
      context,
      network,
    }) => {
      const byServiceWorker: string[] = [];
      context.on('request', (request) => {
        if (request.serviceWorker() !== null) byServiceWorker.push(request.url());
      });
      const policies = new Set<string | undefined>();
      page.on('response', (response) => policies.add(response.headers()['content-security-policy']));
      await wholeVisit(page);
      expect(byServiceWorker.length, 'requests of the service worker that were seen').toBeGreaterThan(5);
      // Without it there must be none at all, or the visit proves nothing.
      if (!policy) expect([...policies]).toEqual([undefined]);
      expect(network.offOrigin).toEqual([]);
      expect(site.log.filter(({ status }) => status >= 400)).toEqual([]);
    });
  });
}

for (const headers of [true, false]) {
  test.describe(
    headers ? 'the ledger, from a server with headers' : 'the ledger, from a host without',
    () => {
      test.use({ siteOptions: { headers } });

      test('lists what the site was asked for, what was refused, and what a run used', async ({
        page,
        site,
      }) => {
        const runId = await wholeVisit(page);
        await openRoute(page, '/network');
        const said = panel(page, 'What was asked of the network');
        await expect(said).toContainText(/\d+ requests, all to this site\./);
        await expect(said).not.toContainText('refused.');

        // Every path that the server answered is in the list, and nothing else is said to have been sent.
        await page.getByRole('button', { name: /^Show all/ }).click();
        const rows = await panel(page, 'Requests, newest first').locator('tbody tr').allInnerTexts();
        const sent = new Set(
          rows.filter((row) => /\tsent\t/.test(row)).map((row) => row.split('\t')[1]?.trim() ?? ''),
        );
        // The very first requests come before any code of the page runs, the worker's own script past everything.
        const known = new Set(['/', '/service-worker.js', '/manifest.webmanifest']);
        const unlisted = site.log
          .map(({ path }) => path)
          .filter((path) => !sent.has(path) && !known.has(path));
        expect([...new Set(unlisted)], 'answered by the server and not in the ledger').toEqual([]);
        const asked = new Set(site.log.map(({ path }) => path));
        expect(
          [...sent].filter((path) => !asked.has(path)),
          'in the ledger and never asked for',
        ).toEqual([]);

        // Refusals, of the page and of a worker, without what might be private in the address.
        await page.evaluate(async () => {
          await fetch('https://beacon.invalid/Mrs-Smith?q=pneumonia').catch(() => undefined);
          await fetch('https://beacon.invalid/Smith/again').catch(() => undefined);
        });
        await expect(said).toContainText('2 attempts to do otherwise refused');
        await page.getByLabel(/^Only what was refused/).check();
        const refused = panel(page, 'Requests, newest first').locator('tbody tr');
        await expect(refused).toHaveCount(2);
        await expect(refused.first()).toContainText('https://beacon.invalid');
        await expect(panel(page, 'Requests, newest first')).not.toContainText('Smith');

        await openRoute(page, `/results/${runId}`);
        await expect(page.getByText('Network during the run')).toBeVisible();
        await expect(page.getByRole('main')).toContainText(
          /\d+ requests?, (all )?to this site|no request observed/,
        );
        const jsonl = (await page.evaluate((id) => globalThis.bedside?.exportJsonl(id), runId)) ?? '';
        expect(jsonl).toMatch(/"network":\{"policy":"default","watched":"service-worker","requests":\d+/);
      });
    },
  );
}

test('strict-offline mode outlives the page, and the hub’s hosts are open to one worker during one download only', async ({
  page,
  site,
}) => {
  const TRY = `fetch('https://huggingface.co/planted').catch(() => {})`;
  site.put({
    'assets/hub.worker-planted.js': { body: TRY, type: 'text/javascript' },
    'assets/engine.worker-planted.js': { body: TRY, type: 'text/javascript' },
    'assets/endpoint.worker-planted.js': { body: TRY, type: 'text/javascript' },
  });
  await openRoute(page, '/network');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  const policyOf = (name: string) =>
    page.evaluate(
      async (path) => (await fetch(path, { cache: 'no-store' })).headers.get('content-security-policy') ?? '',
      `assets/${name}.worker-planted.js?${Math.random()}`,
    );
  await expect.poll(() => policyOf('hub')).toContain("connect-src 'self';");

  await test.step('while a download that was agreed to goes on', async () => {
    await page.evaluate(() => {
      const held = navigator.locks.request(
        'bedside-hub-download',
        () => new Promise((end) => Reflect.set(globalThis, 'endDownload', end)),
      );
      held.catch(() => undefined);
    });
    await expect
      .poll(() => policyOf('hub'))
      .toContain("connect-src 'self' https://huggingface.co https://*.hf.co;");
    expect(await policyOf('engine')).not.toContain('hugging');
    // No server in the build we publish: the worker that could ask one has nowhere to go.
    expect(await policyOf('endpoint')).toContain("connect-src 'self';");
    await page.evaluate(() => (Reflect.get(globalThis, 'endDownload') as () => void)());
    await expect.poll(() => policyOf('hub')).toContain("connect-src 'self';");
  });

  await page.getByLabel(/^Strict-offline mode/).check();
  await expect(page.getByText('Strict-offline mode is on.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(/^Strict-offline mode/)).toBeChecked();
  await page.evaluate(() => {
    navigator.locks
      .request('bedside-hub-download', () => new Promise(() => undefined))
      .catch(() => undefined);
  });
  expect(await policyOf('hub')).not.toContain('hugging');
  await page.getByLabel(/^Strict-offline mode/).uncheck();
  await expect(page.getByText('Strict-offline mode is off.')).toBeVisible();
});
