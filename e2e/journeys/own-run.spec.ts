/** A run of one's own with the keyboard alone: choose, estimate, start, stop, resume, score again without the model. */
import type { Locator, Page } from '@playwright/test';
import type { RunRecord } from '../../src/core/contracts.ts';
import { distJson } from '../support/dist.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { recordMeasurement } from '../support/measure.ts';
import { expect, test } from '../support/network.ts';
import { deviceKnown, openRoute, panel } from '../support/pages.ts';

const SAMPLES = 3;
const packs = distJson('packs/index.json') as readonly { id: string; header: { title: string } }[];
const GENERATED = packs.find(({ id }) => id === 'soap-notes-demo')?.header.title ?? '';

/** An option by typing the beginning of its words, as a list box takes it. */
async function pick(page: Page, list: Locator, option: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.type(option);
  await expect(list.locator('option:checked')).toContainText(option);
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

async function recordsOf(page: Page, runId: string): Promise<readonly RunRecord[]> {
  const text = await page.evaluate((id) => globalThis.bedside?.exportJsonl(id), runId);
  return (text ?? '')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as RunRecord);
}

test('a person chooses, estimates, starts, stops, resumes and scores again with the keyboard alone', async ({
  page,
}) => {
  test.setTimeout(600_000);
  await openRoute(page, '/');
  await deviceKnown(page);

  await test.step('choose model, pack and settings', async () => {
    await press(page, page.locator('summary', { hasText: 'Your own run' }));
    await pick(page, page.getByLabel('Pack', { exact: true }), GENERATED);
    await pick(page, page.getByLabel('Model', { exact: true }), 'Demo model, tuned');
    await tabTo(page, page.getByLabel('How many samples'));
    await page.keyboard.type(String(SAMPLES));
    await press(page, page.locator('summary', { hasText: 'Prompt text, scorers' }));
    await press(page, page.getByRole('checkbox', { name: /^ROUGE\s?Word overlap/ }), 'Space');
    await tabTo(page, page.getByLabel('Seed'));
    await page.keyboard.press('ArrowUp');
    await expect(page.getByLabel('Seed')).toHaveValue('2');
    await expect(button(page, `Start (${SAMPLES} samples)`)).toBeEnabled();
  });

  await test.step('estimate the time it will take here', async () => {
    const estimate = button(page, 'Estimate time on this device').last();
    const started = performance.now();
    await press(page, estimate);
    const answer = page.getByText(/^About .* for 3 samples \(likely between .* and .*\), judged from/);
    await expect(answer).toBeVisible({ timeout: 180_000 });
    recordMeasurement({
      topic: 'Own run',
      what: 'time estimate',
      value: ((performance.now() - started) / 1000).toFixed(1),
      unit: 's',
    });
  });

  const runId = await test.step('start, and stop in the middle of the second sample', async () => {
    await press(page, button(page, `Start (${SAMPLES} samples)`));
    await expect(page.getByText('1 sample stored and kept.')).toBeVisible({ timeout: 120_000 });
    await expect(page.getByText(/^\d+ tokens in /)).toBeVisible({ timeout: 60_000 });
    await tabTo(page, button(page, 'Stop'));
    const started = performance.now();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /^Stopped/ })).toBeVisible();
    const stopMs = performance.now() - started;
    recordMeasurement({
      topic: 'Cancellation',
      what: 'from the key on Stop to “Stopped” on the page',
      value: Math.round(stopMs),
      unit: 'ms',
      note: 'target 300 ms for the generation itself; this includes the page',
    });
    expect(stopMs).toBeLessThan(30_000);
    const [stored] = await page.evaluate(() => globalThis.bedside?.interrupted() ?? []);
    expect(stored).toMatchObject({ status: 'cancelled', total: SAMPLES });
    return stored?.header.id ?? '';
  });

  const before = await recordsOf(page, runId);
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(SAMPLES);

  await test.step('resume after a reload, to the end', async () => {
    await page.reload();
    await press(page, page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Run' }));
    await expect(page.getByText(`stopped after ${before.length} of ${SAMPLES}`)).toBeVisible();
    await press(page, button(page, 'Resume'));
    const done = page.getByText(`All ${SAMPLES} samples are done.`);
    await expect(done).toBeVisible({ timeout: 180_000 });
    const after = await recordsOf(page, runId);
    expect(after).toHaveLength(SAMPLES);
    // The same line to the letter, the time of writing included: nothing was computed again.
    for (const record of before) expect(after.find(({ id }) => id === record.id)).toEqual(record);
    await press(page, page.getByRole('link', { name: 'Read the results' }));
    await expect(panel(page, /^Scores$/).getByRole('table')).not.toContainText('ROUGE');
  });

  await test.step('score again with another scorer, without the model', async () => {
    await page.reload();
    await deviceKnown(page);
    await expect(panel(page, /^Scores$/).getByRole('table')).toBeVisible();
    const engines = () => page.workers().filter((worker) => worker.url().includes('engine'));
    // The look at the device is over.
    await expect.poll(engines).toEqual([]);
    const made: string[] = [];
    const asked: string[] = [];
    page.on('worker', (worker) => made.push(worker.url()));
    page.on('request', (request) => asked.push(request.url()));
    await press(page, button(page, 'Score again'));
    const dialog = page.getByRole('dialog', { name: 'Score again' });
    await press(page, dialog.getByRole('checkbox', { name: 'ROUGE', exact: true }), 'Space');
    await press(page, dialog.getByRole('button', { name: 'Score again' }));
    await expect(dialog).toBeHidden({ timeout: 60_000 });
    await expect(panel(page, /^Scores$/).getByRole('table')).toContainText('ROUGE');
    expect(made.filter((url) => url.includes('engine'))).toEqual([]);
    expect(asked.filter((url) => /\/models\/|\.wasm|engine|transformers|ort-/.test(url))).toEqual([]);
    expect(await recordsOf(page, runId)).toHaveLength(SAMPLES);
  });
});
