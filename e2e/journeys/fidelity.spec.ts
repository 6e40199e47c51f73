/**
 * The check of fidelity as a person does it: a sound device agrees with the vectors that came with the model, one that
 * computes otherwise is found, its runs are marked, and a person can say why they use them all the same.
 */
import type { Page } from '@playwright/test';
import type { FidelityReference } from '../../src/core/fidelity/reference.ts';
import { distJson } from '../support/dist.ts';
import { expect, test } from '../support/network.ts';
import { openRoute, panel } from '../support/pages.ts';
import { runToTheEnd } from '../support/scripted.ts';

const ONE_QUESTION = { packId: 'clinical-qa-demo', modelId: 'demo-tuned', limit: 1 };
const VECTORS = distJson('models/demo-tuned/fidelity.json') as FidelityReference;

/** The shipped vectors, few of them so that it is quick; `spoil` makes them those of another computation. */
async function serveVectors(page: Page, spoil: boolean): Promise<void> {
  await page.unrouteAll();
  await page.context().route('**/models/demo-tuned/fidelity.json', async (route) => {
    const prompts = VECTORS.prompts.slice(-2).map((prompt) => ({
      ...prompt,
      // What a wrong kernel looks like: the probabilities of neighbouring tokens exchanged.
      positions: spoil
        ? prompt.positions.map((position) =>
            position.map(([, logP], at): [number, number] => [
              position[(at + 1) % position.length]?.[0] ?? 0,
              logP,
            ]),
          )
        : prompt.positions,
    }));
    await route.fulfill({ json: { ...VECTORS, prompts, choices: VECTORS.choices.slice(0, 4) } });
  });
}

const fidelity = (page: Page) => panel(page, 'Does this device compute faithfully?');

async function check(page: Page): Promise<void> {
  await fidelity(page)
    .getByRole('button', { name: 'Check', exact: false })
    .and(page.getByRole('button', { name: /^Check.* q8 on WebAssembly/ }))
    .click();
}

test.use({ serviceWorkers: 'block' });

test('a sound device agrees, a wrong one is found, its runs are marked until somebody says why they are used @long', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await serveVectors(page, false);
  await openRoute(page, '/models');
  await check(page);
  const figures = fidelity(page).getByRole('region', { name: 'Figures of q8 on WebAssembly' });
  await expect(figures).toContainText('Within what is expected of this format', { timeout: 120_000 });
  await expect(figures.getByRole('row', { name: /^Same first choice/ })).toContainText('n =');
  await expect(figures.getByRole('row', { name: /^Multiple choice: another answer/ })).toContainText('n = 4');

  await page.context().unrouteAll();
  await serveVectors(page, true);
  await check(page);
  await expect(figures).toContainText('does not compute this format as it should', { timeout: 120_000 });
  await openRoute(page, '/models');
  await expect(fidelity(page).getByRole('row', { name: /^q8/ })).toContainText('Differs');

  const runId = await runToTheEnd(page, ONE_QUESTION);
  await openRoute(page, `/results/${runId}`);
  const notice = page.getByText('This device failed its check of fidelity before this run');
  await expect(notice).toBeVisible();
  await page.getByText('Use these scores all the same').click();
  await page.getByLabel('Your name').fill('Dr Example');
  await page.getByLabel('Why these scores can be used').fill('The vectors were spoilt by a test.');
  await page.getByRole('button', { name: 'Keep the reason' }).click();
  await expect(page.getByText(/Used all the same by Dr Example on/)).toContainText('spoilt by a test');
  await page.reload();
  await expect(page.getByText(/Used all the same by Dr Example on/)).toBeVisible();

  const cost = panel(page, 'Cost');
  await expect(cost).toContainText('Model loaded (cold: over the network)');
  await expect(cost).toContainText('Memory, WebAssembly of the model’s worker');
  await expect(cost).toContainText('Seconds per answer');

  // Two runs made here tell their memory, which recordings do not.
  const other = await runToTheEnd(page, ONE_QUESTION);
  await openRoute(page, `/compare/${runId},${other}`);
  await expect(panel(page, 'Quality against time and size')).toContainText(/Peak memory: .* MB; .* MB\./, {
    timeout: 60_000,
  });
});
