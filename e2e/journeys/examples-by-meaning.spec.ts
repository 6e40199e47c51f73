/**
 * Examples chosen by meaning, with a real text encoder in a real browser: the one that the bundled model's own token table
 * makes. Which example stands before a question is worked out here again, by sums of our own.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AutoTokenizer, env } from '@huggingface/transformers';
import { tokenTableEncoder, tokenTableOf } from '../../scripts/encoder/token-table-encoder.ts';
import { encoderSha256 } from '../../src/core/models/encoder-sha256.ts';
import type { Pack, Sample } from '../../src/core/packs/pack.ts';
import { questionOf } from '../../src/core/solvers/few-shot.ts';
import { solverById } from '../../src/core/solvers/registry.ts';
import { sha256Hex } from '../../src/core/digest.ts';
import type { RunHeader, RunRecord } from '../../src/core/contracts.ts';
import { textPieces } from '../../workers/runtimes/transformers-js/token-windows.ts';
import { expectAccessible, expectNoSideScroll } from '../support/axe.ts';
import { DIST, distJson } from '../support/dist.ts';
import { expect, test } from '../support/network.ts';
import { chooseFiles, deviceKnown, openRoute, panel } from '../support/pages.ts';

const PACK = distJson('packs/clinical-qa-demo.json') as Pack;
const MODEL = join(DIST, 'models/demo-tuned');
const WAY = 'nearest-shot-rank-choices';
const SETTINGS = { shots: 1, heldOut: 24, splitSeed: 1 };
const ASKED = 6;

/** The example of the pool whose mean token vector makes the smallest angle with the question's; null in a near tie. */
async function nearestByOurOwnSums(): Promise<(sample: Sample) => Sample | null> {
  env.allowRemoteModels = false;
  env.localModelPath = join(DIST, 'models');
  const tokenizer = await AutoTokenizer.from_pretrained('demo-tuned', { local_files_only: true });
  const { width, rows } = tokenTableOf(MODEL);
  const vectorOf = (text: string): number[] => {
    // Sentence by sentence, as an encoder reads texts of any length.
    const ids = textPieces(text).flatMap((piece) => tokenizer.encode(piece, { add_special_tokens: false }));
    return Array.from({ length: width }, (_, k) =>
      ids.reduce((sum, id) => sum + (rows[id * width + k] ?? NaN), 0),
    );
  };
  const cosine = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, k) => sum + value * (b[k] ?? NaN), 0) / (Math.hypot(...a) * Math.hypot(...b));
  const heldOut = solverById(WAY).heldOut?.(PACK.samples.length, SETTINGS) ?? new Set<number>();
  const pool = [...heldOut].flatMap((at) => PACK.samples[at] ?? []);
  return (sample) => {
    const own = vectorOf(questionOf(sample));
    const [first, second] = pool
      .filter(({ cluster }) => cluster !== sample.cluster)
      .map((example) => ({ example, score: cosine(own, vectorOf(questionOf(example))) }))
      .sort((a, b) => b.score - a.score);
    return first === undefined || first.score - (second?.score ?? 0) < 1e-4 ? null : first.example;
  };
}

test('an encoder from a folder chooses the examples; record, results and ladder say which it was', async ({
  page,
}, testInfo) => {
  test.setTimeout(300_000);
  const folder = testInfo.outputPath('token-table');
  const files = tokenTableEncoder(MODEL);
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const sha256 = encoderSha256(
    [...files].map(([path, bytes]) => ({ path, sha256: sha256Hex(bytes) })),
    'fp32',
  );
  // As in browsers whose pickers give files and no handles: only those can be driven from here.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showDirectoryPicker'));
  await openRoute(page, '/models');
  await chooseFiles(page, 'Choose a model folder', folder);
  await expect(panel(page, 'token-table')).toBeVisible({ timeout: 60_000 });

  await page.getByRole('link', { name: 'Run', exact: true }).first().click();
  await deviceKnown(page);
  await page.locator('summary', { hasText: 'Your own run' }).click();
  await page.getByLabel('Pack', { exact: true }).selectOption({ label: PACK.title });
  await page.getByLabel('Way of asking', { exact: true }).selectOption(WAY);
  await page.getByLabel('How many samples').fill(String(ASKED));
  await page.getByLabel('Examples shown').fill(String(SETTINGS.shots));
  await page.getByLabel(/kept back/iu).fill(String(SETTINGS.heldOut));
  const start = page.getByRole('button', { name: `Start (${ASKED} samples)` });
  await expect(start).toBeEnabled();
  await page.getByLabel('Similar by').selectOption('embeddings');
  await expect(start).toBeDisabled();
  await page.getByLabel('Text encoder', { exact: true }).selectOption({ label: 'token-table, fp32' });
  await start.click();
  await page.getByRole('link', { name: 'Read the results' }).click({ timeout: 200_000 });
  await expect(panel(page, /^Scores$/u)).toContainText(/n = \d/u, { timeout: 60_000 });
  await page.getByText('Everything these numbers depend on').click();
  await expect(page.getByText(`token-table fp32, SHA-256 ${sha256}`)).toBeVisible();

  const runId = decodeURIComponent(new URL(page.url()).hash.split('/').at(-1) ?? '');
  const text = (await page.evaluate((id) => globalThis.bedside?.exportJsonl(id), runId)) ?? '';
  const [header, ...records] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown) as [RunHeader, ...RunRecord[]];
  expect(header.solver.encoder).toEqual({ id: 'token-table', name: 'token-table', dtype: 'fp32', sha256 });
  const nearest = await nearestByOurOwnSums();
  let checked = 0;
  for (const { index, messages, unscored } of records) {
    const sample = PACK.samples[index];
    if (sample === undefined || unscored !== undefined) continue;
    const example = nearest(sample);
    if (example === null) continue;
    checked += 1;
    expect(messages?.[0]?.content, sample.id).toContain(questionOf(example));
  }
  expect(checked).toBeGreaterThanOrEqual(3);

  await page.getByRole('link', { name: 'Ladder of ways of asking' }).click();
  await page.getByLabel('How many samples').fill(String(ASKED));
  // From the last: a box that is no longer ticked is no longer among them.
  const ticked = await page.getByRole('checkbox', { checked: true }).all();
  for (const box of ticked.reverse()) await box.uncheck();
  const name = solverById(WAY).title;
  await page.getByRole('checkbox', { name: new RegExp(`^${name} 1 call`, 'u') }).check();
  await page.getByText(`Settings of “${name}”`).click();
  await page.getByLabel('Examples shown').fill(String(SETTINGS.shots));
  await page.getByLabel(/kept back/iu).fill(String(SETTINGS.heldOut));
  await page.getByLabel('Similar by').selectOption('embeddings');
  await page.getByLabel('Text encoder', { exact: true }).selectOption({ label: 'token-table, fp32' });
  await expect(page.getByText('Every chosen way has been asked.')).toBeVisible();
  const rung = page.getByRole('region', { name: 'Ladder of ways of asking' }).locator('tbody tr');
  await expect(rung).toContainText(`examples chosen by token-table fp32, SHA-256 ${sha256.slice(0, 12)}`, {
    timeout: 60_000,
  });
  await expectAccessible(page, 'a rung with its encoder');
  await expectNoSideScroll(page, 'a rung with its encoder');
});
