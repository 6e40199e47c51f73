/** A private pack behind a passphrase: from the import to the forgotten passphrase. */
import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from '../support/axe.ts';
import { chooseFiles, openRoute, panel } from '../support/pages.ts';
import { packFile, testPack, visit } from '../support/pack.ts';
import { runScripted, scriptedModel } from '../support/scripted.ts';
import { expect, test } from '../support/site.ts';

const FIRST = 'four words of mine here';
const SECOND = 'other words instead';

test.use({
  siteOptions: {
    overlay: scriptedModel({
      rules: [{ contains: '', answer: 'Subjective: a sore knee.\nPlan: rest.' }],
      msPerToken: 500,
    }),
  },
});

const knees = packFile(
  testPack(
    Array.from({ length: 6 }, (_, i) => visit(`v${i}`, `Knee number ${i} hurts.`)),
    { id: 'mrs-smith', title: 'Visits of Mrs Smith', private: true },
  ),
);

/** Pictures for looking at; nothing is compared. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['BEDSIDE_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  for (const [width, scheme] of [
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  await page.setViewportSize({ width: 390, height: 800 });
  await expectNoSideScroll(page, name);
  await page.setViewportSize({ width: 1280, height: 900 });
  await picture(page, name);
}

const locked = (page: Page) => page.getByRole('heading', { level: 1, name: 'Locked' });

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

async function choose(page: Page, passphrase: string, dialogTitle: string, current?: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: dialogTitle });
  if (current !== undefined) await dialog.getByLabel('Present passphrase', { exact: true }).fill(current);
  await dialog.getByLabel('New passphrase', { exact: true }).fill(passphrase);
  await dialog.getByLabel('New passphrase again', { exact: true }).fill(passphrase);
  await dialog.getByLabel(/^I understand/).check();
  await dialog.locator('button[type=submit]').click();
}

/** Nothing that this tab shows or keeps says whose data it is. */
async function expectNothingPrivate(page: Page): Promise<void> {
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.title, location.href]),
  );
  // Names of built files are of chance letters.
  const seen = (await page.content()).replace(/\/assets\/[\w.-]+/g, '') + kept;
  for (const word of ['mrs-smith', 'Mrs Smith', 'Knee', 'knee', 'v0']) expect(seen).not.toContain(word);
}

test('a private pack is behind a passphrase from its import on', async ({ page, context }) => {
  test.setTimeout(300_000);
  await openRoute(page, '/packs');
  await chooseFiles(page, 'Choose files', knees);
  const importing = page.getByRole('button', { name: /^Import \d/ });
  await expect(importing).toBeDisabled({ timeout: 30_000 });
  await look(page, 'private-pack-asks');
  await page.getByRole('link', { name: 'Set a passphrase first' }).click();

  await page.getByRole('button', { name: 'Set a passphrase …' }).click();
  await look(page, 'new-passphrase');
  await choose(page, FIRST, 'Set a passphrase');
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible({ timeout: 60_000 });
  await look(page, 'data-unlocked');

  await openRoute(page, '/packs');
  await chooseFiles(page, 'Choose files', knees);
  await importing.click();
  await expect(page.getByText('is imported and stored in this browser')).toBeVisible();
  await page.getByRole('link', { name: 'Visits of Mrs Smith' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mrs Smith');
  expect(await page.title()).toBe('Packs · Bedside');
  expect(page.url()).not.toContain('smith');

  // A run is written while the view is locked, and what it wrote is there afterwards.
  const other = await context.newPage();
  await openRoute(other, '/results');
  await expect(locked(other)).toBeVisible();
  await unlock(other, FIRST);
  await expect(other.getByRole('heading', { level: 1, name: 'Results' })).toBeVisible({ timeout: 60_000 });

  const running = runScripted(page, { packId: 'mrs-smith' });
  await expect(page.getByRole('link', { name: 'Live: 1 of 6' })).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Control+Shift+L');
  await expect(locked(page)).toBeVisible();
  await expect(locked(other)).toBeVisible();
  await other.close();
  await expectNothingPrivate(page);
  const refused = await page.evaluate(() =>
    globalThis.bedside?.listRuns().then(
      () => 'listed',
      (error: { code?: string }) => error.code,
    ),
  );
  expect(refused).toBe('vault/locked');
  await expect(panel(page, 'A run goes on')).toBeVisible();
  await look(page, 'locked-while-a-run-goes-on');
  await expect(panel(page, 'A run goes on')).toHaveCount(0, { timeout: 60_000 });
  await unlock(page, FIRST);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mrs Smith', { timeout: 60_000 });
  const runId = await running;

  // Results and search work while it is open.
  await openRoute(page, `/results/${runId}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mrs Smith');
  await openRoute(page, `/results/${runId}/sample/3.0`);
  await expect(page.getByText('Knee number 3 hurts.').first()).toBeVisible();

  await page.reload();
  await expect(locked(page)).toBeVisible();
  await expectNothingPrivate(page);
  await unlock(page, 'not my words at all');
  await expect(page.getByText('This passphrase does not open the vault')).toBeVisible({ timeout: 60_000 });
  await look(page, 'wrong-passphrase');
  await unlock(page, FIRST);
  await expect(page.getByText('Knee number 3 hurts.').first()).toBeVisible({ timeout: 60_000 });

  await openRoute(page, '/data');
  await page.getByRole('button', { name: 'Change the passphrase …' }).click();
  await choose(page, SECOND, 'Change the passphrase', FIRST);
  await expect(page.getByText('The passphrase is changed.')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(locked(page)).toBeVisible();
  for (const wrong of [1, 2, 3]) {
    await unlock(page, FIRST);
    if (wrong < 3) {
      await expect(page.getByText('This passphrase does not open the vault')).toBeVisible({
        timeout: 60_000,
      });
    }
  }
  await expect(page.getByText(/3 wrong passphrases. The next attempt/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeDisabled();
  // The pause holds across a reload and runs out.
  await page.reload();
  await page.getByLabel('Passphrase', { exact: true }).fill(SECOND);
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeEnabled({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible({ timeout: 60_000 });

  // Forgotten: said plainly, and everything can be erased without it.
  await page.getByRole('button', { name: 'Lock now' }).click();
  await page.getByText('Forgot the passphrase?').click();
  await expect(page.getByText('Nobody can recover it')).toBeVisible();
  await look(page, 'forgotten-passphrase');
  await page.getByRole('button', { name: 'Erase everything …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase everything?' });
  await dialog.getByLabel(/^Type/).fill('erase');
  await dialog.getByRole('button', { name: 'Erase everything' }).click();
  await expect(panel(page, 'Passphrase').getByRole('button', { name: 'Set a passphrase …' })).toBeVisible({
    timeout: 60_000,
  });
  await openRoute(page, '/packs');
  await expect(page.getByText('Mrs Smith')).toHaveCount(0);
});

test('what was stored before is encrypted, and is as it was when the passphrase is removed', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await openRoute(page, '/packs');
  await chooseFiles(page, 'Choose files', knees);
  await page.getByLabel(/^Store it unencrypted/).check({ timeout: 30_000 });
  await page.getByRole('button', { name: /^Import \d/ }).click();
  await expect(page.getByText('is imported and stored in this browser')).toBeVisible();
  const runId = await runScripted(page, { packId: 'mrs-smith', limit: 1 });
  const read = () => page.evaluate((id) => globalThis.bedside?.exportJsonl(id), runId);
  const databases = () =>
    page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort());
  const before = await read();
  expect(await databases()).toContain('bedside');
  await openRoute(page, '/data');
  await page.getByRole('button', { name: 'Set a passphrase …' }).click();
  await choose(page, FIRST, 'Set a passphrase');
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible({ timeout: 60_000 });
  expect(await read()).toBe(before);
  expect(await databases()).not.toContain('bedside');
  await page.getByRole('button', { name: 'Remove the passphrase …' }).click();
  await look(page, 'remove-passphrase');
  await page.getByRole('dialog').getByLabel('Passphrase', { exact: true }).fill(FIRST);
  await page.getByRole('dialog').locator('button[type=submit]').click();
  await expect(page.getByRole('button', { name: 'Set a passphrase …' })).toBeVisible({ timeout: 60_000 });
  expect(await read()).toBe(before);
  expect(await databases()).not.toContain('bedside-vault');
});

test('the page locks itself when nobody uses it', async ({ page }) => {
  test.setTimeout(120_000);
  await page.clock.install();
  await openRoute(page, '/data');
  await page.getByRole('button', { name: 'Set a passphrase …' }).click();
  await choose(page, FIRST, 'Set a passphrase');
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible({ timeout: 60_000 });
  const after = page.getByLabel('Lock when nobody uses the page');
  await after.selectOption('After 1 minute');
  // The choice is shown when it is in force. From here on time passes only as the test says: a slow machine would
  // spend the seconds between the two looks by itself.
  await expect(after).toHaveValue('1');
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 100));
  await page.clock.fastForward('00:50');
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible();
  await page.clock.fastForward('00:15');
  await expect(locked(page)).toBeVisible();
});
