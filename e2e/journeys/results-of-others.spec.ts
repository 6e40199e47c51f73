/** Results into the page and out of it: scores leave without text, text leaves with consent, a score is changed and put back, a log comes in. */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from '../support/axe.ts';
import { packFile, testPack, visit } from '../support/pack.ts';
import { chooseFiles, importPack, openRoute, panel, textFile } from '../support/pages.ts';
import { eightWords, saved } from '../support/saved-file.ts';
import { runScripted, scriptedModel } from '../support/scripted.ts';
import { expect, test } from '../support/site.ts';

const VISITS = [
  visit(
    'v1',
    'Margaret Hill here, I have had a dry cough since 12 March 2024 and it keeps me awake most nights.',
  ),
  visit('v2', 'My left knee hurts when I climb the stairs at home and it swells by the evening.'),
  visit('v3', 'I feel dizzy when I stand up quickly and once I nearly fell over in the kitchen.'),
  visit('v4', 'My ears ring after work in the mill and I cannot follow what people say at dinner.'),
];
const ANSWER =
  'Subjective: The patient tells of a complaint that has lasted for several weeks by now.\nPlan: Return if it becomes worse.';
const PACK = testPack(VISITS, { scorers: ['sections', 'rouge'], private: true });
const TEXTS = [
  ...VISITS.flatMap(({ input, target }) => [
    ...('turns' in input ? input.turns.map(({ text }) => text) : []),
    ...(target ?? []),
  ]),
  ANSWER,
];

test.use({ siteOptions: { overlay: scriptedModel({ rules: [{ contains: 'Patient', answer: ANSWER }] }) } });

const QUOTED = new Set(TEXTS.flatMap(eightWords));
const quotedIn = (text: string): string[] => eightWords(text).filter((words) => QUOTED.has(words));

async function exportDialog(page: Page, format: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export this run' });
  await dialog.getByLabel('Format').selectOption({ label: format });
  return dialog;
}

test('a run goes out with and without its texts, is corrected, and comes back as another tool’s', async ({
  page,
}) => {
  await openRoute(page, '/packs');
  await importPack(page, packFile(PACK));
  const runId = await runScripted(page, { packId: PACK.id, limit: null });
  await openRoute(page, `/results/${runId}`);
  await expect(panel(page, /^Scores$/).getByRole('table')).toBeVisible({ timeout: 60_000 });

  await test.step('scores leave without eight words of any text', async () => {
    for (const [format, name] of [
      ['HTML report', /\.html$/],
      ['CSV', /csv/],
    ] as const) {
      const dialog = await exportDialog(page, format);
      await expect(dialog.getByRole('radio', { name: /^Scores only/ })).toBeChecked();
      const file = await saved(page, dialog.getByRole('button', { name: 'Save' }));
      expect(file.name).toMatch(name);
      expect(file.text.length).toBeGreaterThan(300);
      expect(quotedIn(file.text)).toEqual([]);
      await expect(dialog).toBeHidden();
    }
  });

  const log = await test.step('text leaves after permission and after reading what was found', async () => {
    const dialog = await exportDialog(page, 'Inspect log');
    await dialog.getByRole('radio', { name: /^Full text/ }).check();
    const look = dialog.getByRole('button', { name: 'Look for identifiers and save' });
    await look.click();
    const permission = dialog.getByRole('checkbox', { name: /I have permission to share/ });
    await expect(permission).not.toBeChecked();
    await expect(look).toBeDisabled();
    await permission.check();
    await look.click();
    await expect(dialog).toContainText(/possible identifiers? in the text/);
    await expect(dialog).toContainText(/name: \d+ in 1 sample \(v1\)/);
    await expect(dialog).toContainText(/date: 1 in 1 sample \(v1\)/);
    // The notice itself names nobody.
    await expect(dialog).not.toContainText('Margaret');
    const save = dialog.getByRole('button', { name: 'Save' });
    await expect(save).toBeDisabled();
    await expectAccessible(page, 'the findings');
    await dialog.getByRole('checkbox', { name: /I have read these samples/ }).check();
    const file = await saved(page, save);
    expect(quotedIn(file.text).length).toBeGreaterThan(20);
    expect(file.text).toContain('Margaret');
    return file.text;
  });

  await test.step('a changed score stands beside the computed one, and can be taken back', async () => {
    const history = panel(page, 'Changed and earlier scores');
    await history.getByRole('button', { name: 'Change a score' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change a score' });
    await dialog.getByLabel('Sample').fill('v2');
    await expect(dialog).toContainText('Now ');
    await dialog.getByLabel('Score', { exact: true }).fill('1');
    await dialog.getByLabel('Changed by').fill('Dr A');
    const change = dialog.getByRole('button', { name: 'Change the score' });
    await expect(change).toBeDisabled();
    await dialog.getByLabel('Why').fill('Both sections are there under other names.');
    await expectAccessible(page, 'changing a score');
    await change.click();
    await expect(dialog).toBeHidden();
    const means = history.getByRole('table', { name: /Means with and without/ });
    const cells = means.locator('tbody tr').first().getByRole('cell');
    await expect(cells).toHaveCount(3);
    const [computed = '', changed = '', count = ''] = await cells.allTextContents();
    expect(count).toBe('1');
    expect(changed).not.toBe(computed);
    expect(changed).toMatch(/\d.* to .*n = 4/);
    await expect(history.getByRole('listitem')).toContainText('by Dr A');
    await expect(history.getByRole('listitem')).toContainText('under other names');
    await expectAccessible(page, 'a changed score');
    await history.getByRole('button', { name: 'Remove' }).click();
    await expect(means).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(means).toBeVisible();
  });

  await test.step('a log that names no run of ours is shown before it is stored, and stays marked', async () => {
    const foreign = JSON.parse(log) as {
      eval: { metadata: object; model: string; task: string };
      samples: { scores: Record<string, { explanation?: string }> }[];
    };
    // What a judge wrote quotes the visit.
    for (const { scores } of foreign.samples)
      for (const score of Object.values(scores))
        score.explanation = `The judge quotes the visit: ${TEXTS[0] ?? ''}`;
    foreign.eval.metadata = {};
    foreign.eval.model = 'elsewhere/other-model';
    foreign.eval.task = 'visits-elsewhere';
    await openRoute(page, '/results');
    await chooseFiles(page, 'Add a run file', textFile('their log.json', JSON.stringify(foreign)));
    const dialog = page.getByRole('dialog', { name: /^Inspect log: 1 run/ });
    await expect(dialog).toContainText('not run here', { timeout: 60_000 });
    await expect(dialog).toContainText('elsewhere/other-model');
    await expect(dialog).toContainText('4 answers');
    await expectAccessible(page, 'the preview');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('main')).not.toContainText('other-model');

    await chooseFiles(page, 'Add a run file', textFile('their log.json', JSON.stringify(foreign)));
    await dialog.getByRole('button', { name: 'Add 1 run' }).click();
    await expect(page.getByText('Not run here.')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('main')).toContainText('their log.json');
    await expect(panel(page, /^Scores$/).getByRole('table')).toContainText('n = 4');
    await expectAccessible(page, 'an imported run');
    for (const level of [/^Scores only/, /^Scores and hashes/]) {
      const numbers = await exportDialog(page, 'Inspect log');
      await numbers.getByRole('radio', { name: level }).check();
      const file = await saved(page, numbers.getByRole('button', { name: 'Save' }));
      expect(quotedIn(file.text)).toEqual([]);
      expect(file.text).not.toContain('The judge quotes');
      await expect(numbers).toBeHidden();
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSideScroll(page, 'an imported run at 390 px');
  });
});

test('a table of ratings or of scores is read where runs are added, and what is undefined says why', async ({
  page,
}) => {
  await openRoute(page, '/results');
  const add = (name: string, text: string) => chooseFiles(page, 'Add a run file', textFile(name, text));

  await add(
    'ratings.csv',
    `item,anna,ben\n${Array.from({ length: 24 }, (_, at) => `v${at},${at % 3},${at % 5 === 0 ? (at + 1) % 3 : at % 3}`).join('\n')}\n`,
  );
  const ratings = page.getByRole('dialog', { name: 'ratings.csv' });
  const all = ratings.getByRole('table', { name: 'All raters' });
  await expect(all.getByRole('row', { name: /Raw agreement/ })).toContainText(/0\.792.* to .*24/, {
    timeout: 60_000,
  });
  await expect(ratings.getByLabel('Read as')).toHaveValue('ratings');
  await ratings.getByLabel('The ratings are').selectOption('nominal');
  await expect(all.getByRole('row', { name: /α, ordinal/ })).toContainText(
    'n/ahas no meaning at this level of measurement',
  );
  await expectAccessible(page, 'agreement');
  await ratings.getByRole('button', { name: 'Close' }).click();

  await add('scores.csv', 'model,qa,notes,coding\nalpha,0.9,0.2,0.5\nbeta,0.6,0.4,0.6\ngamma,0.5,,0.1\n');
  const scores = page.getByRole('dialog', { name: 'scores.csv' });
  await expect(scores.getByRole('table', { name: 'Models by win rate' })).toContainText('beta', {
    timeout: 60_000,
  });
  await expect(scores).toContainText('3 models, 3 benchmarks, 1 result missing');
  await expect(scores).toContainText('a rough guide');
  await expect(scores).toContainText('Kemeny’s order: beta > alpha > gamma');
  await expectAccessible(page, 'a ranking');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSideScroll(page, 'a ranking at 390 px');
  await expect(scores).not.toContainText(/NaN|Infinity|undefined/);
  await scores.getByRole('button', { name: 'Close' }).click();

  await add('broken.csv', 'model,qa\nalpha,good\nbeta,1\n');
  const broken = page.getByRole('dialog', { name: 'broken.csv' });
  await expect(broken.getByRole('alert')).toContainText('line 2', { timeout: 60_000 });
  await broken.getByLabel('Read as').selectOption('ratings');
  await expect(broken).toContainText('needs at least two raters');
});

test('reading a large file can be stopped, and leaves nothing behind', async ({ page }) => {
  const line = (at: number) => `${JSON.stringify({ id: `v${at}`, output: 'word '.repeat(100) })}\n`;
  const large = Array.from({ length: 60_000 }, (_, at) => line(at)).join('');
  await openRoute(page, '/results');
  await chooseFiles(page, 'Add a run file', textFile('large.jsonl', large));
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Add a run file' })).toBeEnabled();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect.poll(() => page.workers().filter((worker) => worker.url().includes('transfer'))).toEqual([]);
});
