/** A model of the hub: consent, download, a run on it; interrupted, paused, refused, out of room; and erased. */
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, chromium, expect, type BrowserContext, type Page } from '@playwright/test';
import { browserArgs } from '../../scripts/find-browser.ts';
import { tinyBertFiles } from '../../scripts/encoder/tiny-bert.ts';
import { expectAccessible } from '../support/axe.ts';
import { distJson } from '../support/dist.ts';
import { COMMIT, demoModel, fixedContent, Hub, HUB_ARGS, madeContent } from '../support/hub.ts';
import { recordMeasurement } from '../support/measure.ts';
import { openRoute, panel } from '../support/pages.ts';

const MB = 1_000_000;
const SMALL = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'generation_config.json'];
const LARGE_BYTES = 200 * MB;
const BIG = 'fixture/Large-GGUF';

const test = base.extend<{ hub: Hub; largeBytes: number }>({
  largeBytes: [LARGE_BYTES, { option: true }],
  hub: async ({ largeBytes }, use) => {
    const large = { licence: 'mit', files: { 'large-Q8_0.gguf': madeContent(largeBytes) } };
    const hub = new Hub({
      'fixture/Tiny-Notes': demoModel([...SMALL, 'onnx/model_q4.onnx', 'onnx/model_int8.onnx']),
      'fixture/Tiny-Bert': {
        licence: 'apache-2.0',
        files: Object.fromEntries(
          [...tinyBertFiles()].map(([path, bytes]) => [path, fixedContent(bytes, path.endsWith('.onnx'))]),
        ),
      },
      'fixture/Tiny-GGUF': {
        licence: 'apache-2.0',
        files: {
          'demo-tuned.Q8_0.gguf': fixedContent(readFileSync('e2e/fixtures/demo-tuned.Q8_0.gguf'), true),
        },
      },
      [BIG]: large,
      'fixture/Only-Weights': { licence: 'mit', files: { 'model.safetensors': madeContent(10) } },
    });
    await hub.open();
    await use(hub);
    await hub.close();
  },
});
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...browserArgs().filter((arg) => !arg.startsWith('--host-resolver-rules')), ...HUB_ARGS];
    await use({ ...launchOptions, args });
  },
});

async function ask(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Model' }).fill(name);
  await page.getByRole('button', { name: 'Ask huggingface.co' }).click();
}

async function agree(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('I may use this model under its licence.').check();
  await dialog.getByRole('button', { name: 'Download from huggingface.co' }).click();
  await expect(dialog).toBeHidden();
}

/** The hub is reached only through a service worker, which takes over a moment after the first visit. */
async function openModels(page: Page): Promise<void> {
  await openRoute(page, '/models');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

const download = (page: Page) => panel(page, 'Downloads');
const fileRequests = (hub: Hub) =>
  hub.asked.filter(({ method, path }) => method === 'GET' && path.endsWith('.gguf'));

/** Every model that a run may use. */
async function offered(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => ((await globalThis.bedside?.listModels()) ?? []).map(({ id }) => id));
}

test('a model is downloaded after consent that names host, files, size and licence, and a run uses it from this browser', async ({
  page,
  hub,
}) => {
  await openModels(page);
  expect(hub.asked).toEqual([]);
  await ask(page, 'fixture/Tiny-Notes');
  const dialog = page.getByRole('dialog', { name: 'Tiny-Notes' });
  await expect(dialog).toContainText('huggingface.co');
  await expect(dialog).toContainText('apache-2.0');
  await expect(dialog).toContainText(COMMIT);
  await expect(dialog).toContainText(/3\.9 MB in 5 files/u);
  await expect(dialog.getByRole('button', { name: 'Download from huggingface.co' })).toBeDisabled();
  await expectAccessible(page, 'the consent dialog');
  // The list, and the configuration that the fit is reckoned from; no weights.
  expect(hub.asked.map(({ path }) => path)).toEqual([
    `/api/models/fixture/Tiny-Notes/revision/main`,
    `/fixture/Tiny-Notes/resolve/${COMMIT}/config.json`,
  ]);
  await expect(dialog).toContainText('Fits');
  await agree(page);
  const card = panel(page, 'Tiny-Notes');
  await expect(card).toContainText('Downloaded from fixture/Tiny-Notes', { timeout: 30_000 });
  await expect(card).toContainText(`Commit ${COMMIT.slice(0, 12)}`);
  await expectAccessible(page, 'a downloaded model');
  const asked = hub.asked.length;
  await hub.close();

  await page.reload();
  await page.waitForFunction(() => globalThis.bedside !== undefined);
  const header = await page.evaluate(async () => {
    const { bedside } = globalThis;
    if (bedside === undefined) throw new Error('the page has not started');
    const request = await bedside.request({ packId: 'clinical-qa-demo', modelId: 'tiny-notes', limit: 1 });
    const ended = await bedside.run(request);
    if (!ended.ok) throw new Error(ended.error.message);
    return (await bedside.listRuns()).find((run) => run.header.id === ended.runId)?.header;
  });
  expect(header?.model).toMatchObject({ id: 'tiny-notes', source: 'hub', dtype: 'q4', revision: COMMIT });
  expect(hub.asked.length).toBe(asked);
  await hub.open();
});

test('the memory of a GGUF model is reckoned from the start of its file, before its weights are fetched', async ({
  page,
  hub,
}) => {
  await openModels(page);
  await ask(page, 'fixture/Tiny-GGUF');
  const dialog = page.getByRole('dialog', { name: 'Tiny-GGUF' });
  await dialog.getByText('show the arithmetic').click();
  await expect(dialog).toContainText(/Keys and values: .*heads × .*tokens × 2 bytes, set aside/u);
  await expect(dialog).toContainText('Compute buffers:');
  await expectAccessible(page, 'the arithmetic of a GGUF model');
  expect(fileRequests(hub).map(({ range }) => range)).toEqual(['bytes=0-262143', 'bytes=0-262143']);
});

test('a text encoder of the hub scores a finished run with BERTScore', async ({ page, hub }) => {
  const recorded = distJson('recorded/index.json') as readonly {
    readonly header: { readonly id: string; readonly pack: { readonly id: string } };
  }[];
  const run = recorded.find(({ header }) => header.pack.id === 'soap-notes-handwritten')?.header.id;
  test.skip(run === undefined, 'this build carries no recorded runs');
  await openModels(page);
  await ask(page, 'fixture/Tiny-Bert');
  await agree(page);
  await expect(panel(page, 'Tiny-Bert')).toContainText('Downloaded from fixture/Tiny-Bert');
  expect(hub.asked.some(({ path }) => path.endsWith('model.onnx'))).toBe(true);

  await openRoute(page, `/results/${encodeURIComponent(run ?? '')}`);
  await expect(panel(page, /^Scores$/).getByRole('table')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Score again' }).first().click();
  const again = page.getByRole('dialog', { name: 'Score again' });
  await again.getByRole('checkbox', { name: 'BERTScore' }).check();
  await again.getByLabel('Encoder', { exact: true }).selectOption({ label: 'Tiny-Bert, fp32' });
  await expectAccessible(page, 'an encoder that is kept here');
  await again.getByRole('button', { name: 'Score again' }).click();
  await expect(again).toBeHidden({ timeout: 120_000 });
  await expect(panel(page, /^Scores$/).getByRole('table')).toContainText(
    'BERTScore (Tiny-Bert fp32, layer 2)',
  );
});

test('a repository without anything usable says so, and a name that is none is refused before anybody is asked', async ({
  page,
  hub,
}) => {
  await openModels(page);
  await ask(page, 'only-a-name');
  await expect(panel(page, /^Get a model/u).getByRole('alert')).toContainText('owner/name');
  expect(hub.asked).toEqual([]);
  await ask(page, 'fixture/Only-Weights');
  await expect(page.getByRole('dialog')).toContainText('It holds the original weights only');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await ask(page, 'fixture/Nothing-Here');
  await expect(panel(page, /^Get a model/u).getByRole('alert')).toContainText(
    'The model hub does not have this',
  );
});

test('in strict-offline mode nothing is asked of the hub, and it is said why', async ({ page, hub }) => {
  await openModels(page);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        navigator.serviceWorker.controller?.postMessage({ type: 'choose-strict', strict: true }, [port2]);
      }),
  );
  await ask(page, 'fixture/Tiny-Notes');
  await expect(panel(page, /^Get a model/u).getByRole('alert')).toContainText(
    'Strict-offline mode does not permit this',
  );
  expect(hub.asked).toEqual([]);
});

async function interruptedAt60(context: BrowserContext, hub: Hub, bytes: number): Promise<Page> {
  const first = await context.newPage();
  await openModels(first);
  hub.stallAfter = Math.floor(0.6 * bytes);
  await ask(first, BIG);
  await agree(first);
  // Told five times a second: the last piece may go untold.
  await expect(download(first)).toContainText(/\((59|60) %\)/u, { timeout: 600_000 });
  expect(await offered(first)).not.toContain('large-gguf');
  // The tab is killed: nothing can be written or said any more.
  await first.close({ runBeforeUnload: false });
  hub.hangUp();
  const second = await context.newPage();
  await openModels(second);
  hub.stallAfter = null;
  await expect(download(second)).toContainText('Paused');
  await expect(download(second)).toContainText(/\((59|60) %\)/u);
  expect(await offered(second)).not.toContain('large-gguf');
  return second;
}

test('a download of 200 MB that was killed at 60 % goes on there, is counted, and is erased with everything', async ({
  context,
  hub,
  largeBytes,
}) => {
  const page = await interruptedAt60(context, hub, largeBytes);
  const before = fileRequests(hub).length;
  await download(page)
    .getByRole('button', { name: /^Resume/u })
    .click();
  await expect(panel(page, 'Large-GGUF')).toContainText('Q8_0', { timeout: 120_000 });
  const resumed = fileRequests(hub).slice(before);
  const from = Number(/^bytes=(\d+)-$/u.exec(resumed.at(-1)?.range ?? '')?.[1]);
  expect(from).toBeGreaterThan(0.55 * largeBytes);
  await expect(download(page)).toHaveCount(0);

  await openRoute(page, '/data');
  await expect(panel(page, 'What is stored in this browser')).toContainText('1, 200 MB');
  const erased = await page.evaluate(async () => {
    const report = await globalThis.bedside?.eraseAll();
    const left: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) left.push(name);
    return { report, left };
  });
  expect(erased).toEqual({ report: { erased: true, remaining: [] }, left: [] });
});

test('a full disk ends a download in words, offers no part of it, and it goes on once there is room @long', async ({
  page,
  hub,
  context,
}) => {
  await openModels(page);
  const devtools = await context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used + 60 * MB });
  await ask(page, BIG);
  await agree(page);
  await expect(download(page).getByRole('alert')).toContainText(
    'This browser’s storage for the page is full',
    {
      timeout: 60_000,
    },
  );
  expect(await offered(page)).not.toContain('large-gguf');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  hub.ranges = false;
  // It stands still before its end, so that what is said in between can be read.
  hub.stallAfter = 100 * MB;
  await download(page)
    .getByRole('button', { name: /^Resume/u })
    .click();
  await expect(download(page)).toContainText('began again from its start', { timeout: 60_000 });
  await download(page)
    .getByRole('button', { name: /^Cancel/u })
    .click();
  await expect(download(page)).toHaveCount(0);
  const left = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  // The page's own copy for offline use may have come meanwhile; the part that was fetched is 100 MB.
  expect(left).toBeLessThan(used + 80 * MB);
});

/** The size of the large one; a smaller number tries the test itself out, and is not recorded. */
const TWO_GB = 2_000;
const HUGE_MB = Number(process.env['BEDSIDE_HUGE_MB'] ?? TWO_GB);

test.describe('of two gigabytes', () => {
  test.use({
    largeBytes: HUGE_MB * MB,
    // On the disk: what an ordinary test's browser keeps of files lies in memory, and this would not fit.
    context: async ({ launchOptions, viewport, baseURL }, use) => {
      const profile = mkdtempSync(join(tmpdir(), 'bedside-huge-'));
      const free = statfsSync(profile);
      const wanted = 1.5 * HUGE_MB * MB + 500 * MB;
      try {
        if (free.bavail * free.bsize < wanted)
          throw new Error(`${tmpdir()} has less than the ${Math.ceil(wanted / MB)} MB that this test writes`);
        const context = await chromium.launchPersistentContext(profile, {
          ...launchOptions,
          viewport: viewport ?? null,
          ...(baseURL === undefined ? {} : { baseURL }),
        });
        await use(context);
        await context.close();
      } finally {
        rmSync(profile, { recursive: true, force: true });
      }
    },
  });
  test('a download of 2 GB that was killed at 60 % goes on there @long', async ({
    context,
    hub,
    largeBytes,
  }) => {
    // Longer than all it waits for together.
    test.setTimeout(3_000_000);
    const started = performance.now();
    const page = await interruptedAt60(context, hub, largeBytes);
    const resumedAt = performance.now();
    await download(page)
      .getByRole('button', { name: /^Resume/u })
      .click();
    await expect(panel(page, 'Large-GGUF')).toContainText('Q8_0', { timeout: 1_200_000 });
    const from = Number(/^bytes=(\d+)-$/u.exec(fileRequests(hub).at(-1)?.range ?? '')?.[1]);
    expect(from).toBeGreaterThan(0.55 * largeBytes);
    const kept = await page.evaluate(async () => {
      const sizes: number[] = [];
      const look = async (folder: FileSystemDirectoryHandle): Promise<void> => {
        for await (const entry of folder.values())
          if (entry.kind === 'directory') await look(entry);
          else sizes.push((await entry.getFile()).size);
      };
      await look(await navigator.storage.getDirectory());
      return Math.max(0, ...sizes);
    });
    expect(kept).toBe(largeBytes);
    if (HUGE_MB !== TWO_GB) return;
    const seconds = (ms: number) => Math.round(ms / 1000);
    const what = { topic: 'Downloads', unit: 's', n: 1 } as const;
    recordMeasurement({
      ...what,
      what: '2 GB from a server on this machine: the first 60 %, killed, opened again',
      value: seconds(resumedAt - started),
    });
    recordMeasurement({
      ...what,
      what: '2 GB, the rest: 60 % read and hashed again, 40 % fetched, all verified',
      value: seconds(performance.now() - resumedAt),
    });
  });
});
