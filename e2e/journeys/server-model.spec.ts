/**
 * A build that names a server of the hospital's own, and a run there: asked for, agreed to, marked everywhere; and the same
 * build in strict-offline mode. The server is real, with the bundled model's weights behind it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { build } from 'vite';
import type { RunHeader, RunRecord } from '../../src/core/contracts.ts';
import { startServer, type StaticServer } from '../../scripts/serve.ts';
import { expectAccessible } from '../support/axe.ts';
import { OpenAiServer } from '../support/openai-server.ts';
import { packFile, testPack, visit } from '../support/pack.ts';
import { importPack, openRoute, panel } from '../support/pages.ts';
import { SERVER_ORIGIN, SERVER_PORT } from '../support/server-address.ts';

const CANARY = 'zebra-canary-cough';
const TITLE = 'Private visits';

const test = base.extend<Record<never, never>, { site: StaticServer; server: OpenAiServer }>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    async ({}, use) => {
      const root = mkdtempSync(join(tmpdir(), 'bedside-server-build-'));
      process.env['BEDSIDE_ENDPOINTS'] = SERVER_ORIGIN;
      await build({ build: { outDir: root, emptyOutDir: true }, logLevel: 'error' });
      const site = await startServer({ root, port: 0 });
      await use(site);
      await site.close();
      rmSync(root, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    async ({}, use) => {
      const server = new OpenAiServer();
      await server.open(SERVER_PORT);
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('a private pack goes to a server of the build only after an agreement, and its results say so everywhere @long', async ({
  browser,
  site,
  server,
}) => {
  test.setTimeout(600_000);
  const context = await browser.newContext({ baseURL: site.url });
  const page = await context.newPage();
  const elsewhere: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && !site.url.startsWith(url.origin)) elsewhere.push(url.href);
  });
  const chats = () => server.asked.filter(({ path }) => path.endsWith('/completions'));

  await test.step('the server is asked at the press of a button, and one of its models is offered', async () => {
    await openRoute(page, '/models');
    // The page's own policy of the first moment names no server: the service worker's does.
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const servers = panel(page, 'Models on a server');
    await expect(servers).toContainText('not on this device');
    expect(server.asked).toEqual([]);
    await servers.getByRole('button', { name: `Ask ${SERVER_ORIGIN}` }).click();
    await servers.getByRole('button', { name: 'Offer it for runs' }).click();
    const offered = panel(page, 'demo-tuned, not on this device');
    await expect(offered).toContainText(`every prompt is sent to ${SERVER_ORIGIN}`);
    await expectAccessible(page, 'a page of a build with a server');
    expect(chats()).toEqual([]);
  });

  await test.step('nothing is sent of a private pack before the agreement', async () => {
    await openRoute(page, '/packs');
    const samples = [visit('v1', `I have a ${CANARY}.`), visit('v2', 'My knee hurts.')];
    await importPack(page, packFile(testPack(samples, { title: TITLE, private: true, scorers: ['rouge'] })));
    await openRoute(page, '/');
    const own = page.locator('summary', { hasText: 'Your own run' });
    if (!(await page.getByLabel('Pack', { exact: true }).isVisible())) await own.click();
    await page.getByLabel('Pack', { exact: true }).selectOption({ label: TITLE });
    await page.getByLabel('Model', { exact: true }).selectOption({ label: 'demo-tuned, not on this device' });
    await expect(page.getByRole('button', { name: 'Start (2 samples)' })).toBeDisabled();
    await expect(page.getByText(/^Agree under “Device” that the text of this pack is sent to/)).toBeVisible();
    await expectAccessible(page, 'a page of a build with a server');
    expect(server.asked.map(({ body }) => body).join()).not.toContain(CANARY);
    expect(chats()).toEqual([]);
  });

  await test.step('after it the run goes there, and says so on every page', async () => {
    await page
      .getByLabel(/^I agree for this run: the text of “Private visits”, which is marked as private/)
      .check();
    await page.locator('summary', { hasText: 'Advanced' }).click();
    await page.getByLabel('Most tokens per answer').fill('24');
    await page.getByRole('button', { name: 'Start (2 samples)' }).click();
    await expect(page.getByText(/Not on this device/).first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: /^Finished/ })).toBeVisible({
      timeout: 120_000,
    });
    expect(chats().some(({ body }) => body.includes(CANARY))).toBe(true);
    const lines = await page.evaluate(async () => {
      const run = (await globalThis.bedside?.listRuns())?.find(({ recorded }) => recorded !== true);
      return globalThis.bedside?.exportJsonl(run?.header.id ?? '');
    });
    const [header, ...records] = (lines ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown) as [RunHeader, ...RunRecord[]];
    expect(header).toMatchObject({
      model: { source: 'server', title: 'demo-tuned, not on this device' },
      runtime: { device: 'server', server: { origin: SERVER_ORIGIN } },
      sentTo: { origin: SERVER_ORIGIN, agreedAt: header.createdAt },
    });
    for (const { prompt, network } of records) {
      expect(prompt).toMatchObject({ kind: 'messages', sentTo: SERVER_ORIGIN });
      expect(network?.elsewhere).toBeGreaterThan(0);
    }
    await openRoute(page, `/results/${header.id}`);
    const words = `Not on this device: answered by the server at ${SERVER_ORIGIN}`;
    await expect(page.getByText(words).first()).toBeVisible();
    await expectAccessible(page, 'a page of a build with a server');
    await page.getByRole('link', { name: 'v1', exact: true }).click();
    await expect(page.getByText(words).first()).toBeVisible();
    await openRoute(page, '/network');
    await expect(page.getByText(SERVER_ORIGIN).first()).toBeVisible();
  });

  await test.step('in strict-offline mode the server is out of reach', async () => {
    await page.getByLabel(/^Strict-offline mode/).check();
    await expect(page.getByText('Strict-offline mode is on.')).toBeVisible();
    const before = server.asked.length;
    await openRoute(page, '/models');
    const servers = panel(page, 'Models on a server');
    await servers.getByRole('button', { name: `Ask ${SERVER_ORIGIN}` }).click();
    await expect(servers.getByRole('alert')).toContainText('may not send anything to that server');
    expect(server.asked.length).toBe(before);
  });
  expect(elsewhere.every((url) => url.startsWith(`${SERVER_ORIGIN}/v1/`))).toBe(true);
  await context.close();
});
