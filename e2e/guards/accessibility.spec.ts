/**
 * Every page in every state: no axe-core violation in light and dark, wide and narrow; nothing to scroll sideways; every
 * control reached by Tab, seen when it has the focus, and left again.
 */
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from '../support/axe.ts';
import { packFile, testPack, visit } from '../support/pack.ts';
import { chooseFiles, deviceKnown, importPack, openRoute, panel, textFile } from '../support/pages.ts';
import { runScripted, scriptedModel } from '../support/scripted.ts';
import { expect, test } from '../support/site.ts';

const NOTE = [
  'Subjective: The patient has a cough and chest pain and takes metformin 500 mg.',
  'Objective: Blood pressure 120/80.',
  'Assessment: Acute bronchitis.',
  'Plan: Start amoxicillin 250 mg. Return if worse.',
].join('\n');

/** 390 px is a phone, 640 px is 1280 px at 200 % zoom. */
const WIDTHS = [1280, 640, 390] as const;
const HEIGHT = 900;

test.use({ siteOptions: { overlay: scriptedModel({ rules: [{ contains: 'cough', answer: NOTE }] }) } });

/** Wide in light and narrow in dark; the long tests take every width in both themes. */
const EVERY_THEME = process.env['BEDSIDE_LONG'] !== undefined;

/** The page as it stands. */
async function expectUsable(page: Page, what: string): Promise<void> {
  await test.step(what, async () => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      await expectNoSideScroll(page, `${what} at ${width} px`);
      if (width === 640) continue;
      for (const colorScheme of ['light', 'dark'] as const) {
        if (!EVERY_THEME && (width === 390) !== (colorScheme === 'dark')) continue;
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `${what}, ${colorScheme}, ${width} px`);
      }
    }
    await page.setViewportSize({ width: WIDTHS[0], height: HEIGHT });
  });
}

async function openEveryDetail(page: Page): Promise<void> {
  // Twice: what is inside a detail may hold details of its own.
  for (let round = 0; round < 2; round += 1) {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await expect(page.getByText(/^Reading .*…$/)).toHaveCount(0);
  }
}

/** Tab from the top of the page to its end: the stops on the way, and the controls that were not among them. */
async function walk(page: Page): Promise<{ stops: number; missed: string[]; unseen: string[] }> {
  await page.evaluate(() => {
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const wanted = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
    ].filter((element) => shown(element) && !element.matches(':disabled') && element.tabIndex >= 0);
    // Of a group of radio buttons only the chosen one is a stop; the arrow keys do the rest.
    const stops = wanted.filter(
      (element) => !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked),
    );
    stops.forEach((element, at) => element.setAttribute('data-stop', String(at)));
    Reflect.set(globalThis, 'stopCount', stops.length);
    // The next Tab counts from here: the beginning of the page.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const count = await page.evaluate(() => Number(Reflect.get(globalThis, 'stopCount')));
  const reached = new Set<string>();
  const unseen: string[] = [];
  for (let presses = 0; presses < count + 25; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const focused = getComputedStyle(element);
      const outlined = focused.outlineStyle !== 'none' && Number.parseFloat(focused.outlineWidth) > 0;
      const box = element.getBoundingClientRect();
      const inView = box.bottom > 0 && box.top < innerHeight && box.width > 0;
      return {
        stop: element.getAttribute('data-stop'),
        what: element.outerHTML.slice(0, 120),
        seen: (outlined || focused.boxShadow !== 'none') && inView,
      };
    });
    // Past the last stop the focus is in the browser's own controls.
    if (at === null) break;
    if (at.stop !== null) reached.add(at.stop);
    if (!at.seen) unseen.push(at.what);
    // Not beyond the last: where a browser goes from there, and when it comes back, is its own affair.
    if (reached.size === count) break;
  }
  const missed = await page.evaluate(
    (got) =>
      [...document.querySelectorAll('[data-stop]')]
        .filter((element) => !got.includes(element.getAttribute('data-stop') ?? ''))
        .map((element) => element.outerHTML.slice(0, 120)),
    [...reached],
  );
  return { stops: reached.size, missed, unseen };
}

async function expectWalkable(page: Page, what: string): Promise<void> {
  await test.step(`${what} by Tab`, async () => {
    const { stops, missed, unseen } = await walk(page);
    expect(missed, `controls of ${what} that Tab does not reach`).toEqual([]);
    expect(unseen, `stops of ${what} without a visible focus`).toEqual([]);
    expect(stops).toBeGreaterThan(5);
  });
}

async function fillWithResults(page: Page): Promise<{ notes: string; questions: string }> {
  await openRoute(page, '/packs');
  await importPack(
    page,
    packFile(
      testPack(
        [
          visit('v1', 'I have a cough and I take metformin 500 mg every day.', {
            facts: [
              { category: 'finding', name: 'cough', status: 'present', span: { line: 2, start: 9, end: 14 } },
              {
                category: 'medication',
                name: 'metformin',
                dose: '1000 mg',
                status: 'present',
                span: { line: 2, start: 26, end: 35 },
              },
              { category: 'allergy', name: 'penicillin', status: 'present' },
            ],
            meta: { specialty: 'primary care' },
          }),
          visit('v2', 'My cough is better.', { meta: { specialty: 'primary care' } }),
        ],
        { scorers: ['facts', 'rouge', 'sections'], sliceFields: ['specialty'] },
      ),
    ),
  );
  const notes = await runScripted(page, { packId: 'test-visits' });
  const questions = await runScripted(page, { packId: 'clinical-qa-demo', limit: 5 });
  return { notes, questions };
}

test('the pages as a first visitor finds them', async ({ page }) => {
  await openRoute(page, '/');
  await deviceKnown(page);
  await expect(page.getByRole('button', { name: 'Run the demo', exact: true })).toBeVisible();
  await expectUsable(page, 'Run');

  await test.step('the skip link leads past the navigation', async () => {
    await page.reload();
    await deviceKnown(page);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  await page.locator('summary', { hasText: 'Your own run' }).click();
  await expect(page.getByLabel('Model', { exact: true })).toBeVisible();
  await openEveryDetail(page);
  await expectUsable(page, 'Run, everything open');
  await expectWalkable(page, 'Run, everything open');

  for (const [route, what] of [
    ['/live', 'Live, nothing running'],
    ['/results', 'Results, empty'],
    ['/packs', 'Packs'],
    ['/models', 'Models'],
    ['/data', 'Data & privacy'],
    ['/try', 'Try one visit'],
    ['/compare', 'Compare, nothing chosen'],
    ['/network', 'Network'],
    ['/nowhere', 'No such page'],
    ['/results/no-such-run', 'A run that is not there'],
  ] as const) {
    await openRoute(page, route);
    await expect(page.getByText(/^(Reading|Looking at) .*…$/)).toHaveCount(0);
    await openEveryDetail(page);
    await expectUsable(page, what);
    if (['/packs', '/models', '/data'].includes(route)) await expectWalkable(page, what);
  }
});

test('the pages with results, and with something wrong', async ({ page }) => {
  const { notes, questions } = await fillWithResults(page);
  await openRoute(page, '/results');
  await expect(panel(page, 'All runs')).toContainText('Visits of a test');
  await expect(page.getByText(/^Reading .*…$/)).toHaveCount(0);
  await expectUsable(page, 'Results');
  await expectWalkable(page, 'Results');

  await openRoute(page, `/results/${notes}`);
  await page.getByLabel(/^All \d+ measures/).check();
  await openEveryDetail(page);
  await expectUsable(page, 'a run, everything open');
  await expectWalkable(page, 'a run');
  for (const dialog of ['Score again', 'Export']) {
    await page.getByRole('button', { name: dialog }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectUsable(page, `the dialog ${dialog}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('button', { name: dialog })).toBeFocused();
  }

  await panel(page, 'Samples').locator('tbody a').first().click();
  await expect(panel(page, 'Facts')).toContainText(/[1-9]\d* missed/);
  await openEveryDetail(page);
  await expectUsable(page, 'a note');
  await expectWalkable(page, 'a note');

  await openRoute(page, `/results/${questions}`);
  await panel(page, 'Samples').locator('tbody a').first().click();
  await expect(panel(page, 'Question')).toBeVisible();
  await openEveryDetail(page);
  await expectUsable(page, 'a question');

  await openRoute(page, '/packs/test-visits');
  await openEveryDetail(page);
  await expectUsable(page, 'a pack');

  await openRoute(page, '/packs');
  const table = 'encounter_id,dialogue,note\nE1,"[doctor] hello",A note.\nE2,no speaker,A note.\n';
  await chooseFiles(page, 'Choose files', textFile('clinic.csv', table));
  await expect(page.getByRole('table', { name: /^Problems by line/ })).toBeVisible();
  await openEveryDetail(page);
  await expectUsable(page, 'import problems');
  await chooseFiles(page, 'Choose files', textFile('cut.json', '{"schemaVersion": 1,'));
  await expect(page.getByRole('alert')).toBeVisible();
  await openEveryDetail(page);
  await expectUsable(page, 'an import error');

  await openRoute(page, '/data');
  await page.getByRole('button', { name: 'Erase everything …' }).click();
  await expectUsable(page, 'the dialog before erasing');
});

test.describe('a run going on', () => {
  test.use({
    siteOptions: {
      overlay: scriptedModel({ rules: [{ contains: '', answer: `${NOTE}\n`.repeat(20) }], msPerToken: 300 }),
    },
  });

  test('Live', async ({ page }) => {
    await openRoute(page, '/');
    // Heard from the start: the run may end before the click that ends it has returned.
    const cancelled = expect(runScripted(page, { packId: 'soap-notes-demo', limit: 3 })).rejects.toThrow(
      /cancelled/,
    );
    await openRoute(page, '/live');
    await expect(page.getByText(/^\d+ tokens in /)).toBeVisible();
    await expectUsable(page, 'Live');
    await expectWalkable(page, 'Live');
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await cancelled;
    await expect(page.getByRole('heading', { level: 1, name: /^Stopped/ })).toBeVisible();
    await expectUsable(page, 'Live, stopped');
  });
});
