/** One button runs the bundled model before and after tuning on the same visits; the comparison says what the pair stands for. */
import { expectAccessible, expectNoSideScroll } from '../support/axe.ts';
import { recordMeasurement } from '../support/measure.ts';
import { expect, test } from '../support/network.ts';
import { openRoute, panel } from '../support/pages.ts';

test('@long both bundled models run on the same visits, and tuning shows as a difference with an interval', async ({
  page,
}) => {
  test.setTimeout(900_000);
  await openRoute(page, '/');
  const started = performance.now();
  await page.getByRole('button', { name: 'Run both models' }).click();
  const compare = page.getByRole('link', { name: 'Compare the two' });
  await expect(compare).toBeVisible({ timeout: 800_000 });
  recordMeasurement({
    topic: 'Demo',
    what: 'before and after tuning: from the button to both results',
    value: Math.round((performance.now() - started) / 1000),
    unit: 's',
    n: 24,
    note: '24 visits by each model, one browser on this machine',
  });
  await compare.click();
  await expect(page.getByText(/The pair illustrates a published comparison/)).toBeVisible({
    timeout: 60_000,
  });
  await expect(panel(page, 'What differs between the runs')).toContainText('demo-base');
  const verdicts = panel(page, 'Is B better than A?').getByRole('listitem');
  await expect(verdicts.filter({ hasText: 'B is better.' }).first()).toContainText(
    /95 % interval .* to .*, n = 24 pairs/,
  );
  await expectAccessible(page, 'the comparison of the bundled pair');
  await expectNoSideScroll(page, 'the comparison of the bundled pair');
  await page.getByRole('link', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Compare what they wrote here' })).toBeVisible();
  await expectAccessible(page, 'Run, after the pair was run');
});
