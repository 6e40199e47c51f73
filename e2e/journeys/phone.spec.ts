/** A phone: results recorded elsewhere are offered at once and can be read to the last note without running anything. */
import { devices, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from '../support/axe.ts';
import { hasRecordings } from '../support/dist.ts';
import { openRoute, panel } from '../support/pages.ts';
import { runScripted, scriptedModel } from '../support/scripted.ts';
import { expect, json, startSite, test as base, type Overlay } from '../support/site.ts';

/** A build without recordings gets one made by this very page, exported as a person would export it. */
const test = base.extend<{ recordings: Overlay }>({
  recordings: async ({ browser }, use) => {
    if (hasRecordings()) return use({});
    const note = 'Subjective: Cough.\nObjective: None.\nAssessment: Cold.\nPlan: Rest.';
    const site = await startSite({
      overlay: scriptedModel({ rules: [{ contains: '', answer: note }] }),
    });
    const page = await browser.newPage({ baseURL: site.url });
    await openRoute(page, '/');
    const runId = await runScripted(page, { packId: 'soap-notes-handwritten', limit: 2 });
    const body = (await page.evaluate((id) => globalThis.bedside?.exportJsonl(id), runId)) ?? '';
    const [header = '', ...records] = body.trim().split('\n');
    await page.close();
    await site.close();
    const entry = { file: 'notes.jsonl', header: JSON.parse(header) as unknown, records: records.length };
    return use({
      'recorded/index.json': json([entry]),
      'recorded/notes.jsonl': { body, type: 'application/x-ndjson' },
    });
  },
  site: async ({ recordings }, use) => {
    const site = await startSite({ headers: false, overlay: recordings });
    await use(site);
    await site.close();
  },
});

const { defaultBrowserType: _, ...phone } = devices['Pixel 7'];
test.use({ ...phone, viewport: { width: 390, height: 844 } });

async function expectFits(page: Page, what: string): Promise<void> {
  await expectNoSideScroll(page, what);
  await expectAccessible(page, what);
}

test('the recording is offered first and can be read down to one note', async ({ page, site }) => {
  // A phone that saves data: however long this takes, no copy for offline use is begun meanwhile.
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } }),
  );
  await openRoute(page, '/');
  const offer = page.getByRole('link', { name: /^See results recorded on/ });
  await expect(offer).toBeVisible({ timeout: 60_000 });
  await expectFits(page, 'Run');
  await offer.tap();
  const table = page.getByRole('table', { name: /samples, recorded on/ }).first();
  await expect(table.locator('tbody tr').first()).toBeVisible({ timeout: 60_000 });
  // No number without its interval and n, where there is no room for columns either.
  const cells = await table.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll('td')]
        .filter((cell) => cell.getClientRects().length > 0)
        .map((cell) => cell.innerText)
        .join(' '),
    ),
  );
  for (const cell of cells) expect(cell).toMatch(/(\d.* to .*\d|no interval|nothing scored)[\s\S]*n = \d+/);
  await expectFits(page, 'Results');

  await panel(page, 'All runs').locator('tbody a').first().tap();
  await expect(page.getByText('A recording.')).toBeVisible();
  await expectFits(page, 'a recorded run');
  await panel(page, 'Samples').locator('tbody a').first().tap();
  await expect(panel(page, 'Note the model wrote')).not.toBeEmpty();
  await expect(panel(page, 'Transcript')).toBeVisible();
  await expectFits(page, 'a recorded note');
  // Nothing was computed: no weights and no runtime were fetched for it.
  expect(site.log.filter(({ path }) => /\.onnx|\.wasm|transformers/.test(path))).toEqual([]);
});
