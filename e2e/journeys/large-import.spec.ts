/**
 * A table of 160,000 rows and JSON lines of 300 MB through the Packs page: the page goes on answering, its process does
 * not grow with the file, and a cancelled import leaves nothing behind.
 */
import { readFileSync, rmSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { STEM, tableRows, writeRows } from '../support/large-table.ts';
import { recordMeasurement } from '../support/measure.ts';
import { chooseFiles, openRoute, panel } from '../support/pages.ts';
import { expect, test } from '../support/site.ts';
import { watchTasks, type LongestTask } from '../support/task-times.ts';

// A trace takes pictures of the page while it is measured.
test.use({ trace: 'off' });

const TOPIC = 'Large imports';
const JSONL_BYTES = 300 * 1024 * 1024;
const LONGEST_TASK_MS = 100;
const GROWTH_MIB = 400;

function* jsonLines(): Iterable<string> {
  let bytes = 0;
  for (let at = 0; bytes < JSONL_BYTES; at += 1) {
    const question = `${STEM.repeat(10 + (at % 40))}Number ${at}.`;
    const row = `${JSON.stringify({ id: `q${at}`, question, answer: `answer ${at}`, topic: at % 9 })}\n`;
    bytes += row.length;
    yield row;
  }
}

/** Resident memory of the renderer processes, workers included: what the operating system counts. */
async function rendererMiB(browser: Browser): Promise<number> {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = (await client.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[];
  };
  await client.detach();
  const sizes = processInfo.flatMap(({ type, id }) => {
    if (type !== 'renderer') return [];
    try {
      // Anonymous memory: what a process shares with others is no growth of its own.
      const kib = /RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
      return [Number(kib ?? 0) / 1024];
    } catch {
      return [];
    }
  });
  return Math.max(0, ...sizes);
}

/** The largest of what is seen until `done` resolves. */
async function peakDuring(browser: Browser, done: Promise<unknown>): Promise<number> {
  let peak = 0;
  let going = true;
  const ended = done.finally(() => {
    going = false;
  });
  while (going) {
    peak = Math.max(peak, await rendererMiB(browser));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 250))]);
  }
  await ended;
  return Math.max(peak, await rendererMiB(browser));
}

async function collectGarbage(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  await client.detach();
}

/** Everything of this origin that outlives the page, read back. */
async function leftBehind(page: Page) {
  return page.evaluate(async () => {
    const rows: Record<string, number> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('not opened'));
      });
      for (const store of db.objectStoreNames) {
        const count = await new Promise<number>((resolve, reject) => {
          const request = db.transaction(store).objectStore(store).count();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('not counted'));
        });
        if (count > 0) rows[`${name}/${store}`] = count;
      }
      db.close();
    }
    const files: string[] = [];
    const root = (await navigator.storage.getDirectory()) as unknown as AsyncIterable<[string, unknown]>;
    for await (const [name] of root) files.push(name);
    const cached: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) cached.push(url);
    const kept = Object.keys(localStorage).filter((key) => /pack|import|column/i.test(key));
    // The page's own scripts, some of which are named so, are fetched for offline use meanwhile.
    const ours = (url: string): boolean => url.includes('/assets/');
    return { rows, files, cached: cached.filter((url) => /rows|lines/.test(url) && !ours(url)), kept };
  });
}

const confirm = (page: Page) => page.getByRole('button', { name: /^Import [\d,]/ });

for (const [what, name, rows, importer] of [
  ['160,000 rows of CSV', 'rows.csv', tableRows, 'CSV'],
  ['300 MB of JSON lines', 'lines.jsonl', jsonLines, 'JSON and JSON lines'],
] as const) {
  test(`${what}: read, cancelled without a trace, stored, looked at @long`, async ({
    page,
    browser,
  }, testInfo) => {
    const path = testInfo.outputPath(name);
    await writeRows(path, rows());
    await openRoute(page, '/packs');
    await expect(
      page
        .getByRole('main')
        .getByRole('link', { name: /^Read samples/ })
        .first(),
    ).toBeVisible();
    const tasks = await watchTasks(page, browser);
    await collectGarbage(page);
    const before = await rendererMiB(browser);
    const clean = await leftBehind(page);

    let started = Date.now();
    await chooseFiles(page, 'Choose files', path);
    const readPeak = await peakDuring(browser, expect(confirm(page)).toBeVisible({ timeout: 900_000 }));
    const readSeconds = (Date.now() - started) / 1000;
    await expect(panel(page, 'Import')).toContainText(`read as ${importer}: `);
    await expect(panel(page, 'Import')).toContainText('no problems');
    const whileReading = await tasks.take();

    // Cancelled in the middle: nothing of it is anywhere.
    await page.getByLabel(/^Store it unencrypted/).check();
    await confirm(page).click();
    await expect
      .poll(() => page.locator('progress').getAttribute('value'), { timeout: 300_000, intervals: [200] })
      .toMatch(/^0\.[1-9]/);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toHaveCount(0);
    await expect.poll(() => leftBehind(page), { timeout: 60_000 }).toEqual(clean);
    const whileCancelling = await tasks.take();

    started = Date.now();
    await confirm(page).click();
    const storePeak = await peakDuring(
      browser,
      expect(page.getByText('is imported and stored in this browser')).toBeVisible({ timeout: 1_800_000 }),
    );
    const storeSeconds = (Date.now() - started) / 1000;
    const whileStoring = await tasks.take();

    await panel(page, name)
      .getByRole('link', { name: /^Read samples/ })
      .click();
    await page.getByText('q0', { exact: true }).click();
    await expect(page.getByText('cough for three weeks').first()).toBeVisible();
    const whileLooking = await tasks.take();
    await tasks.close();
    rmSync(path);

    const growth = Math.round(Math.max(readPeak, storePeak) - before);
    const phases = {
      reading: whileReading,
      cancelling: whileCancelling,
      storing: whileStoring,
      looking: whileLooking,
    };
    const longest = (of: (task: LongestTask) => number) => Math.max(...Object.values(phases).map(of));
    const eachPhase = (of: (task: LongestTask) => number) =>
      Object.entries(phases)
        .map(([name, task]) => `${name} ${of(task)}`)
        .join(', ');
    const computing = (task: LongestTask) => task.computingMs;
    const clock = (task: LongestTask) => task.clockMs;
    const record = (figure: string, value: number, unit: string, note?: string) =>
      recordMeasurement({
        topic: TOPIC,
        what: `${what}: ${figure}`,
        value,
        unit,
        ...(note === undefined ? {} : { note }),
      });
    record('reading', Math.round(readSeconds), 's');
    record('storing', Math.round(storeSeconds), 's');
    record(
      'longest task on the page, its computing time',
      longest(computing),
      'ms',
      `${eachPhase(computing)}; target ${LONGEST_TASK_MS} ms`,
    );
    record(
      'longest task on the page by the clock',
      longest(clock),
      'ms',
      `${eachPhase(clock)}; includes waiting for a processor on a busy machine; under 50 ms counts as 0`,
    );
    record(
      'growth of the renderer, workers included, at its peak',
      growth,
      'MiB',
      `target ${GROWTH_MIB} MiB`,
    );
    record('rows left by a cancelled import', 0, 'rows', `IndexedDB, OPFS and Cache read back`);
    expect(longest(computing)).toBeLessThan(LONGEST_TASK_MS);
    expect(growth).toBeLessThan(GROWTH_MIB);
  });
}
