/** What decrypting costs when a run is opened: two browsers with the same run, one with a passphrase, in turns. */
import type { Page } from '@playwright/test';
import { recordMeasurement } from '../support/measure.ts';
import { importPack, openRoute } from '../support/pages.ts';
import { packFile, testPack, visit } from '../support/pack.ts';
import { runScripted, scriptedModel } from '../support/scripted.ts';
import { expect, test } from '../support/site.ts';
import { seededRng } from '../../src/core/stats/seeded-rng.ts';

const SAMPLES = 500;
const ROUNDS = 200;
const FIRST_ROUNDS = 20;
const AGAIN_ROUNDS = 40;
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

/** What the results page asks for: header, score tables, the pack with its samples. */
function readMs(page: Page, runId: string): Promise<number> {
  return page.evaluate(async (id) => {
    const started = performance.now();
    await globalThis.bedside?.estimates(id);
    return performance.now() - started;
  }, runId);
}

/** As a person opens it: from the change of address until the samples stand on the page. */
async function openMs(page: Page, runId: string): Promise<number> {
  return page.evaluate(
    async ([id, title]) => {
      const started = performance.now();
      location.hash = `#/results/${encodeURIComponent(id)}`;
      await new Promise<void>((resolve) => {
        const look = () => {
          // The page before this one has tables too.
          const here = document.querySelector('main h1')?.textContent.includes(title) === true;
          if (here && document.querySelectorAll('main tbody tr').length >= 10) resolve();
          else requestAnimationFrame(look);
        };
        look();
      });
      return performance.now() - started;
    },
    [runId, pack.title] as const,
  );
}

type Pair = readonly [number, number];

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const ratioOf = (pairs: readonly Pair[]) =>
  median(pairs.map(([, on]) => on)) / median(pairs.map(([off]) => off));

/** Percentile bootstrap over rounds of the ratio of medians, which a busy machine moves less than means. */
function ratioInterval(pairs: readonly Pair[]): readonly [number, number] {
  const rng = seededRng(7);
  const ratios = Array.from({ length: 2_000 }, () => {
    const drawn = pairs.map((): Pair => pairs[Math.floor(rng.next() * pairs.length)] ?? [1, 1]);
    return ratioOf(drawn);
  }).sort((a, b) => a - b);
  return [ratios[50] ?? 0, ratios[1_949] ?? 0];
}

interface Tab {
  readonly page: Page;
  readonly runId: string;
  readonly sealed: boolean;
}

/** As after a reload, with nothing read yet. */
async function afresh({ page, sealed }: Tab): Promise<void> {
  // Another address first: a reload of the results page would have shown them before the clock starts.
  await page.evaluate(() => (location.hash = '#/models'));
  await page.reload();
  await page.waitForFunction(() => globalThis.bedside !== undefined, null, { timeout: 60_000 });
  await page.evaluate(() => globalThis.bedside?.ready());
  if (sealed) await page.evaluate((given) => globalThis.bedside?.vault.unlock(given), PASSPHRASE);
}

async function elsewhere({ page }: Tab): Promise<void> {
  await page.evaluate(() => (location.hash = '#/models'));
  await page.waitForFunction(() => document.querySelector('main h1')?.textContent === 'Models');
}

/** The two in turns, and each of them first as often as the other. */
async function inTurns(
  tabs: readonly [Tab, Tab],
  rounds: number,
  before: (tab: Tab) => Promise<void>,
  measured: (page: Page, runId: string) => Promise<number>,
): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const times: [number, number] = [0, 0];
    for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      await before(tabs[which]);
      times[which] = await measured(tabs[which].page, tabs[which].runId);
    }
    pairs.push(times);
  }
  return pairs;
}

function record(what: string, pairs: readonly Pair[]): number {
  const ratio = ratioOf(pairs);
  const [low, high] = ratioInterval(pairs);
  const [off, on] = [median(pairs.map(([a]) => a)), median(pairs.map(([, b]) => b))];
  recordMeasurement({
    topic: 'Vault',
    what: `${what}, a run of ${SAMPLES} samples, passphrase on against off`,
    value: `${ratio.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`,
    unit: 'times',
    n: pairs.length,
    note: `interleaved; medians ${off.toFixed(1)} and ${on.toFixed(1)} ms; target at most 1.10`,
  });
  return ratio;
}

test('opening a run behind a passphrase costs little more @long', async ({ browser, site }) => {
  test.setTimeout(900_000);
  const contexts = await Promise.all([0, 1].map(() => browser.newContext({ baseURL: site.url })));
  const [off, on] = await Promise.all(contexts.map((context) => context.newPage()));
  if (off === undefined || on === undefined) throw new Error('two pages');
  const tabs = [
    { page: off, sealed: false, runId: await filled(off, false) },
    { page: on, sealed: true, runId: await filled(on, true) },
  ] as const;
  const first = record(
    'opening for the first time after a reload',
    await inTurns(tabs, FIRST_ROUNDS, afresh, openMs),
  );
  const again = record(
    'opening again from another page',
    await inTurns(tabs, AGAIN_ROUNDS, elsewhere, openMs),
  );
  const read = record(
    'reading from the store, nothing drawn',
    await inTurns(tabs, ROUNDS, async () => undefined, readMs),
  );
  expect(Math.max(first, again, read)).toBeLessThan(3);
  for (const context of contexts) await context.close();
});
