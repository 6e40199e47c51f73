/** What decrypting costs when a run is opened: two browsers with the same run, one with a passphrase, in turns. */
import type { Page } from '@playwright/test';
import { recordMeasurement } from '../support/measure.ts';
import { importPack, openRoute } from '../support/pages.ts';
import { packFile, testPack, visit } from '../support/pack.ts';
import { runScripted, scriptedModel } from '../support/scripted.ts';
import { expect, test } from '../support/site.ts';
import { seededRng } from '../../src/core/stats/seeded-rng.ts';

const SAMPLES = 500;
const ROUNDS = 40;
const PASSPHRASE = 'what does it cost';

test.use({
  siteOptions: {
    overlay: scriptedModel({
      rules: [{ contains: '', answer: 'Subjective: a cough.\nPlan: tea and rest.' }],
    }),
  },
});

const SENTENCE = 'It began on Monday after the garden, it is worse at night and better with tea. ';
const pack = testPack(
  Array.from({ length: SAMPLES }, (_, i) => visit(`v${i}`, `Cough number ${i}. ${SENTENCE.repeat(25)}`)),
  { private: true },
);

async function filled(page: Page, sealed: boolean): Promise<string> {
  await openRoute(page, '/packs');
  if (sealed) await page.evaluate((given) => globalThis.bedside?.vault.create(given), PASSPHRASE);
  await openRoute(page, '/packs');
  await importPack(page, packFile(pack));
  const runId = await runScripted(page, { packId: pack.id });
  await openRoute(page, '/models');
  return runId;
}

/** As the results page opens it: header, score tables, the pack with its seal checked, slices. */
function openMs(page: Page, runId: string): Promise<number> {
  return page.evaluate(async (id) => {
    const started = performance.now();
    await globalThis.bedside?.estimates(id);
    return performance.now() - started;
  }, runId);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Percentile bootstrap of the ratio of means over rounds. */
function ratioInterval(pairs: readonly (readonly [number, number])[]): readonly [number, number] {
  const rng = seededRng(7);
  const ratios = Array.from({ length: 4_000 }, () => {
    const drawn = pairs.map(() => pairs[Math.floor(rng.next() * pairs.length)] ?? [1, 1]);
    return mean(drawn.map(([, on]) => on)) / mean(drawn.map(([off]) => off));
  }).sort((a, b) => a - b);
  return [ratios[100] ?? 0, ratios[3_899] ?? 0];
}

test('opening a run behind a passphrase costs little more @long', async ({ browser, site }) => {
  test.setTimeout(900_000);
  const contexts = await Promise.all([0, 1].map(() => browser.newContext({ baseURL: site.url })));
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  const [off, on] = pages;
  if (off === undefined || on === undefined) throw new Error('two pages');
  const runs = [await filled(off, false), await filled(on, true)] as const;
  for (const [i, page] of pages.entries()) for (let k = 0; k < 3; k += 1) await openMs(page, runs[i] ?? '');
  const pairs: (readonly [number, number])[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = round % 2;
    const times: number[] = [0, 0];
    for (const which of [first, 1 - first]) {
      const page = pages[which];
      if (page !== undefined) times[which] = await openMs(page, runs[which] ?? '');
    }
    pairs.push([times[0] ?? 0, times[1] ?? 0]);
  }
  const ratio = mean(pairs.map(([, b]) => b)) / mean(pairs.map(([a]) => a));
  const [low, high] = ratioInterval(pairs);
  recordMeasurement({
    topic: 'Vault',
    what: `opening a run of ${SAMPLES} samples, passphrase on against off`,
    value: `${ratio.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`,
    unit: 'times',
    n: ROUNDS,
    note: `interleaved; medians ${median(pairs.map(([a]) => a)).toFixed(1)} and ${median(pairs.map(([, b]) => b)).toFixed(1)} ms; target at most 1.10`,
  });
  expect(ratio).toBeLessThan(2);
  for (const context of contexts) await context.close();
});
