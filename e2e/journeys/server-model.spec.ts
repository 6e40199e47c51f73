/**
 * A build that names a server of the hospital's own, and a run there: asked for, agreed to, marked everywhere; and the same
 * build in strict-offline mode. The server is real, with the bundled model's weights behind it.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { build } from 'vite';
import type { RunHeader, RunRecord } from '../../src/core/contracts.ts';
import { startServer, type StaticServer } from '../../scripts/serve.ts';
import { expectAccessible } from '../support/axe.ts';
import { DIST } from '../support/dist.ts';
import { OpenAiServer } from '../support/openai-server.ts';
import { packFile, testPack, visit } from '../support/pack.ts';
import { importPack, openRoute, panel } from '../support/pages.ts';
import { SERVER_ORIGIN, SERVER_PORT } from '../support/server-address.ts';

const CANARY = 'zebra-canary-cough';
const TITLE = 'Private visits';

interface Fixtures {
  /** Folder of a build that names the server. */
  root: string;
  site: StaticServer;
  server: OpenAiServer;
}

const test = base.extend<Record<never, never>, Fixtures>({
  root: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    async ({}, use) => {
      const root = mkdtempSync(join(tmpdir(), 'bedside-server-build-'));
      process.env['BEDSIDE_ENDPOINTS'] = SERVER_ORIGIN;
      await build({ build: { outDir: root, emptyOutDir: true }, logLevel: 'error' });
      await use(root);
      rmSync(root, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  site: [
    async ({ root }, use) => {
      const site = await startServer({ root, port: 0 });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
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

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Not spawnSync: the server answers from this very process. */
async function bedside(dist: string, key: string, ...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, BEDSIDE_DIST: dist, BEDSIDE_SERVER_KEY: key },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

test('the command line asks a server under the same conditions, and its records say so @long', async ({
  root,
  server,
}) => {
  test.setTimeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), 'bedside-server-cli-'));
  const pack = join(folder, 'private.json');
  const file = packFile(
    testPack([visit('v1', `I have a ${CANARY}.`), visit('v2', 'My knee hurts.')], {
      private: true,
      scorers: ['rouge'],
    }),
  );
  writeFileSync(pack, file.buffer);
  const out = join(folder, 'run.jsonl');
  const asking = ['run', '--pack', pack, '--server', SERVER_ORIGIN, '--max-tokens', '24', '--out', out];
  const wanted = [...asking, '--model', OpenAiServer.model];
  const from = server.asked.length;
  const chats = () => server.asked.slice(from).filter(({ path }) => path.endsWith('/completions'));
  const refused = async (dist: string, args: readonly string[], words: RegExp) => {
    const { code, err } = await bedside(dist, 'k', ...args);
    expect(code, err).toBe(2);
    expect(err).toMatch(words);
    expect(existsSync(out)).toBe(false);
    expect(chats()).toEqual([]);
  };

  await test.step('nothing is sent without the agreement, from another build, to no model, or without the key', async () => {
    server.key = 'k';
    await refused(root, wanted, /nobody agreed .*--agree-to-send.*server\/not-agreed/s);
    expect(server.asked.length).toBe(from);
    await refused(DIST, [...wanted, '--agree-to-send'], /BEDSIDE_ENDPOINTS.*server\/not-permitted/s);
    expect(server.asked.length).toBe(from);
    await refused(
      root,
      [...asking, '--agree-to-send', '--model', 'gpt-oss'],
      /no model "gpt-oss".*known: demo-tuned/s,
    );
    server.key = 'another';
    await refused(root, [...wanted, '--agree-to-send'], /BEDSIDE_SERVER_KEY.*server\/refused/s);
    server.key = 'k';
  });

  await test.step('after it the run is kept, named as not on this device', async () => {
    const first = await bedside(root, 'k', ...wanted, '--agree-to-send', '--limit', '2');
    expect(first.code, first.err).toBe(0);
    expect(first.err).toContain(
      `Not on this device: prompts are sent to ${SERVER_ORIGIN}, agreed for this run`,
    );
    const [header, ...records] = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown) as [RunHeader, ...RunRecord[]];
    expect(header).toMatchObject({
      model: { source: 'server', title: 'demo-tuned, not on this device' },
      runtime: { device: 'server', server: { origin: SERVER_ORIGIN, model: OpenAiServer.model } },
      sentTo: { origin: SERVER_ORIGIN, agreedAt: header.createdAt },
    });
    expect(records.map(({ id }) => id)).toEqual(['v1', 'v2']);
    for (const { prompt, error } of records) {
      expect(error ?? null).toBeNull();
      expect(prompt).toMatchObject({ kind: 'messages', sentTo: SERVER_ORIGIN });
    }
    expect(chats().some(({ body }) => body.includes(CANARY))).toBe(true);
    expect(chats().every(({ authorization }) => authorization === 'Bearer k')).toBe(true);
    expect(readFileSync(out, 'utf8')).not.toContain('Bearer');
  });

  await test.step('a run cut short goes on there, and its report says where it was answered', async () => {
    const [header = '', first = ''] = readFileSync(out, 'utf8').split('\n');
    writeFileSync(out, `${header}\n${first}\n`);
    const before = chats().length;
    const rest = await bedside(root, 'k', ...wanted, '--agree-to-send', '--limit', '2');
    expect(rest.code, rest.err).toBe(0);
    expect(readFileSync(out, 'utf8').trim().split('\n')).toHaveLength(3);
    expect(readFileSync(out, 'utf8').startsWith(`${header}\n${first}\n`)).toBe(true);
    expect(
      chats()
        .slice(before)
        .some(({ body }) => body.includes(CANARY)),
    ).toBe(false);
    const report = join(folder, 'report.md');
    const written = await bedside(
      root,
      '',
      'export',
      out,
      '--to',
      'markdown',
      '--out',
      report,
      '--pack',
      pack,
    );
    expect(written.code, written.err).toBe(0);
    expect(readFileSync(report, 'utf8')).toContain(
      `Not on this device: answered by the server at ${SERVER_ORIGIN}`,
    );
  });
  server.key = null;
  rmSync(folder, { recursive: true, force: true });
});
