/** Scoring a finished run again with a vocabulary and a text encoder of one's own, off the page's thread. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { tinyBertFiles } from '../../scripts/encoder/tiny-bert.ts';
import { expectAccessible } from '../support/axe.ts';
import { distJson, hasRecordings } from '../support/dist.ts';
import { recordMeasurement } from '../support/measure.ts';
import { expect, test } from '../support/network.ts';
import { chooseFiles, deviceKnown, openRoute, panel, textFile } from '../support/pages.ts';

interface Recorded {
  readonly header: { readonly id: string; readonly pack: { readonly id: string } };
}

const recorded = hasRecordings() ? (distJson('recorded/index.json') as readonly Recorded[]) : [];
const RUN = recorded.find(({ header }) => header.pack.id === 'soap-notes-handwritten')?.header.id ?? '';

/** A folder as a person has it on the disk. */
function encoderFolder(): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-encoder-'));
  for (const [path, bytes] of tinyBertFiles()) {
    const file = join(folder, 'tiny-bert', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return {
    path: join(folder, 'tiny-bert'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function openDialog(page: Page) {
  await openRoute(page, `/results/${encodeURIComponent(RUN)}`);
  await deviceKnown(page);
  await expect(panel(page, /^Scores$/).getByRole('table')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Score again' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Score again' });
  await expect(dialog.getByRole('checkbox', { name: 'BERTScore' })).toBeVisible();
  return dialog;
}

test.skip(RUN === '', 'this build carries no recorded runs');

test('a vocabulary of one’s own takes the lexicon’s place, and its column says so', async ({ page }) => {
  await openRoute(page, '/packs');
  const csv = 'term,concept id,group\ncough,1,Disorders\nfever,2,Disorders\n,3,\nibuprofen,4,Drugs\n';
  await chooseFiles(page, 'Add a vocabulary', textFile('ward terms.csv', csv));
  const vocabularies = panel(page, 'Vocabularies');
  await expect(vocabularies).toContainText('ward terms, 3 terms of 3 concepts');
  await expect(vocabularies).toContainText('1 row left out, the first on line 4');
  await expectAccessible(page, 'the choice');

  const dialog = await openDialog(page);
  await dialog.getByRole('checkbox', { name: 'Concept F1' }).check();
  await dialog.getByLabel('Vocabulary for Concept F1').selectOption({ label: 'ward terms (3 terms)' });
  await dialog.getByRole('button', { name: 'Score again' }).click();
  await expect(dialog).toBeHidden({ timeout: 120_000 });
  await expect(panel(page, /^Scores$/).getByRole('table')).toContainText('Concept F1 (ward terms)');

  await openRoute(page, '/packs');
  await page.getByRole('button', { name: 'Delete ward terms' }).click();
  await expect(vocabularies).toContainText('None added');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(vocabularies).toContainText('ward terms');
});

test('BERTScore by an encoder from a folder: chosen, stopped, scored, named', async ({ page }) => {
  const folder = encoderFolder();
  try {
    const dialog = await openDialog(page);
    await dialog.getByRole('checkbox', { name: 'BERTScore' }).check();
    const start = dialog.getByRole('button', { name: 'Score again' });
    await expect(start).toBeDisabled();
    await chooseFiles(page, 'Choose the encoder’s folder', folder.path);
    await expect(dialog).toContainText('tiny-bert');
    await expectAccessible(page, 'the choice');

    await start.click();
    await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(dialog).toContainText('Stopped. The scores are as they were.');

    await start.click();
    await expect(dialog).toBeHidden({ timeout: 120_000 });
    const scores = panel(page, /^Scores$/).getByRole('table');
    await expect(scores).toContainText('BERTScore (tiny-bert fp32, layer 2)');
    // What scores is a worker, and the encoder's is over.
    expect(page.workers().some((worker) => worker.url().includes('score'))).toBe(true);
    await expect.poll(() => page.workers().filter((worker) => worker.url().includes('encoder'))).toEqual([]);
  } finally {
    folder.remove();
  }
});

test('@long BERTScore by all-MiniLM-L6-v2', async ({ page }) => {
  const folder = process.env['BEDSIDE_ENCODER'] ?? '';
  test.skip(folder === '', 'BEDSIDE_ENCODER names no folder made by scripts/fetch-encoder.ts');
  const dialog = await openDialog(page);
  await dialog.getByRole('checkbox', { name: 'BERTScore' }).check();
  await chooseFiles(page, 'Choose the encoder’s folder', folder);
  const started = Date.now();
  await dialog.getByRole('button', { name: 'Score again' }).click();
  await expect(dialog).toBeHidden({ timeout: 1_800_000 });
  await expect(panel(page, /^Scores$/).getByRole('table')).toContainText(
    'BERTScore (all-MiniLM-L6-v2 fp32, layer 6)',
  );
  recordMeasurement({
    topic: 'scoring',
    what: 'BERTScore of the hand-written visits, all-MiniLM-L6-v2 fp32',
    value: Math.round((Date.now() - started) / 1000),
    unit: 's',
  });
});
