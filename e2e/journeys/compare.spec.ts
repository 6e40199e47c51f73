/** Two recorded runs compared: verdicts, flips, samples side by side, files of the charts; by keyboard alone; and what cannot be compared. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from '../support/axe.ts';
import { distJson, hasRecordings } from '../support/dist.ts';
import { packFile, testPack, visit } from '../support/pack.ts';
import { importPack, openRoute, panel } from '../support/pages.ts';
import { eightWords, saved } from '../support/saved-file.ts';
import { runScripted, scriptedModel } from '../support/scripted.ts';
import { expect, test } from '../support/site.ts';

interface Recorded {
  readonly header: {
    readonly id: string;
    readonly pack: { readonly sha256: string };
    readonly model: { readonly id: string };
  };
}

/** Ids of the recordings of the early and of the tuned demo model on the same pack. */
function recordedPair(): readonly [string, string] {
  const runs = distJson('recorded/index.json') as readonly Recorded[];
  const base = runs.find(({ header }) => header.model.id === 'demo-base');
  const tuned = runs.find(
    ({ header }) => header.model.id === 'demo-tuned' && header.pack.sha256 === base?.header.pack.sha256,
  );
  if (base === undefined || tuned === undefined) throw new Error('no pair of recordings');
  return [base.header.id, tuned.header.id];
}

async function expectFinite(page: Page): Promise<void> {
  await expect(page.locator('main')).not.toContainText(/NaN|Infinity|undefined|\[object/);
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Is B better than A?' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^Resampling|^Reading the/)).toHaveCount(0, { timeout: 60_000 });
}

test.describe('the recorded runs', () => {
  test.skip(!hasRecordings(), 'this build carries no recordings');

  test('are compared from Results to one sample and back', async ({ page }) => {
    await openRoute(page, '/results');
    await page.getByRole('link', { name: /^Compare .* with / }).click();
    await settled(page);
    const differs = panel(page, 'What differs between the runs');
    await expect(differs).toContainText('demo-base');
    const verdicts = panel(page, 'Is B better than A?');
    await expect(verdicts.getByRole('listitem').first()).toContainText(
      /B is (better|worse)\.|No difference shown|Leans|No sample differs/,
    );
    await expect(verdicts.getByRole('listitem').first()).toContainText(
      /95 % interval .* to .*, n = \d+ pairs, p [<=] 0?\.?\d.* after Holm’s adjustment for \d+ tests/,
    );
    const order = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(order.slice(0, 3)).toEqual([
      'What differs between the runs',
      'Is B better than A?',
      'Paired differences',
    ]);
    await expectFinite(page);

    await test.step('flips lead to their samples', async () => {
      const flips = panel(page, 'Samples that changed sides');
      const button = flips.getByRole('button', { name: /^Only B right: [1-9]/ });
      const count = Number((await button.textContent()) ?? '');
      await button.click();
      const samples = panel(page, 'Samples side by side');
      await expect(samples.getByRole('status')).toContainText(new RegExp(`^${count} of \\d+ shared samples`));
      await samples.locator('tbody a').first().click();
    });
    await test.step('a sample shows both outputs with their differing words', async () => {
      await expect(panel(page, /^B: /).locator('ins').first()).toBeVisible();
      await expect(panel(page, 'Transcript')).toContainText('Doctor');
      await expect(panel(page, 'Reference')).toContainText('Subjective');
      await page.getByLabel('Mark words that only one of them has').uncheck();
      await expect(page.locator('main del, main ins')).toHaveCount(0);
      const first = await page.getByRole('heading', { level: 1 }).textContent();
      await page.getByRole('link', { name: 'Next' }).click();
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(first ?? '');
      await page.getByRole('link', { name: 'Back to the comparison' }).click();
      await expect(panel(page, 'Samples side by side').getByLabel('Show')).toHaveValue('only-b');
    });
    await test.step('the address alone opens the same sample', async () => {
      await panel(page, 'Samples side by side').locator('tbody a').first().click();
      const id = await page.getByRole('heading', { level: 1 }).textContent();
      await page.reload();
      await expect(page.getByRole('heading', { level: 1, name: id ?? '' })).toBeVisible({ timeout: 60_000 });
    });
  });

  test('give their charts as files that need nothing else', async ({ page }) => {
    await openRoute(page, `/compare/${recordedPair().join(',')}`);
    await settled(page);
    const savedAs = async (name: string) => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      return readFileSync(await (await download).path());
    };
    const svg = (await savedAs('Save “Gains in shares and fractions” as SVG')).toString('utf8');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toContain('Facts kept');
    expect(svg).not.toMatch(/class=|var\(|url\(|<image|<script|xlink/);
    // Colours are those of the light theme, whatever the page shows.
    expect(svg).toMatch(/fill="rgb\(10, 90, 120\)"/);
    const png = await savedAs('Save “Facts kept against time per answer” as PNG');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(Math.min(width, height)).toBeGreaterThan(400);
    const pixels = await page.evaluate(
      async (bytes) => {
        const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        const { data = new Uint8ClampedArray() } =
          context?.getImageData(0, 0, image.width, image.height) ?? {};
        let accent = 0;
        for (let at = 0; at < data.length; at += 4)
          if (data[at] === 10 && data[at + 1] === 90 && data[at + 2] === 120) accent += 1;
        return { corner: [data[0], data[1], data[2]], accent };
      },
      [...png],
    );
    expect(pixels.corner).toEqual([255, 255, 255]);
    expect(pixels.accent).toBeGreaterThan(50);
  });

  test('leave as a report: numbers alone, texts only once what was found in them is read', async ({
    page,
  }) => {
    await openRoute(page, `/compare/${recordedPair().join(',')}`);
    await settled(page);
    const dialog = page.getByRole('dialog', { name: 'Report of this comparison' });
    const open = () => page.getByRole('button', { name: 'Save a report' }).click();
    await open();
    await expect(dialog.getByRole('radio', { name: /^Scores only/ })).toBeChecked();
    await expectAccessible(page, 'the report of a comparison');
    const numbers = await saved(page, dialog.getByRole('button', { name: 'Save' }));
    expect(numbers.name).toBe('soap-notes-demo-comparison.html');
    for (const words of [
      'Is B better than A?',
      'Paired differences',
      '<svg',
      'Facts kept',
      'author must supply',
    ])
      expect(numbers.text).toContain(words);
    await expect(dialog).toBeHidden();

    await open();
    await dialog.getByLabel('Format').selectOption({ label: 'Markdown' });
    await dialog.getByRole('radio', { name: /^Full text/ }).check();
    await dialog.getByRole('button', { name: 'Look for identifiers and save' }).click();
    await expect(dialog).toContainText(/possible identifiers? in the text/, { timeout: 60_000 });
    await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
    await dialog.getByRole('checkbox', { name: /I have read these samples/ }).check();
    const full = await saved(page, dialog.getByRole('button', { name: 'Save' }));
    // What the full report quotes, the other does not.
    const notes = full.text.slice(full.text.indexOf('A wrote:'));
    const quoted = new Set(eightWords(notes));
    expect(quoted.size).toBeGreaterThan(200);
    expect(eightWords(numbers.text).filter((words) => quoted.has(words))).toEqual([]);
  });

  test('are compared by keyboard alone', async ({ page }) => {
    await openRoute(page, `/compare/${recordedPair().join(',')}`);
    await settled(page);
    const until = async (name: string | RegExp, role: 'option' | 'button' | 'link' | 'combobox') => {
      const target = page.getByRole(role, { name }).first();
      for (let presses = 0; presses < 80; presses += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not reach ${String(name)}`);
    };
    await page.getByRole('heading', { level: 1 }).focus();
    await until(/^Facts kept/, 'option');
    const plot = page.getByRole('figure', { name: 'Gains in shares and fractions' });
    await expect(plot).toContainText(/Facts kept: .*pairs/);
    await page.keyboard.press('ArrowDown');
    await expect(plot).toContainText(/Statements supported: .*pairs/);
    await page.keyboard.press('Enter');
    const samples = panel(page, 'Samples side by side');
    await expect(samples.getByLabel('Measure')).toHaveValue('facts.precision');
    await until(/^Only B right/, 'button');
    await page.keyboard.press('Enter');
    await expect(samples.getByLabel('Show')).toHaveValue('only-b');
    await until(/^new-/, 'link');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await until('Next', 'link');
    await page.keyboard.press('Enter');
    await expect(panel(page, /^B: /)).toBeVisible();
  });

  test('make pages that axe finds nothing in, wide and narrow', async ({ page }) => {
    const [a, b] = recordedPair();
    const other = (distJson('recorded/index.json') as readonly Recorded[]).find(
      ({ header }) => ![a, b].includes(header.id) && header.model.id === 'demo-tuned',
    );
    for (const [route, what] of [
      [`/compare/${a},${b}`, 'a comparison'],
      [`/compare/${a},${b}/sample/0`, 'two outputs'],
      ['/compare', 'the choice of runs'],
      [`/compare/${a},${other?.header.id ?? ''}`, 'a refused comparison'],
    ] as const) {
      await openRoute(page, route);
      if (what === 'a comparison') await settled(page);
      if (what === 'two outputs') await expect(panel(page, /^A: /)).toBeVisible({ timeout: 60_000 });
      if (what === 'a refused comparison')
        await expect(page.getByText('These runs cannot be compared.')).toBeVisible();
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      for (const width of [1280, 640, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await expectNoSideScroll(page, `${what} at ${width} px`);
        if (width === 640) continue;
        for (const colorScheme of ['light', 'dark'] as const) {
          // Every width in both themes in the long tests.
          const quick = process.env['BEDSIDE_LONG'] === undefined;
          if (quick && (width === 390) !== (colorScheme === 'dark')) continue;
          await page.emulateMedia({ colorScheme });
          await expectAccessible(page, `${what}, ${colorScheme}, ${width} px`);
        }
      }
    }
  });
});

test.describe('runs made here', () => {
  test.use({
    siteOptions: {
      overlay: scriptedModel({
        rules: [{ contains: 'cough', answer: 'Subjective: A cough.' }],
      }),
    },
  });

  test('of one sample, without any score, and with equal scores are worded', async ({ page }) => {
    await openRoute(page, '/packs');
    const visits = [visit('v1', 'I have a cough.'), visit('v2', 'My knee hurts.')];
    await importPack(page, packFile(testPack(visits, { scorers: ['sections'] })));
    await page.reload();
    const unscored = [visit('w1', 'My knee hurts.'), visit('w2', 'My hip hurts.')];
    await importPack(
      page,
      packFile(testPack(unscored, { id: 'unscored-visits', title: 'Without a score', scorers: ['facts'] })),
    );
    const both = async (packId: string, limit: number | null) => {
      const ids = [
        await runScripted(page, { packId, limit }),
        await runScripted(page, { packId, limit, generation: { maxTokens: 65 } }),
      ];
      await openRoute(page, `/results/${ids[0] ?? ''}`);
      await expect(panel(page, /^Scores$/).getByRole('table')).toBeVisible();
      await expectFinite(page);
      await openRoute(page, `/compare/${ids.join(',')}`);
      await settled(page);
      await expectFinite(page);
    };
    await both('test-visits', 1);
    await expect(panel(page, 'What differs between the runs')).toContainText('not like for like');
    await expect(panel(page, 'Is B better than A?')).toContainText(/No sample changed sides: 0 of 1;/);
    await both('test-visits', null);
    await expect(panel(page, 'Is B better than A?')).not.toContainText('is better.');
    await both('unscored-visits', null);
    await expect(panel(page, 'Is B better than A?')).toContainText(/Nothing to compare/);
  });

  test('a plan is sealed before them and gives its verdict after', async ({ page }) => {
    await openRoute(page, '/packs');
    await importPack(
      page,
      packFile(
        testPack([visit('v1', 'I have a cough.'), visit('v2', 'A cough.')], { scorers: ['sections'] }),
      ),
    );
    const make = () => runScripted(page, { packId: 'test-visits' });
    const early = [await make(), await make()];
    await openRoute(page, `/compare/${early.join(',')}`);
    await settled(page);
    await page.getByText('Make and seal a plan').click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Seal and save the plan' }).click();
    const plan = {
      name: 'plan.json',
      mimeType: 'application/json',
      buffer: readFileSync(await (await download).path()),
    };
    const use = async () => {
      const picker = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Use a sealed plan' }).click();
      await (await picker).setFiles(plan);
    };
    await use();
    await expect(page.getByText(/^Exploratory only: the plan says it was sealed at/)).toBeVisible();
    const later = [await make(), await make()];
    await openRoute(page, `/compare/${later.join(',')}`);
    await settled(page);
    await use();
    await expect(page.getByText(/^Confirmatory:/)).toBeVisible();
    await page.getByRole('button', { name: 'Save a report' }).click();
    const dialog = page.getByRole('dialog', { name: 'Report of this comparison' });
    await expect(dialog).toContainText('the sealed plan plan.json');
    const report = await saved(page, dialog.getByRole('button', { name: 'Save' }));
    expect(report.text).toContain('Confirmatory: the plan says');
    plan.buffer = Buffer.from(plan.buffer.toString('utf8').replace(/"margin": [\d.]+/, '"margin": 0.9'));
    await use();
    await expect(page.getByRole('alert')).toContainText(/seal/i);
  });
});
