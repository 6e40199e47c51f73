/**
 * A browser that needs memory discards a tab: its page is gone without a word and comes back anew when a person returns. The
 * same is done here by ending the page under a run, with real weights, and by opening it again.
 */
import { expect, test } from '../support/network.ts';
import { openRoute } from '../support/pages.ts';

const SAMPLES = 5;
const WANTED = {
  packId: 'soap-notes-demo',
  modelId: 'demo-tuned',
  limit: SAMPLES,
  generation: { maxTokens: 60 },
};

test('a tab that was discarded in the middle of a run offers to go on, and ends as an unbroken one @long', async ({
  context,
  page: first,
}) => {
  test.setTimeout(600_000);
  await openRoute(first, '/');
  await first.evaluate(async (wanted) => {
    const { bedside } = globalThis;
    if (bedside === undefined) throw new Error('the page offers no automation');
    const request = await bedside.request(wanted);
    // Not awaited: the page will not live to see its end.
    bedside.run(request).catch(() => undefined);
  }, WANTED);
  await openRoute(first, '/live');
  await expect(first.getByText('1 sample stored and kept.')).toBeVisible({ timeout: 120_000 });
  await expect(first.getByText(/^\d+ tokens in /)).toBeVisible({ timeout: 60_000 });
  await first.close({ runBeforeUnload: false });

  const page = await context.newPage();
  await openRoute(page, '/');
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Finished/ })).toBeVisible({ timeout: 300_000 });
  const seen = await page.evaluate(async (wanted) => {
    const { bedside } = globalThis;
    if (bedside === undefined) throw new Error('the page offers no automation');
    const resumed = (await bedside.listRuns()).find(({ recorded }) => recorded !== true);
    const whole = await bedside.run(await bedside.request(wanted));
    if (!whole.ok || resumed === undefined) throw new Error('no run to compare');
    const outputs = async (id: string) =>
      (await bedside.exportJsonl(id))
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => (JSON.parse(line) as { output: string }).output);
    return {
      resumed: await outputs(resumed.header.id),
      whole: await outputs(whole.runId),
      scores: [await bedside.estimates(resumed.header.id), await bedside.estimates(whole.runId)],
    };
  }, WANTED);
  expect(seen.whole).toHaveLength(SAMPLES);
  expect(seen.resumed).toEqual(seen.whole);
  expect(seen.scores[0]).toEqual(seen.scores[1]);
});
