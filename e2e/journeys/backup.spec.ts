/** A backup made on one profile brings everything back on another; a damaged one changes nothing and says why. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { chooseFiles, importPack, openRoute, panel } from '../support/pages.ts';
import { packFile, testPack, visit } from '../support/pack.ts';
import { runScripted, scriptedModel } from '../support/scripted.ts';
import { expect, test } from '../support/site.ts';

const PASSPHRASE = 'seven horses at the gate';

test.use({ siteOptions: { overlay: scriptedModel({ rules: [{ contains: '', answer: 'Plan: rest.' }] }) } });

async function save(page: Page): Promise<Buffer> {
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Back up everything' }).click();
  const path = await (await download).path();
  await expect(page.getByText('was handed to the browser’s downloads')).toBeVisible();
  return readFileSync(path);
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

test('everything comes back on another profile, behind its passphrase', async ({ page, browser, site }) => {
  await openRoute(page, '/packs');
  await importPack(page, packFile(testPack([visit('v1', 'I cough.'), visit('v2', 'I sneeze.')])));
  const runId = await runScripted(page, { packId: 'test-visits' });
  const estimates = await page.evaluate((id) => globalThis.bedside?.estimates(id), runId);
  await openRoute(page, '/data');
  await page.getByLabel('Passphrase of the backup').fill(PASSPHRASE);
  await page.getByLabel('The same again').fill(PASSPHRASE);
  await expectAccessible(page, 'data page with the backup form');
  const sealed = await save(page);
  expect(sealed.includes('cough')).toBe(false);
  await expect(panel(page, 'Backup')).toContainText('Last backup:');

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(`${site.url}#/data`);
  await chooseFiles(other, 'Restore from a backup …', file('b.bedside', sealed));
  await other.getByLabel('Passphrase of b.bedside').fill('eight horses');
  await other.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(panel(other, 'Backup').getByRole('alert')).toBeVisible({ timeout: 60_000 });
  await other.getByLabel('Passphrase of b.bedside').fill(PASSPHRASE);
  await other.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(other.getByText(/is intact. It holds 2 items: 2 new/)).toBeVisible({ timeout: 60_000 });
  expect(
    await other.evaluate(() =>
      globalThis.bedside?.listRuns().then((runs) => runs.filter((run) => run.recorded !== true).length),
    ),
  ).toBe(0);
  await expectAccessible(other, 'data page with a restore plan');
  await other.getByRole('button', { name: 'Restore 2 items' }).click();
  await expect(other.getByText(/2 added, 0 replaced, 0 left/)).toBeVisible({ timeout: 60_000 });
  expect(await other.evaluate((id) => globalThis.bedside?.estimates(id), runId)).toEqual(estimates);
  await other.goto(`${site.url}#/results/${encodeURIComponent(runId)}`);
  await expect(panel(other, 'Samples').locator('tbody tr')).toHaveCount(2);
  await context.close();
});

test('a damaged backup changes nothing and says what is wrong', async ({ page }) => {
  await openRoute(page, '/packs');
  await importPack(page, packFile(testPack([visit('v1', 'I cough.')])));
  await openRoute(page, '/data');
  await page.getByLabel('Protect the file with a passphrase').uncheck();
  const plain = await save(page);
  await page.evaluate(() => globalThis.bedside?.eraseAll());
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Data & privacy' })).toBeVisible();
  for (const at of [
    3,
    Math.floor(plain.length / 3),
    Math.floor(plain.length / 2),
    plain.length - 40,
    plain.length - 1,
  ]) {
    const flipped = Buffer.from(plain);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    await chooseFiles(page, 'Restore from a backup …', file(`flipped-${at}.zip`, flipped));
    await expect(panel(page, 'Backup').getByRole('alert')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('button', { name: /^Restore \d/ })).toHaveCount(0);
  }
  const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(databases).not.toContain('bedside');
  await chooseFiles(page, 'Restore from a backup …', file('whole.zip', plain));
  await expect(page.getByText(/is intact. It holds 1 item/)).toBeVisible({ timeout: 60_000 });
});
