/** Malformed files through the real page and its import worker: each is refused in words, and nothing is stored. */
import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { sealPack } from '../../src/core/packs/seal.ts';
import { testPack, visit } from '../support/pack.ts';
import { chooseFiles, openRoute, panel, type PickedFile } from '../support/pages.ts';
import { expect, test } from '../support/site.ts';

const file = (name: string, content: string | Uint8Array): PickedFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: typeof content === 'string' ? Buffer.from(content) : Buffer.from(content),
});
const bytes = (...all: readonly number[]): Uint8Array => Uint8Array.from(all);
const pack = JSON.stringify(sealPack(testPack([visit('v1', 'A cough.'), visit('v2', 'A rash.')])));
const table = 'id,question,choice_a,choice_b,answer\nq1,Why?,Yes,No,A\n';
const docx = (document: string | Uint8Array): Uint8Array =>
  zipSync({
    '[Content_Types].xml': new TextEncoder().encode('<Types/>'),
    'word/document.xml': typeof document === 'string' ? new TextEncoder().encode(document) : document,
  });

const PACKS: readonly PickedFile[] = [
  file('nothing.csv', ''),
  file('blank.csv', '\n\n \n\t\n'),
  file('image.csv', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 255, 254)),
  file('latin.csv', Buffer.concat([Buffer.from(table), Buffer.from([0x71, 0xff, 0x0a])])),
  file('quote.csv', `${table}q2,"never closed,a,b,A\n`.replace('q1,Why?,Yes,No,A\n', '')),
  file('header.csv', table.split('\n')[0] ?? ''),
  file('cut.json', pack.slice(0, pack.length / 2)),
  file('seal.json', pack.replace('A rash.', 'A rush.')),
  file('proto.json', pack.replace('"id":"v1"', '"__proto__":{"polluted":1},"id":"v1"')),
  file('number.json', pack.replace('"schemaVersion":1', '"schemaVersion":1e400')),
  file('deep.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  file('page.json', '<!doctype html><title>Sign in</title>'),
  file('list.jsonl', '[1,2\n{"a"\n'),
  file('newer.json', pack.replace('"schemaVersion":1', '"schemaVersion":99')),
  file('empty.docx', zipSync({})),
  file('noise.docx', 'not a zip at all'),
  file('cut.docx', docx('<w:document/>').slice(0, 60)),
  file('bomb.docx', docx(new Uint8Array(150_000_000))),
  file('magic.parquet', 'PAR1PAR1'),
  file('footer.parquet', Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(64, 255), Buffer.from('PAR1')])),
  file('program.exe', bytes(0x4d, 0x5a, 0x90, 0)),
];

/** Rows in every database of the page, and what else it keeps beside the offline copy. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('request failed'));
      });
    let rows = 0;
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        rows += await settled(database.transaction(store).objectStore(store).count());
      }
      database.close();
    }
    const files: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    return { rows, files, keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)] };
  });

test('malformed files are refused in words, and nothing of them is stored', async ({ page }) => {
  const uncaught: string[] = [];
  page.on('pageerror', (error) => uncaught.push(error.message));
  await openRoute(page, '/packs');
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /^Read samples/ })
      .first(),
  ).toBeVisible();
  const before = await kept(page);
  const shown = panel(page, 'Import');

  for (const picked of PACKS) {
    await test.step(picked.name, async () => {
      await chooseFiles(page, 'Choose files', picked);
      // A problem by its place, or an error with what to do next; never a button that would store something.
      const words = shown
        .getByRole('alert')
        .or(shown.getByRole('table', { name: /^Problems by line/ }))
        .or(shown.getByText(/no good rows|0 good rows|Nothing (?:in|can)/i));
      await expect(words.first()).toBeVisible({ timeout: 30_000 });
      await expect(shown.getByText(/^Reading .*…$/)).toHaveCount(0);
      await expect(shown).toContainText(picked.name);
      await expect(shown.getByRole('button', { name: /^Import / })).toHaveCount(0);
      expect(await kept(page)).toEqual(before);
      await openRoute(page, '/models');
      await openRoute(page, '/packs');
    });
  }

  expect(uncaught).toEqual([]);
  expect(await page.evaluate(() => Reflect.get({}, 'polluted') as unknown)).toBeUndefined();
});
