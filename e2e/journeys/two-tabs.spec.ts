/** Two tabs on one store: one runs, the other is told so, reads along, and takes over when the first is closed. */
import { openRoute, panel } from '../support/pages.ts';
import { scriptedModel, startScripted } from '../support/scripted.ts';
import { expect, test } from '../support/site.ts';

const SAMPLES = 20;

test.use({
  siteOptions: {
    overlay: scriptedModel({
      rules: [{ contains: '', answer: 'The answer is A, as far as anybody can tell from this question.' }],
      msPerToken: 150,
    }),
  },
});

test('the second tab is told which tab runs, reads along, cannot disturb it, and takes over', async ({
  page: first,
  context,
}) => {
  await openRoute(first, '/');
  await startScripted(first, SAMPLES);
  const stored = () => first.evaluate(async () => (await globalThis.bedside?.listRuns())?.[0]?.done ?? 0);
  await expect.poll(stored, { timeout: 60_000 }).toBeGreaterThan(0);

  const second = await context.newPage();
  await test.step('the list says where it runs, and offers no deletion', async () => {
    await openRoute(second, '/results');
    const row = panel(second, 'All runs').getByRole('row', { name: /Running in another tab/ });
    await expect(row).toBeVisible();
    await expect(row.getByRole('button', { name: /^Delete/ })).toHaveCount(0);
  });

  const runId = await first.evaluate(
    async () => (await globalThis.bedside?.listRuns())?.[0]?.header.id ?? '',
  );
  await test.step('its answers so far can be read', async () => {
    await openRoute(second, `/results/${runId}`);
    await expect(second.getByText(/Running in another tab after \d+ of 20/)).toBeVisible();
    await panel(second, 'Samples').locator('tbody a').first().click();
    await expect(second.getByRole('main')).toContainText('as far as anybody can tell');
  });

  await test.step('it can be neither resumed nor stopped from here', async () => {
    await openRoute(second, '/');
    await expect(second.getByRole('button', { name: 'Run the demo', exact: true })).toBeVisible();
    await expect(second.getByText(/stopped after/)).toHaveCount(0);
    const refused = await second.evaluate(
      (id) =>
        globalThis.bedside?.resume(id).then(
          (end) => JSON.stringify(end),
          (thrown: { code?: string }) => String(thrown.code),
        ),
      runId,
    );
    expect(refused).toContain('storage/locked-by-other-tab');
    await second.evaluate(() => globalThis.bedside?.cancel());
    const before = await stored();
    await expect.poll(stored, { timeout: 60_000 }).toBeGreaterThan(before);
  });

  await test.step('closed in the middle, it is continued here to the end', async () => {
    await first.close();
    await openRoute(second, '/results');
    await openRoute(second, '/');
    await expect(second.getByText(/stopped after \d+ of 20/)).toBeVisible();
    await second.getByRole('button', { name: 'Resume', exact: true }).click();
    await expect(second.getByText(`All ${SAMPLES} samples are done.`)).toBeVisible({ timeout: 120_000 });
    const text = await second.evaluate((id) => globalThis.bedside?.exportJsonl(id), runId);
    const indexes = (text ?? '')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => (JSON.parse(line) as { index: number }).index);
    expect(indexes).toEqual(Array.from({ length: SAMPLES }, (_, index) => index));
  });
});
