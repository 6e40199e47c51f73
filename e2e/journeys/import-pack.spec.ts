/** Bringing one's own files: tables that become packs, and files with something wrong, each told by name and place. */
import { copyFileSync, cpSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { sealPack } from '../../src/core/packs/seal.ts';
import { DIST } from '../support/dist.ts';
import { packFile, testPack, visit } from '../support/pack.ts';
import { chooseFiles, importPack, openRoute, panel, textFile, type PickedFile } from '../support/pages.ts';
import { expect, html, test } from '../support/site.ts';

const cards = (page: Page) => page.getByRole('main').getByRole('link', { name: /^Read samples/ });

async function openPacks(page: Page): Promise<void> {
  await openRoute(page, '/packs');
  await expect(cards(page).first()).toBeVisible({ timeout: 60_000 });
}

test.describe('tables', () => {
  test('a CSV of questions is previewed, imported, and stays after a reload', async ({ page }) => {
    await openPacks(page);
    const bundled = await cards(page).count();
    const rows = [
      'id,question,choice_a,choice_b,answer,topic',
      'q1,"Which is a vitamin, and not a mineral?",Thiamine,Zinc,A,nutrition',
      'q2,Which is larger?,A gram,A kilogram,B,measures',
    ];
    await chooseFiles(page, 'Choose files', textFile('My questions.csv', rows.join('\r\n')));
    await expect(panel(page, 'Import')).toContainText('2 good rows, no problems. Nothing is stored yet.');
    await expect(cards(page)).toHaveCount(bundled);
    await page.getByLabel(/^Store it unencrypted/).check();
    await page.getByRole('button', { name: 'Import 2 samples' }).click();
    await expect(cards(page)).toHaveCount(bundled + 1);
    await page.reload();
    const card = panel(page, 'My questions.csv');
    await expect(card).toContainText('2 samples');
    await expect(card).toContainText('Imported, stored in this browser only.');
    await card.getByRole('link', { name: /^Read samples/ }).click();
    await page.getByText('q1', { exact: true }).click();
    await expect(page.getByText('Which is a vitamin, and not a mineral?')).toBeVisible();
    await expect(page.getByText('(right)')).toBeVisible();
  });

  test('a table in the form of ACI-Bench is recognised; rows that cannot be used are told by line and field', async ({
    page,
  }) => {
    await openPacks(page);
    const rows = [
      'dataset,encounter_id,dialogue,note',
      'virtassist,E1,"[doctor] hi there\n[patient] my knee hurts","SUBJECTIVE:\nKnee pain."',
      'virtassist,E2,"no speaker here","SUBJECTIVE:\nNothing."',
      'virtassist,E3,"[doctor] hello\n[patient] a cough",',
      'virtassist,E4,"[doctor] hello\n[patient] a rash","SUBJECTIVE:\nRash."',
    ];
    await chooseFiles(page, 'Choose files', textFile('clinic.csv', rows.join('\n')));
    await expect(panel(page, 'Import')).toContainText('read as ACI-Bench: 2 good rows, 2 problems');
    const problems = page.getByRole('table', { name: /^Problems by line/ }).locator('tbody tr');
    await expect(problems.nth(0)).toContainText(/^\s*5\s*dialogue/);
    await expect(problems.nth(1)).toContainText(/^\s*7\s*note\s*is empty/);
    await page.getByLabel(/^Store it unencrypted/).check();
    await page.getByRole('button', { name: 'Import the 2 good rows only' }).click();
    await expect(panel(page, 'clinic.csv')).toContainText('2 samples');
    await panel(page, 'clinic.csv')
      .getByRole('link', { name: /^Read samples/ })
      .click();
    await expect(page.getByText('E1', { exact: true })).toBeVisible();
    await expect(page.getByText('E2', { exact: true })).toHaveCount(0);
  });

  test('three bad rows in a thousand are told by line and reason; the others are stored only when that is chosen', async ({
    page,
  }) => {
    await openPacks(page);
    const bundled = await cards(page).count();
    const bad: Readonly<Record<number, string>> = {
      99: '99,,x',
      499: '499,"a "loose" quote",x',
      999: '999,q',
    };
    const rows = Array.from({ length: 1000 }, (_, at) => bad[at] ?? `${at},What is ${at}?,x`);
    await chooseFiles(
      page,
      'Choose files',
      textFile('thousand.csv', ['id,question,answer', ...rows].join('\n')),
    );
    await expect(panel(page, 'Import')).toContainText('997 good rows, 3 problems. Nothing is stored yet.');
    const problems = page.getByRole('table', { name: /^Problems by line/ }).locator('tbody tr');
    await expect(problems.nth(0)).toContainText(/^\s*101\s*question/);
    await expect(problems.nth(1)).toContainText(/^\s*501\s*whole row\s*the quotes of this row do not match/);
    await expect(problems.nth(2)).toContainText(/^\s*1001\s*whole row\s*has 2 cells where the header has 3/);
    await page.getByRole('button', { name: 'Import nothing' }).click();
    await expect(cards(page)).toHaveCount(bundled);
    await chooseFiles(
      page,
      'Choose files',
      textFile('thousand.csv', ['id,question,answer', ...rows].join('\n')),
    );
    await page.getByLabel(/^Store it unencrypted/).check();
    await page.getByRole('button', { name: 'Import the 997 good rows only' }).click();
    await expect(panel(page, 'thousand.csv')).toContainText('997 samples');
  });

  test('columns of one’s own are mapped, looked at as prompts, and remembered for the next file', async ({
    page,
  }) => {
    await openPacks(page);
    const table = (first: number) => {
      const rows = Array.from(
        { length: 12 },
        (_, at) => `${first + at},Frage ${first + at}?,ja,nein,${at % 2}`,
      );
      return textFile(
        `fragen-${first}.csv`,
        ['nr;Frage;eins;zwei;richtig'.replaceAll(';', ','), ...rows].join('\n'),
      );
    };
    await chooseFiles(page, 'Choose files', table(100));
    const importing = panel(page, 'Import');
    await expect(importing).toContainText('0 good rows, 12 problems');
    await expect(importing).toContainText('No column is what the model is asked');
    for (const [column, use] of [
      ['nr', 'Id of the row'],
      ['Frage', 'Question, or what is asked'],
      ['eins', 'Choice A'],
      ['zwei', 'Choice B'],
      ['richtig', 'Right answer'],
    ] as const)
      await importing.getByLabel(column, { exact: true }).selectOption(use);
    await importing.getByLabel('Where the right answer is a number').selectOption('The first choice is 0');
    await importing.getByRole('button', { name: 'Read with these columns' }).click();
    await expect(importing).toContainText('12 good rows, no problems');
    await importing.getByText('How the first 10 samples would be asked').click();
    await expect(importing.locator('ol > li').first()).toContainText('A. ja');
    await expect(importing.locator('ol > li')).toHaveCount(10);
    await page.getByLabel(/^Store it unencrypted/).check();
    await page.getByRole('button', { name: 'Import 12 samples' }).click();
    await expect(panel(page, 'fragen-100.csv')).toContainText('12 samples');

    await page.reload();
    await chooseFiles(page, 'Choose files', table(200));
    await expect(importing).toContainText('12 good rows, no problems');
    await importing.getByText('Which column is which').click();
    await expect(importing).toContainText('As you said for an earlier file with the same columns.');
    await importing.getByRole('button', { name: 'Guess again' }).click();
    await expect(importing).toContainText('0 good rows, 12 problems');
  });

  test('a Parquet table goes through the wizard: previewed, a column mapped, a bad row told, the rest imported', async ({
    page,
  }) => {
    await openPacks(page);
    // Packed by gzip, so that what unpacks it has to be fetched as well.
    const bytes = parquetWriteBuffer({
      codec: 'GZIP',
      compressors: { GZIP: (input) => new Uint8Array(gzipSync(input)) },
      columnData: [
        { name: 'nr', data: [1n, 2n, 3n], type: 'INT64' },
        { name: 'what_is_asked', data: ['Which is a vitamin: Ω-3?', '', 'Which side?'], type: 'STRING' },
        {
          name: 'options',
          data: ['["Thiamine","Zinc"]', '["a","b"]', '["left","right"]'],
          type: 'STRING',
        },
        { name: 'answer', data: [1, 1, 2], type: 'INT32' },
      ],
    });
    const name = 'Ward questions.parquet';
    const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
    await chooseFiles(page, 'Choose files', file);
    const importing = panel(page, 'Import');
    await expect(importing).toContainText('0 good rows, 3 problems', { timeout: 30_000 });
    for (const [column, use] of [
      ['what_is_asked', 'Question, or what is asked'],
      ['options', 'All choices in one column'],
      ['answer', 'Right answer'],
    ] as const)
      await importing.getByLabel(column, { exact: true }).selectOption(use);
    await importing.getByLabel('Where the right answer is a number').selectOption('The first choice is 1');
    await importing.getByRole('button', { name: 'Read with these columns' }).click();
    await expect(importing).toContainText('2 good rows, 1 problem');
    const problems = page.getByRole('table', { name: /^Problems by line/ }).locator('tbody tr');
    await expect(problems).toHaveCount(1);
    await expect(problems).toContainText(/^\s*2\s*/);
    await importing.getByText(/^How the first \d+ samples would be asked/).click();
    await expect(importing.locator('ol > li').first()).toContainText('Which is a vitamin: Ω-3?');
    await expect(importing.locator('ol > li').first()).toContainText('B. Zinc');
    await page.getByLabel(/^Store it unencrypted/).check();
    await page.getByRole('button', { name: 'Import the 2 good rows only' }).click();
    const card = panel(page, name);
    await expect(card).toContainText('2 samples');
    await card.getByRole('link', { name: /^Read samples/ }).click();
    await page.getByText('3', { exact: true }).click();
    await expect(page.getByText('(right)')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('right');
  });

  test('an imported pack can be deleted, and the deletion undone', async ({ page }) => {
    await openPacks(page);
    await importPack(page, packFile(testPack([visit('v1', 'A cough.')])));
    await page.getByRole('button', { name: 'Delete Visits of a test' }).click();
    await expect(panel(page, 'Visits of a test')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(panel(page, 'Visits of a test')).toContainText('1 sample');
  });
});

test.describe('packs with something wrong', () => {
  const good = testPack([visit('v1', 'A cough.'), visit('v2', 'A rash.')]);
  const text = JSON.stringify(sealPack(good), null, 1);
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  const cases: readonly {
    readonly what: string;
    readonly file: PickedFile;
    /** What happened, where, and what to do next. */
    readonly says: readonly (string | RegExp)[];
  }[] = [
    {
      what: 'not JSON',
      file: textFile('cut.json', text.slice(0, text.indexOf('"samples"') + 40)),
      says: ['This file is not JSON', 'file: cut.json', /line: \d+/, /choose it again/],
    },
    {
      what: 'a web page',
      file: textFile('page.json', '<!doctype html><html><body>Sign in</body></html>'),
      says: ['This file is not JSON', 'file: page.json', 'it is an HTML page', /choose it again/],
    },
    {
      what: 'a wrong field',
      file: textFile('field.json', text.replace('"language": "en"', '"language": 7')),
      says: [
        'does not have the expected form',
        'file: field.json',
        'language: must be text',
        /Correct the field/,
      ],
    },
    {
      what: 'a wrong seal',
      file: textFile('seal.json', text.replace('A rash.', 'A rush.')),
      says: ['does not match its seal', 'file: seal.json', /Get it again/],
    },
    {
      what: 'an id twice',
      file: textFile('twice.json', text.replace('"id": "v2"', '"id": "v1"')),
      says: [
        'Two samples have the same id',
        'file: twice.json',
        '"v1" (samples[0] and samples[1])',
        /Give each sample its own id/,
      ],
    },
    {
      what: 'not UTF-8',
      file: { name: 'utf16.json', mimeType: 'application/json', buffer: utf16 },
      says: ['This file is not UTF-8 text', 'file: utf16.json', 'line: 1', /Save it as UTF-8/],
    },
    {
      what: 'empty',
      file: textFile('empty.json', ''),
      says: ['has no samples in it', 'file: empty.json', /right file/],
    },
  ];

  test('each is told by file, place and next step, and nothing of it is imported', async ({ page }) => {
    await openPacks(page);
    const before = await cards(page).allInnerTexts();
    for (const { what, file, says } of cases) {
      await test.step(what, async () => {
        await chooseFiles(page, 'Choose files', file);
        const alert = panel(page, 'Import').getByRole('alert');
        await expect(alert).toContainText(`${file.name}`);
        for (const words of says) await expect.soft(alert, what).toContainText(words);
        await expect(page.getByRole('button', { name: /^Import (\d|the)/ })).toHaveCount(0);
      });
    }
    await page.reload();
    await expect(cards(page).first()).toBeVisible();
    expect(await cards(page).allInnerTexts()).toEqual(before);
  });
});

test.describe('models with something wrong', () => {
  const source = join(DIST, 'models/demo-tuned');
  const small = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
  const graph = 'onnx/model_q4.onnx';

  test('a folder is told by the file that is missing or cut short', async ({ page }, testInfo) => {
    const folder = testInfo.outputPath('my-model');
    mkdirSync(join(folder, 'onnx'), { recursive: true });
    for (const file of [...small, graph]) copyFileSync(join(source, file), join(folder, file));
    // As in browsers whose pickers give files and no handles: only those can be driven from here.
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showDirectoryPicker'));
    await openRoute(page, '/models');
    const alert = panel(page, 'Your own model').getByRole('alert');
    const choose = () => chooseFiles(page, 'Choose a model folder', folder);

    truncateSync(join(folder, graph), 100_000);
    await choose();
    await expect(alert).toContainText('A file of the model is incomplete');
    await expect(alert).toContainText(`file: ${graph}`);
    await expect(alert).toContainText('Download that file again');

    writeFileSync(join(folder, graph), '<!doctype html><title>Not found</title>');
    await choose();
    await expect(alert).toContainText(`file: ${graph}`);

    rmSync(join(folder, 'tokenizer.json'));
    await choose();
    await expect(alert).toContainText('A file of the model is missing');
    await expect(alert).toContainText('file: tokenizer.json');
    await expect(panel(page, 'my-model')).toHaveCount(0);

    cpSync(source, folder, { recursive: true });
    await choose();
    await expect(panel(page, 'my-model')).toBeVisible({ timeout: 60_000 });
  });

  test.describe('on the server', () => {
    test.use({
      siteOptions: {
        overlay: Object.fromEntries(
          ['model_int8', 'model_q4', 'model_quantized', 'model'].map((name) => [
            `models/demo-tuned/onnx/${name}.onnx`,
            html('<!doctype html><html><body>The start page of a single-page app</body></html>'),
          ]),
        ),
      },
    });

    test('a web page instead of the weights is told by file, and no run is kept', async ({ page }) => {
      await openRoute(page, '/');
      await page.getByRole('button', { name: 'Run the demo', exact: true }).click();
      const alert = page.getByRole('alert');
      await expect(alert).toContainText('The server answered with a web page instead of the file');
      await expect(alert).toContainText(/file: onnx\/model.*\.onnx/);
      await expect(alert).toContainText('Tell whoever hosts it');
      await openRoute(page, '/results');
      await expect(panel(page, 'All runs').or(page.getByText('No results yet'))).toBeVisible();
      expect(await page.evaluate(() => globalThis.bedside?.interrupted())).toEqual([]);
    });
  });
});

test('a folder of visits in folders of their own: each transcript keeps its note', async ({ page }, info) => {
  const visits = join(info.outputPath(), 'My visits');
  for (const [name, said, note] of [
    ['ann', 'D: Any pain?\nP: None.', 'No pain.'],
    ['bob', 'D: Any cough?\nP: A little.', 'Slight cough.'],
  ] as const) {
    mkdirSync(join(visits, name), { recursive: true });
    writeFileSync(join(visits, name, 'transcript.txt'), said);
    writeFileSync(join(visits, name, 'note.txt'), note);
  }
  await openPacks(page);
  await chooseFiles(page, 'Choose a folder', visits);
  await expect(panel(page, 'Import')).toContainText('My visits, read as Text files in pairs: 2 good rows');
  await page.getByLabel(/^Store it unencrypted/).check();
  await page.getByRole('button', { name: 'Import 2 samples' }).click();
  await panel(page, 'My visits')
    .getByRole('link', { name: /^Read samples/ })
    .click();
  await page.getByText('bob', { exact: true }).click();
  await expect(page.getByText('Slight cough.')).toBeVisible();
});
