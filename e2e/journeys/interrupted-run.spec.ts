/**
 * Killing the browser process in the middle of a run loses no committed record, and the run that is resumed
 * afterwards ends with the numbers of one that was never interrupted.
 */
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Automation, AutomationEvent } from '../../src/app/automation.ts';
import { browserArgs, ensureBrowser } from '../../scripts/find-browser.ts';
import { recordMeasurement } from '../support/measure.ts';

interface Committed {
  readonly key: string;
  readonly output: string | null;
}
interface OpenedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page said it has committed, in order. */
  readonly committed: Committed[];
  /** Resolves as soon as so many are committed. */
  reached(count: number): Promise<'reached'>;
}

declare global {
  /** In the page: window.bedside once it is there. */
  function api(): Automation;
  var bedsideCommitted: (key: string, output: string | null) => void;
}

// The profile's lock names the browser's process only on these systems.
test.skip(process.platform === 'win32', 'finding the browser process needs the profile lock');

const profiles: string[] = [];
function freshProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'bedside-profile-'));
  profiles.push(profile);
  return profile;
}
test.afterEach(() => {
  for (const profile of profiles.splice(0)) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function open(profile: string, baseURL: string): Promise<OpenedPage> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    args: browserArgs(),
    baseURL,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const committed: Committed[] = [];
  let onCommitted: () => void = () => undefined;
  await page.exposeFunction('bedsideCommitted', (key: string, output: string | null) => {
    committed.push({ key, output });
    onCommitted();
  });
  const reached = (count: number) =>
    new Promise<'reached'>((resolve) => {
      onCommitted = () => {
        if (committed.length >= count) resolve('reached');
      };
      onCommitted();
    });
  await page.addInitScript('globalThis.api = () => globalThis.bedside');
  await page.goto('/');
  await page.waitForFunction(() => globalThis.bedside !== undefined);
  await page.evaluate(() => api().ready());
  return { context, page, committed, reached };
}

/** The browser itself, not one of its children. */
function kill(profile: string): void {
  const pid = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
  process.kill(pid, 'SIGKILL');
}

async function startOrResume(opened: OpenedPage, runId: string | null, limit: number) {
  return opened.page.evaluate(
    async ({ runId: id, limit: first }) => {
      const bedside = api();
      const onEvent = (event: AutomationEvent) => {
        if (event.kind !== 'record') return;
        const { index, repeat, output } = event.record;
        globalThis.bedsideCommitted(`${index}#${repeat}`, output);
      };
      if (id !== null) return bedside.resume(id, onEvent);
      const request = await bedside.request({
        packId: 'clinical-qa-demo',
        modelId: 'demo-tuned',
        limit: first,
      });
      return bedside.run(request, onEvent);
    },
    { runId, limit },
  );
}

async function storedRecords(page: Page, runId: string): Promise<Committed[]> {
  const text = await page.evaluate((id) => api().exportJsonl(id), runId);
  const lines = text.trimEnd().split('\n').slice(1);
  return lines.map((line) => {
    const { index, repeat, output } = JSON.parse(line) as {
      index: number;
      repeat: number;
      output: string | null;
    };
    return { key: `${index}#${repeat}`, output };
  });
}

async function killAndResume(baseURL: string, kills: number, limit: number): Promise<void> {
  const unbrokenProfile = freshProfile();
  const unbroken = await open(unbrokenProfile, baseURL);
  const whole = await startOrResume(unbroken, null, limit);
  expect(whole).toMatchObject({ ok: true, status: 'finished', failed: 0 });
  const wholeId = whole.ok ? whole.runId : '';
  const expected = await storedRecords(unbroken.page, wholeId);
  const expectedScores = await unbroken.page.evaluate((id) => api().estimates(id), wholeId);
  await unbroken.context.close();

  const profile = freshProfile();
  const everCommitted: Committed[] = [];
  let runId: string | null = null;
  let survived = 0;
  // Half of an even share, since a fast machine commits a few more before the kill takes effect.
  const perKill = Math.max(1, Math.floor(limit / (2 * (kills + 1))));
  for (let n = 0; n < kills; n += 1) {
    const opened = await open(profile, baseURL);
    if (runId !== null) {
      const stored = await storedRecords(opened.page, runId);
      // Nothing that was said to be committed may be missing or different. One more record may have been
      // committed after the last word that reached us.
      expect(stored.slice(0, everCommitted.length)).toEqual(everCommitted);
      expect(stored.length - everCommitted.length).toBeLessThanOrEqual(1);
      everCommitted.splice(0, everCommitted.length, ...stored);
      survived += 1;
    }
    const before = everCommitted.length;
    const run = startOrResume(opened, runId, limit);
    // Not polled: by the next look the run might be over, and there would be nothing to interrupt.
    const first = await Promise.race([
      opened.reached(perKill),
      run.then(
        (end) => JSON.stringify(end),
        () => 'the browser died by itself',
      ),
    ]);
    expect(first, 'the run must still be going on').toBe('reached');
    if (runId === null) {
      const [stored] = await opened.page.evaluate(() => api().listRuns());
      runId = stored?.header.id ?? '';
    }
    // Somewhere within the next sample, at another point each time.
    await new Promise((resolve) => setTimeout(resolve, (n * 37) % 200));
    kill(profile);
    await run.catch(() => undefined);
    await opened.context.close().catch(() => undefined);
    everCommitted.splice(before, everCommitted.length, ...opened.committed);
  }

  const last = await open(profile, baseURL);
  const interrupted = await last.page.evaluate(() => api().interrupted());
  expect(interrupted.map((run) => run.header.id)).toEqual([runId]);
  const stored = await storedRecords(last.page, runId ?? '');
  expect(stored.slice(0, everCommitted.length)).toEqual(everCommitted);
  survived += 1;
  const end = await startOrResume(last, runId, limit);
  expect(end).toMatchObject({ ok: true, status: 'finished', failed: 0 });
  // Only what was missing was computed.
  expect(last.committed.map((record) => record.key)).toEqual(
    expected.slice(stored.length).map((record) => record.key),
  );
  expect(await storedRecords(last.page, runId ?? '')).toEqual(expected);
  expect(await last.page.evaluate((id) => api().estimates(id), runId ?? '')).toEqual(expectedScores);
  expect(await last.page.evaluate(() => api().interrupted())).toEqual([]);
  await last.context.close();
  expect(survived).toBe(kills);
  recordMeasurement({
    topic: 'Interrupted runs',
    what: 'kills of the browser process after which every committed record was there',
    value: survived,
    unit: `of ${kills}`,
    n: kills,
  });
}

test('two kills of the browser lose no committed record @long', async ({ baseURL }) => {
  await killAndResume(baseURL ?? '', 2, 12);
});

test('ten kills of the browser lose no committed record @long', async ({ baseURL }) => {
  test.setTimeout(900_000);
  await killAndResume(baseURL ?? '', 10, 88);
});
