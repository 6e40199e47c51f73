/** Erase everything, and then ask the browser itself what is left, without believing the page. */
import type { Page } from '@playwright/test';
import { recordMeasurement } from '../support/measure.ts';
import { importPack, openRoute, panel } from '../support/pages.ts';
import { packFile, testPack, visit } from '../support/pack.ts';
import { runScripted, scriptedModel } from '../support/scripted.ts';
import { expect, test } from '../support/site.ts';

const CANARY = 'canary-Zwölfender-4711';

test.use({ siteOptions: { overlay: scriptedModel({}), headers: false } });

interface Kept {
  readonly rows: number;
  readonly rowsWithCanary: number;
  readonly caches: readonly string[];
  readonly files: readonly string[];
  readonly keys: number;
  readonly serviceWorkers: number;
}

/** Everything that this origin keeps, row by row. */
async function whatIsKept(page: Page): Promise<Kept> {
  return page.evaluate(async (canary) => {
    const settled = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('request failed'));
      });
    let rows = 0;
    let rowsWithCanary = 0;
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        for (const row of await settled(database.transaction(store).objectStore(store).getAll())) {
          rows += 1;
          if (JSON.stringify(row).includes(canary)) rowsWithCanary += 1;
        }
      }
      database.close();
    }
    const files: string[] = [];
    for await (const file of (await navigator.storage.getDirectory()).keys()) files.push(file);
    return {
      rows,
      rowsWithCanary,
      files,
      caches: await caches.keys(),
      keys: localStorage.length + sessionStorage.length,
      serviceWorkers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  }, CANARY);
}

test('after a run on a private pack, erasing leaves nothing that the browser lists, and the page says so', async ({
  page,
  context,
}) => {
  await openRoute(page, '/packs');
  await importPack(page, packFile(testPack([visit('v1', `My name is ${CANARY}.`)], { private: true })));
  await runScripted(page, { packId: 'test-visits' });
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('Dark');
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.getFileHandle('left-by-a-model', { create: true });
  });
  const before = await whatIsKept(page);
  // The search finds what it looks for where it is: in the pack, in the record, in the evidence.
  expect(before.rowsWithCanary).toBeGreaterThanOrEqual(2);
  expect(before.caches.length).toBeGreaterThan(0);
  expect(before).toMatchObject({ files: ['left-by-a-model'], serviceWorkers: 1 });
  expect(before.keys).toBeGreaterThan(0);

  // A second tab is open, as it often is.
  const other = await context.newPage();
  await openRoute(other, '/results');
  await expect(panel(other, 'All runs')).toContainText('Visits of a test');

  await openRoute(page, '/data');
  const started = performance.now();
  await page.getByRole('button', { name: 'Erase everything …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase everything?' });
  const confirm = dialog.getByRole('button', { name: 'Erase everything' });
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(/^Type/).fill('erase');
  await confirm.click();
  await expect(page.getByText('Erased and checked.')).toBeVisible({ timeout: 30_000 });
  recordMeasurement({
    topic: 'Erase',
    what: 'from opening the dialog to “Erased and checked”',
    value: Math.round(performance.now() - started),
    unit: 'ms',
  });

  const nothing = { rows: 0, rowsWithCanary: 0, caches: [], files: [], keys: 0, serviceWorkers: 0 };
  expect(await whatIsKept(page)).toEqual(nothing);
  await expect(other.getByText('Visits of a test')).toHaveCount(0);
  await other.close();

  // And still so after a reload, which installs the offline copy of the page again and nothing else.
  await openRoute(page, '/packs');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Packs' })).toBeVisible();
  await expect(panel(page, 'Visits of a test')).toHaveCount(0);
  expect(await whatIsKept(page)).toMatchObject({ rows: 0, rowsWithCanary: 0, files: [] });
});
