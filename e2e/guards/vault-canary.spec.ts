/**
 * Words that exist nowhere else go into a private pack and into the answers of a run. With a passphrase, none of them
 * may be in any file that the browser leaves on the disk, in a request or on the console; without one they are there,
 * which proves that the search finds what is there.
 */
import { randomInt } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { recordMeasurement } from '../support/measure.ts';
import { importPack, openRoute, panel } from '../support/pages.ts';
import { packFile, testPack, visit } from '../support/pack.ts';
import { createProfile } from '../support/profile.ts';
import { scanProfile, type Scan } from '../support/profile-scan.ts';
import { runScripted, scriptedModel } from '../support/scripted.ts';
import { startSite } from '../support/site.ts';

const PASSPHRASE = 'no word of it on the disk';

/** Where a private word can stand. */
const PLACES = [
  'packId',
  'title',
  'canary',
  'sampleId',
  'cluster',
  'transcript',
  'transcriptBeyondLatin1',
  'target',
  'meta',
  'output',
  'outputBeyondLatin1',
] as const;
type Place = (typeof PLACES)[number];
type Canaries = Readonly<Record<Place, string>>;

/** Random letters and digits: they do not compress, so that no packing of theirs hides them. */
function canaries(): Canaries {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  const word = () => Array.from({ length: 26 }, () => letters[randomInt(letters.length)]).join('');
  return Object.fromEntries(PLACES.map((place) => [place, word()])) as Canaries;
}

const SAMPLES = 6;

function privatePack(words: Canaries) {
  const samples = Array.from({ length: SAMPLES }, (_, i) =>
    visit(`${words.sampleId}-${i}`, `${words.transcript} hurts, number ${i}.`, {
      cluster: words.cluster,
      target: [`Subjective: ${words.target}\nObjective: None.\nAssessment: Unclear.\nPlan: Return.`],
      meta: { word: words.meta, arrow: `→ ${words.transcriptBeyondLatin1}` },
    }),
  );
  return packFile(
    testPack(samples, {
      id: words.packId,
      title: `Visits of ${words.title}`,
      canary: words.canary,
      private: true,
      sliceFields: ['word'],
    }),
    'visits.json',
  );
}

interface Traces {
  readonly requests: readonly string[];
  readonly consoleLines: readonly string[];
  readonly runFile: string;
}

function listen(context: BrowserContext) {
  const requests: string[] = [];
  const consoleLines: string[] = [];
  context.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
  context.on('console', (message) => consoleLines.push(message.text()));
  return { requests, consoleLines };
}

async function setPassphrase(page: Page): Promise<void> {
  await openRoute(page, '/data');
  await panel(page, 'Passphrase').getByRole('button', { name: 'Set a passphrase …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set a passphrase' });
  await dialog.getByLabel('New passphrase', { exact: true }).fill(PASSPHRASE);
  await dialog.getByLabel('New passphrase again', { exact: true }).fill(PASSPHRASE);
  await dialog.getByLabel(/^I understand/).check();
  await dialog.getByRole('button', { name: 'Encrypt what is stored' }).click();
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible({ timeout: 60_000 });
}

const escaped = (word: string) =>
  [...word].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

type When = 'never' | 'before' | 'after';

/** Import, run, look at everything, and close the browser so that it writes what it holds back. */
async function aDayOfWork(
  words: Canaries,
  passphrase: When,
  atTheEnd: (page: Page) => Promise<void> = async () => undefined,
): Promise<{ scan: Scan; traces: Traces }> {
  const answer = `Subjective: ${words.output} was seen.\nObjective: ${words.outputBeyondLatin1} → better.\nAssessment: Fine.\nPlan: None.`;
  // The page fetches and keeps the script; its answers stand in it escaped, so that finding one means finding a record.
  const site = await startSite({
    overlay: scriptedModel({ rules: [{ contains: '', answer }] }, (script) =>
      [words.output, words.outputBeyondLatin1].reduce(
        (text, word) => text.replaceAll(word, escaped(word)),
        JSON.stringify(script),
      ),
    ),
  });
  const profile = createProfile();
  try {
    const { context, page } = await profile.open(site.url);
    const { requests, consoleLines } = listen(context);
    await openRoute(page, '/packs');
    if (passphrase === 'before') {
      await setPassphrase(page);
      await openRoute(page, '/packs');
    }
    await importPack(page, privatePack(words));
    const runId = await runScripted(page, { packId: words.packId });
    await openRoute(page, '/packs');
    await page
      .getByRole('link', { name: new RegExp(words.title) })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(words.title);
    await openRoute(page, `/results/${runId}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(words.title);
    await openRoute(page, `/results/${runId}/sample/2.0`);
    await expect(page.getByText(words.output).first()).toBeVisible({ timeout: 30_000 });
    const runFile = await page.evaluate((id) => globalThis.bedside?.exportJsonl(id), runId);
    if (passphrase === 'after') await setPassphrase(page);
    if (passphrase !== 'never') {
      await page.keyboard.press('Control+Shift+L');
      await expect(page.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
      const seen = (await page.content()) + (await page.title()) + page.url();
      for (const [place, word] of Object.entries(words)) expect(seen, place).not.toContain(word);
    }
    await atTheEnd(page);
    await context.close();
    // Opening it once more makes LevelDB turn its log into tables, which are packed otherwise.
    const later = await profile.open(site.url);
    await openRoute(later.page, '/results');
    await later.context.close();
    const scan = scanProfile(profile.folder, Object.values(words));
    return {
      scan,
      traces: {
        requests: [...requests, ...site.log.map(({ path }) => path)],
        consoleLines,
        runFile: runFile ?? '',
      },
    };
  } finally {
    profile.remove();
    await site.close();
  }
}

const placeOf = (words: Canaries, word: string) =>
  Object.entries(words).find(([, each]) => each === word)?.[0] ?? '';

function places(words: Canaries, scan: Scan): readonly string[] {
  return [
    ...new Set(scan.findings.map(({ word, file, as }) => `${placeOf(words, word)} in ${file} (${as})`)),
  ].sort();
}

function expectNoTrace(words: Canaries, traces: Traces): void {
  for (const [place, word] of Object.entries(words)) {
    expect(
      traces.requests.filter((line) => line.includes(word)),
      `requests with the ${place}`,
    ).toEqual([]);
    expect(
      traces.consoleLines.filter((line) => line.includes(word)),
      `console, ${place}`,
    ).toEqual([]);
  }
}

test('without a passphrase the words of a private pack are on the disk: the search finds them', async () => {
  test.setTimeout(240_000);
  const words = canaries();
  const { scan, traces } = await aDayOfWork(words, 'never');
  const found = new Set(scan.findings.map(({ word }) => placeOf(words, word)));
  expect([...found].sort(), places(words, scan).join('\n')).toEqual([...PLACES].sort());
  expect(scan.findings.some(({ as }) => as.startsWith('UTF-16LE'))).toBe(true);
  expectNoTrace(words, traces);
});

test('with a passphrase set before the import, no word of a private pack or its answers is on the disk', async () => {
  test.setTimeout(240_000);
  const words = canaries();
  const { scan, traces } = await aDayOfWork(words, 'before');
  expect(places(words, scan)).toEqual([]);
  expectNoTrace(words, traces);
  recordMeasurement({
    topic: 'Vault',
    what: 'private words found in the browser profile after a run, passphrase set before the import',
    value: 0,
    unit: `of ${PLACES.length}`,
    note: `${scan.files} files, ${Math.round(scan.bytes / 1e6)} MB, ${scan.blocks} table blocks unpacked; all of them found without a passphrase`,
  });
  expectNoWordInScoresOnly(words, traces.runFile);
});

/** What leaves with "scores only" holds no word either. */
function expectNoWordInScoresOnly(words: Canaries, runFile: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-scores-'));
  try {
    const [run, pack] = [join(folder, 'run.jsonl'), join(folder, 'pack.json')];
    expect(runFile).toContain(words.output);
    writeFileSync(run, runFile);
    writeFileSync(pack, privatePack(words).buffer);
    const out = join(folder, 'scores');
    execFileSync(
      'npx',
      ['tsx', 'src/cli/main.ts', 'export', run, '--pack', pack, '--to', 'csv', '--out', `${out}.csv`],
      { stdio: 'pipe' },
    );
    const written = readdirSync(folder).filter((file) => file.startsWith('scores'));
    expect(written.length).toBeGreaterThan(0);
    for (const file of written) {
      const content = readFileSync(join(folder, file), 'utf8');
      for (const [place, word] of Object.entries(words))
        expect(content, `${place} in ${file}`).not.toContain(word);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a web page cannot reach: where the browser itself remembers addresses and titles. */
const BROWSERS_OWN = /History|Sessions|Favicons|Top Sites|segmentation_platform|Shortcuts|Network Action/u;

test('with a passphrase set afterwards, the browser’s files keep the words until its site data is cleared @long', async () => {
  test.setTimeout(240_000);
  const words = canaries();
  const { scan } = await aDayOfWork(words, 'after');
  recordMeasurement({
    topic: 'Vault',
    what: 'private words still in the browser profile when the passphrase is set after the import',
    value: new Set(scan.findings.map(({ word }) => word)).size,
    unit: `of ${PLACES.length}`,
    note: 'LevelDB keeps deleted rows in its files; addresses and titles stay in the history',
  });

  // The way out that the guide describes: the browser's own “delete site data”.
  const others = canaries();
  const cleared = await aDayOfWork(others, 'after', async (page) => {
    const session = await page.context().newCDPSession(page);
    const { origin } = new URL(page.url());
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  });
  expect(places(others, cleared.scan).filter((place) => !BROWSERS_OWN.test(place))).toEqual([]);
});
