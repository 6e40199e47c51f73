/**
 * A tab that is hidden while its run goes on. The test says so to the page as a browser does: the visibility changes, no
 * frame is drawn, and the wake lock is taken away.
 */
import type { Page } from '@playwright/test';
import { openRoute } from '../support/pages.ts';
import { runScripted, scriptedModel } from '../support/scripted.ts';
import { expect, test } from '../support/site.ts';

const SAMPLES = 14;

test.use({
  siteOptions: {
    overlay: scriptedModel({
      rules: [{ contains: '', answer: 'The answer is A, as far as I can tell.' }],
      msPerToken: 100,
    }),
  },
});

interface Visibility {
  asked: number;
  show(visible: boolean): void;
}

/** A wake lock that can be granted where there is no screen, and a page that can be hidden. */
async function withVisibility(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let visible = true;
    let held: (EventTarget & { release(): Promise<void> }) | null = null;
    const draw = globalThis.requestAnimationFrame.bind(globalThis);
    const waiting: FrameRequestCallback[] = [];
    globalThis.requestAnimationFrame = (callback) => (visible ? draw(callback) : waiting.push(callback));
    Object.defineProperty(document, 'visibilityState', { get: () => (visible ? 'visible' : 'hidden') });
    Object.defineProperty(document, 'hidden', { get: () => !visible });
    const visibility: Visibility = {
      asked: 0,
      show: (next) => {
        visible = next;
        if (!visible) held?.release().catch(() => undefined);
        document.dispatchEvent(new Event('visibilitychange'));
        if (visible) for (const callback of waiting.splice(0)) draw(callback);
      },
    };
    Object.assign(globalThis, { visibility });
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async () => {
          if (!visible) throw new DOMException('The page is hidden', 'NotAllowedError');
          visibility.asked += 1;
          const sentinel = Object.assign(new EventTarget(), {
            release: async () => {
              if (held !== sentinel) return;
              held = null;
              sentinel.dispatchEvent(new Event('release'));
            },
          });
          held = sentinel;
          return sentinel;
        },
      },
    });
  });
}

const visibilityOf = (page: Page, show: boolean | null = null) =>
  page.evaluate((next) => {
    const { visibility } = globalThis as unknown as { visibility: Visibility };
    if (next !== null) visibility.show(next);
    return visibility.asked;
  }, show);

test('a run goes on while its tab is hidden; the screen is kept awake again when it is shown', async ({
  page,
}) => {
  await withVisibility(page);
  await openRoute(page, '/');
  const run = runScripted(page, { packId: 'clinical-qa-demo', solverId: 'generate', limit: SAMPLES });
  const done = () =>
    page.evaluate(
      async () =>
        (await globalThis.bedside?.listRuns())?.find(({ recorded }) => recorded !== true)?.done ?? 0,
    );
  await openRoute(page, '/live');
  await expect(page.getByText('The screen is kept awake.')).toBeVisible({ timeout: 60_000 });
  expect(await visibilityOf(page)).toBe(1);

  await visibilityOf(page, false);
  const atHiding = await done();
  await expect.poll(done, { timeout: 60_000 }).toBeGreaterThan(atHiding + 2);
  expect(await visibilityOf(page), 'not asked for while hidden').toBe(1);
  expect(await done(), 'still going on').toBeLessThan(SAMPLES);

  await visibilityOf(page, true);
  await expect.poll(() => visibilityOf(page)).toBe(2);
  await expect(page.getByText('The screen is kept awake.')).toBeVisible();
  await run;
  await expect(page.getByText(`All ${SAMPLES} samples are done.`)).toBeVisible();
});
