/** Fifty samples of a pack of 160,000: the run reads what it asks, so neither its start nor its results hold the pack. */
import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { TABLE_ROWS, tableRows, writeRows } from '../support/large-table.ts';
import { recordMeasurement } from '../support/measure.ts';
import { chooseFiles, deviceKnown, openRoute } from '../support/pages.ts';
import { expect, test } from '../support/site.ts';
import { watchTasks } from '../support/task-times.ts';

test.use({ trace: 'off' });

const SAMPLES = 50;
const GROWTH_MIB = 100;
const LONGEST_TASK_MS = 100;

/** Of the page's own thread, after what nobody needs any more is gone. */
async function heapMiB(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return usedSize / 2 ** 20;
}

/** The largest that is seen until `done` resolves. */
async function peakHeap(page: Page, done: Promise<unknown>): Promise<number> {
  let [peak, going] = [0, true];
  const ended = done.finally(() => {
    going = false;
  });
  while (going) {
    peak = Math.max(peak, await heapMiB(page));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 500))]);
  }
  await ended;
  return peak;
}

test('@long fifty samples of a pack of 160,000 are run without the pack being held', async ({
  page,
  browser,
}, testInfo) => {
  const path = testInfo.outputPath('rows.csv');
  await writeRows(path, tableRows());
  await openRoute(page, '/packs');
  await chooseFiles(page, 'Choose files', path);
  const confirm = page.getByRole('button', { name: /^Import [\d,]/ });
  await expect(confirm).toBeVisible({ timeout: 900_000 });
  await page.getByLabel(/^Store it unencrypted/).check();
  await confirm.click();
  await expect(page.getByText('is imported and stored in this browser')).toBeVisible({ timeout: 1_800_000 });
  rmSync(path);

  // A page that has just been opened: nothing of the import is left in it.
  await page.reload();
  await openRoute(page, '/');
  await deviceKnown(page);
  await page.locator('summary', { hasText: 'Your own run' }).click();
  const before = await heapMiB(page);
  const tasks = await watchTasks(page, browser);
  await page.getByLabel('Pack', { exact: true }).selectOption({ label: 'rows.csv' });
  await page.getByLabel('How many samples').fill(String(SAMPLES));
  const started = Date.now();
  await page.getByRole('button', { name: `Start (${SAMPLES} samples)` }).click();
  const results = page.getByRole('link', { name: 'Read the results' });
  const runPeak = await peakHeap(page, expect(results).toBeVisible({ timeout: 900_000 }));
  const seconds = (Date.now() - started) / 1000;
  await results.click();
  await expect(
    page.getByText(`${SAMPLES} of ${SAMPLES}; first ${SAMPLES} of ${TABLE_ROWS} in the pack`),
  ).toBeVisible();
  const peak = Math.max(runPeak, await heapMiB(page));
  const { computingMs, clockMs } = await tasks.take();
  await tasks.close();

  const record = (what: string, value: number, unit: string, note?: string) =>
    recordMeasurement({
      topic: 'Large packs',
      what,
      value,
      unit,
      n: SAMPLES,
      ...(note === undefined ? {} : { note }),
    });
  record(
    'growth of the page’s heap by a run of 50 samples of a pack of 160,000, from the form to the results',
    Math.round(peak - before),
    'MiB',
    `target ${GROWTH_MIB} MiB`,
  );
  record(
    'longest task of the page meanwhile, its computing time',
    computingMs,
    'ms',
    `target ${LONGEST_TASK_MS} ms; by the clock ${clockMs}, which includes waiting for a processor`,
  );
  record('the run itself', Math.round(seconds), 's');
  expect(peak - before).toBeLessThan(GROWTH_MIB);
  expect(computingMs).toBeLessThan(LONGEST_TASK_MS);
});
