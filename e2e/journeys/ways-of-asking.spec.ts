/** A way of asking is chosen with its settings, eight questions are asked with the bundled model, and the ladder shows what it adds. */
import { distJson } from '../support/dist.ts';
import { expectAccessible, expectNoSideScroll } from '../support/axe.ts';
import { expect, test } from '../support/network.ts';
import { deviceKnown, openRoute, panel } from '../support/pages.ts';

const packs = distJson('packs/index.json') as readonly { id: string; header: { title: string } }[];
const QUESTIONS = packs.find(({ id }) => id === 'clinical-qa-demo')?.header.title ?? '';
const NOTES = packs.find(({ id }) => id === 'soap-notes-demo')?.header.title ?? '';

test('@long a way of asking is chosen with its settings, run on eight questions, and shown as a ladder', async ({
  page,
}) => {
  test.setTimeout(900_000);
  await openRoute(page, '/');
  await deviceKnown(page);
  const own = page.locator('summary', { hasText: 'Your own run' });
  await own.click();
  const way = page.getByLabel('Way of asking', { exact: true });
  await expect(way).toBeVisible({ timeout: 60_000 });

  await test.step('what a pack of notes cannot be asked is barred with the reason', async () => {
    await page.getByLabel('Pack', { exact: true }).selectOption({ label: NOTES });
    await expect(way.locator('option[value="circular-rank-choices"]')).toHaveAttribute('disabled', '');
    await expect(way.locator('option[value="circular-rank-choices"]')).toContainText(
      'the pack has no choices',
    );
  });

  await test.step('settings are drawn from the registry; one out of range is said by its name', async () => {
    await page.getByLabel('Pack', { exact: true }).selectOption({ label: QUESTIONS });
    await way.selectOption('few-shot-rank-choices');
    await page.getByLabel('How many samples').fill('8');
    await expect(page.getByText('1 call to the model for each sample, 8 in all')).toBeVisible();
    const shots = page.getByLabel('Examples shown');
    await shots.fill('65');
    await expect(page.getByText(/^Examples shown: /u)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Start (8 samples)' })).toBeDisabled();
    await shots.fill('2');
    await page.getByLabel(/kept back/iu).fill('4');
    await page.getByRole('button', { name: 'Start (8 samples)' }).click();
  });

  await test.step('the run says how it was asked', async () => {
    await page.getByRole('link', { name: 'Read the results' }).click({ timeout: 200_000 });
    await expect(page.getByText('few-shot-rank-choices: shots 2, heldOut 4, splitSeed 1')).toBeVisible();
    // Examples are held back from the whole pack: the first eight may hold none of them.
    await expect(panel(page, /^Scores$/u)).toContainText(/n = [4-8]/u);
  });

  await test.step('the ladder queues what was not asked and shows all rungs', async () => {
    await page.getByRole('link', { name: 'Ladder of ways of asking' }).click();
    await page.getByLabel('How many samples').fill('8');
    for (const name of [
      /^Written answer 1 call/u,
      /^Thought first, then the answer 2/u,
      /^Choices ranked by likelihood, after examples 1/u,
    ])
      await page.getByRole('checkbox', { name }).uncheck();
    const ask = page.getByRole('button', { name: 'Ask in 2 ways' });
    await expect(page.getByText('2 ways not asked yet: 16 calls')).toBeVisible();
    await expectAccessible(page, 'the ladder before it has rungs');
    await ask.click();
    await expect(page).toHaveURL(/#\/live$/u);
    await expect(page.getByRole('link', { name: 'Read all results' })).toBeVisible({ timeout: 200_000 });
    await page.goBack();
    await expect(page.getByText('Every chosen way has been asked.')).toBeVisible({ timeout: 60_000 });
    const table = page.getByRole('region', { name: 'Ladder of ways of asking' });
    const rungs = table.locator('tbody tr');
    await expect(rungs.filter({ hasText: 'without the question' })).toContainText('n = 8 pairs', {
      timeout: 60_000,
    });
    await expect(rungs.first()).toContainText('the first rung');
    await expect(rungs.filter({ hasText: 'without the question' })).toContainText('Control');
    await expect(table).toContainText('guessing would be right in about 25 %');
    await expectAccessible(page, 'the ladder');
    await expectNoSideScroll(page, 'the ladder');
  });
});
