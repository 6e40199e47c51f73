/** A browser that has no more room in the middle of a run: the run waits, says so, loses nothing, and goes on. */
import type { CDPSession, Page } from '@playwright/test';
import { openRoute } from '../support/pages.ts';
import { scriptedModel, startScripted } from '../support/scripted.ts';
import { expect, test } from '../support/site.ts';

const SAMPLES = 12;

test.use({
  siteOptions: {
    overlay: scriptedModel({
      // Long, so that a few of them fill what room there is.
      rules: [{ contains: '', answer: `The answer is A. ${'x'.repeat(20_000)}` }],
      msPerToken: 60,
    }),
  },
  // What it would keep of the page itself takes room too, at moments of its own.
  serviceWorkers: 'block',
});

/** For a few answers. The browser looks at its books only when what it allotted is used up, so it is set beforehand. */
const ROOM = 120_000;

async function storedIndexes(page: Page): Promise<readonly number[]> {
  const text = await page.evaluate(async () => {
    const { bedside } = globalThis;
    const [run] = (await bedside?.listRuns()) ?? [];
    return run === undefined ? '' : ((await bedside?.exportJsonl(run.header.id)) ?? '');
  });
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => (JSON.parse(line) as { index: number }).index);
}

test('a full disk pauses the run with the choice, nothing is lost, and it goes on once there is room', async ({
  page,
  site,
  context,
}) => {
  await openRoute(page, '/');
  const devtools: CDPSession = await context.newCDPSession(page);
  const { origin } = new URL(site.url);
  const room = (quotaSize?: number) =>
    devtools.send('Storage.overrideQuotaForOrigin', {
      origin,
      ...(quotaSize === undefined ? {} : { quotaSize }),
    });

  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await room(used + ROOM);
  await startScripted(page, SAMPLES);
  await openRoute(page, '/live');
  await expect(page.getByText('The run waits for room.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('alert').first()).toContainText('This browser’s storage for the page is full');
  await expect(page.getByRole('link', { name: 'Free space' })).toBeVisible();
  const kept = await storedIndexes(page);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(SAMPLES);
  await expect(page.getByRole('main')).toContainText(
    `The ${kept.length} answers before this one are stored.`,
  );

  await test.step('it can be taken out as a file while the disk is full', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save this run as a file' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.run\.jsonl$/);
  });

  await test.step('trying again without room pauses again, and loses nothing', async () => {
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('The run waits for room.')).toBeVisible({ timeout: 60_000 });
    expect(await storedIndexes(page)).toEqual(kept);
  });

  await test.step('after a reload it is offered again, and goes on once there is room', async () => {
    await room();
    await openRoute(page, '/');
    await page.reload();
    await expect(page.getByText(`stopped after ${kept.length} of ${SAMPLES}`)).toBeVisible();
    await page.getByRole('button', { name: 'Resume', exact: true }).click();
    await expect(page.getByText(`All ${SAMPLES} samples are done.`)).toBeVisible({ timeout: 60_000 });
    expect(await storedIndexes(page)).toEqual(Array.from({ length: SAMPLES }, (_, index) => index));
  });
});
