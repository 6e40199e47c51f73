/** The main job: a fresh profile, one button, every pack of the demo, and the results read down to one sample. */
import type { Locator, Page } from '@playwright/test';
import { distJson } from '../support/dist.ts';
import { recordMeasurement } from '../support/measure.ts';
import { expect, test } from '../support/network.ts';
import { openRoute, panel } from '../support/pages.ts';

interface IndexedPack {
  readonly id: string;
  readonly header: { readonly title: string };
}
const packs = distJson('packs/index.json') as readonly IndexedPack[];
const titleOf = (id: string): string => packs.find((pack) => pack.id === id)?.header.title ?? id;
const HAND_WRITTEN = titleOf('soap-notes-handwritten');
const GENERATED = titleOf('soap-notes-demo');
const QUESTIONS = titleOf('clinical-qa-demo');

/** Each mean of the visible score tables: a number with interval and n, or words that say why there is none. */
async function expectWholeNumbers(tables: Locator): Promise<number> {
  const rows = await tables
    .locator('tbody tr')
    .evaluateAll((found) =>
      found.map((row) =>
        [...row.querySelectorAll('td')]
          .filter((cell) => cell.getClientRects().length > 0)
          .map((cell) => cell.innerText.trim()),
      ),
    );
  for (const [mean = '', interval = '', , n = '', missing = ''] of rows) {
    expect(n, `n of ${mean}`).toMatch(/^\d+$/);
    expect(missing).toMatch(/^(none|\d+ unscored)/);
    if (mean === 'nothing scored') expect(n).toBe('0');
    else {
      expect(mean).toMatch(/\d/);
      expect(interval, `interval of ${mean}`).toMatch(/\d.* to .*\d|no interval.*\S/s);
    }
  }
  return rows.length;
}

async function finishDemo(page: Page): Promise<{ firstTokenMs: number; seconds: number }> {
  const started = performance.now();
  await page.getByRole('button', { name: 'Run the demo', exact: true }).click();
  await expect(page.getByText(/^\d+ tokens? in /).first()).toBeVisible({ timeout: 120_000 });
  const firstTokenMs = performance.now() - started;
  // The three packs run one after the other; the questions are last.
  const last = page.getByRole('heading', { level: 1, name: `Finished: ${QUESTIONS}` });
  const failed = page.getByRole('heading', { level: 1, name: /^(Failed|Stopped|Paused)/ });
  await expect(last.or(failed)).toBeVisible({ timeout: 900_000 });
  await expect(last).toBeVisible();
  return { firstTokenMs, seconds: (performance.now() - started) / 1000 };
}

test('one button runs every pack of the demo, and every number and sample can be read', async ({ page }) => {
  test.setTimeout(1_200_000);
  await openRoute(page, '/');
  const measured = await finishDemo(page);
  const note = 'quick subset, three packs, one browser on this machine';
  recordMeasurement({
    topic: 'Demo',
    what: 'from the button to all results',
    value: Math.round(measured.seconds),
    unit: 's',
    note,
  });
  recordMeasurement({
    topic: 'Demo',
    what: 'from the button to the first token',
    value: Math.round(measured.firstTokenMs),
    unit: 'ms',
    note,
  });

  await page.getByRole('link', { name: 'Read all results' }).click();
  const scores = (title: string) => panel(page, title).getByRole('table');
  for (const title of [HAND_WRITTEN, GENERATED, QUESTIONS]) await expect(scores(title)).toBeVisible();
  const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(headings.filter((text) => [HAND_WRITTEN, GENERATED, QUESTIONS].includes(text))[0]).toBe(
    HAND_WRITTEN,
  );
  await expect(panel(page, GENERATED)).toContainText(
    /the generator that trained this model also wrote these visits/i,
  );
  for (const title of [HAND_WRITTEN, GENERATED, QUESTIONS]) {
    expect(await expectWholeNumbers(scores(title)), `measures of ${title}`).toBeGreaterThan(0);
  }
  const runs = panel(page, 'All runs').locator('tbody tr');
  const states = await runs.filter({ hasNotText: 'recorded elsewhere' }).allInnerTexts();
  expect(states).toHaveLength(3);
  for (const state of states) expect(state).toMatch(/(\d+) of \1[\s\S]*Finished/);

  await test.step('the generated pack’s run shows the hand-written score first', async () => {
    await panel(page, GENERATED).getByRole('link', { name: 'Open this run' }).click();
    const byHand = panel(page, 'The same model on hand-written visits');
    await expect(byHand.getByRole('table')).toBeVisible();
    const order = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(order.indexOf('The same model on hand-written visits')).toBeLessThan(order.indexOf('Scores'));
    await expect(panel(page, /^Scores$/)).toContainText(
      /the generator that trained this model also wrote these visits/i,
    );
    await panel(page, /^Scores$/)
      .getByLabel(/^All \d+ measures/)
      .check();
    expect(await expectWholeNumbers(panel(page, /^Scores$/).getByRole('table'))).toBeGreaterThan(20);
    const cells = await panel(page, 'By group').locator('td').allTextContents();
    for (const cell of cells) expect(cell).toMatch(/n = \d+|not measured/);
    await page.getByRole('link', { name: 'All results' }).click();
  });

  await test.step('a note can be read beside what was said', async () => {
    await panel(page, HAND_WRITTEN).getByRole('link', { name: 'Open this run' }).click();
    await panel(page, 'Samples').locator('tbody a').first().click();
    await expect(panel(page, 'Transcript').getByRole('listitem').nth(3)).toBeVisible();
    await expect(panel(page, 'Note the model wrote')).toContainText(/Subjective[\s\S]*Plan/);
    await expect(panel(page, 'Reference')).toContainText(/Subjective[\s\S]*Plan/);
    await expect(panel(page, 'Facts')).toContainText(/\d+ missed[\s\S]*\d+ invented[\s\S]*\d+ kept/);
    const said = await panel(page, 'Transcript')
      .getByRole('listitem')
      .first()
      .locator('[dir=auto]')
      .innerText();
    const details = page.getByText(/^Prompt as sent/);
    await details.click();
    const prompt = page.locator('details', { has: details });
    await expect(prompt.locator('pre')).toContainText(said.slice(0, 30));
    await expect(prompt).toContainText(/First token after[\s\S]*\d+(\.\d+)? (ms|s)/);
    await expect(prompt).toContainText(/[1-9]\d* read, [1-9]\d* written/);
  });
});
