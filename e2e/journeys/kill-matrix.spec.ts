/**
 * Kills at moments drawn by a seeded generator, again and again in the middle of short runs: of the browser, of the
 * page, of the worker that computes. No committed record is lost or doubled, and the run that is finished afterwards has
 * the numbers of one that was never interrupted. A mode is a way of storing; each of them goes through all of it.
 */
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Automation } from '../../src/app/automation.ts';
import { seededRng } from '../../src/core/stats/seeded-rng.ts';
import { recordMeasurement } from '../support/measure.ts';
import { CAN_KILL, createProfile } from '../support/profile.ts';
import { scriptedModel } from '../support/scripted.ts';
import { startSite, type Site } from '../support/site.ts';

interface Mode {
  readonly name: string;
  /** Called on every page that is opened, before anything is read or run. `first` on a fresh profile. */
  prepare(page: Page, first: boolean): Promise<void>;
}

const PASSPHRASE = 'seven kills and no loss';

const MODES: readonly Mode[] = [
  { name: 'vault off', prepare: async () => undefined },
  {
    name: 'vault on',
    prepare: (page, first) =>
      page.evaluate(
        ([passphrase, create]) =>
          create === true ? api().vault.create(String(passphrase)) : api().vault.unlock(String(passphrase)),
        [PASSPHRASE, first],
      ),
  },
];

const SAMPLES = 24;
const MS_PER_TOKEN = 12;
/** About as long as one takes, so that most kills fall into the middle of one. */
const SAMPLE_MS = 5 * MS_PER_TOKEN;

declare global {
  /** In the page: window.bedside once it is there. */
  function api(): Automation;
  var killMatrixCommitted: (key: string, output: string | null) => void;
}

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly committed: Map<string, string | null>;
}

let site: Site;
test.beforeAll(async () => {
  site = await startSite({
    overlay: scriptedModel({
      rules: [
        { contains: 'child', answer: 'I think the answer is B.' },
        { contains: 'dose', answer: 'The answer is C because of the dose.' },
        { contains: '', answer: 'The answer is A.' },
      ],
      msPerToken: MS_PER_TOKEN,
    }),
  });
});
test.afterAll(() => site.close());

async function ready(context: BrowserContext, page: Page, mode: Mode, first: boolean): Promise<Opened> {
  const committed = new Map<string, string | null>();
  await page.exposeFunction('killMatrixCommitted', (key: string, output: string | null) => {
    committed.set(key, output);
  });
  await page.addInitScript('globalThis.api = () => globalThis.bedside');
  await page.goto(site.url);
  await page.waitForFunction(() => globalThis.bedside !== undefined, null, { timeout: 60_000 });
  await mode.prepare(page, first);
  await page.evaluate(() => api().ready());
  return { context, page, committed };
}

function startOrResume({ page }: Opened, runId: string | null, retryFailed = false) {
  return page.evaluate(
    async ({ id, limit, again }) => {
      const onEvent: Parameters<Automation['run']>[1] = (event) => {
        if (event.kind !== 'record' || event.record.error !== undefined) return;
        globalThis.killMatrixCommitted(`${event.record.index}#${event.record.repeat}`, event.record.output);
      };
      if (id !== null) return api().resume(id, onEvent, again);
      const request = await api().request({
        packId: 'clinical-qa-demo',
        modelId: 'scripted',
        device: 'scripted',
        solverId: 'generate',
        limit,
      });
      return api().run(request, onEvent);
    },
    { id: runId, limit: SAMPLES, again: retryFailed },
  );
}

interface Line {
  readonly index: number;
  readonly repeat: number;
  readonly output: string | null;
}

/** What is stored of a run; a key that is there twice fails. */
async function stored(page: Page, runId: string): Promise<Map<string, string | null>> {
  const text = await page.evaluate((id) => api().exportJsonl(id), runId);
  const records = new Map<string, string | null>();
  for (const line of text.trimEnd().split('\n').slice(1)) {
    const { index, repeat, output } = JSON.parse(line) as Line;
    const key = `${index}#${repeat}`;
    expect(records.has(key), `record ${key} is there once`).toBe(false);
    records.set(key, output);
  }
  return records;
}

/** The run that is under way, or null when there is none. */
async function interruptedRun(page: Page): Promise<string | null> {
  const runs = await page.evaluate(() => api().interrupted());
  expect(runs.length).toBeLessThanOrEqual(1);
  return runs[0]?.header.id ?? null;
}

async function crash({ context, page }: Opened): Promise<void> {
  const crashed = page.waitForEvent('crash', { timeout: 30_000 });
  const session = await context.newCDPSession(page);
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** Outside of any call, as a worker dies that runs out of memory. False when there is none just now. */
async function endWorker({ page }: Opened): Promise<boolean> {
  const engine = page.workers().find((worker) => worker.url().includes('engine.worker'));
  if (engine === undefined) return false;
  const fail = () => void setTimeout(() => reportError(new Error('killed by a test')));
  return engine.evaluate(fail).then(
    () => true,
    () => false,
  );
}

interface Unbroken {
  readonly records: ReadonlyMap<string, string | null>;
  readonly scores: unknown;
}

/** Once for all modes: how a run is stored changes nothing of what it says. */
let unbroken: Promise<Unbroken> | null = null;
function unbrokenRun(): Promise<Unbroken> {
  unbroken ??= runUnbroken({ name: 'unbroken', prepare: async () => undefined });
  return unbroken;
}

async function runUnbroken(mode: Mode): Promise<Unbroken> {
  const profile = createProfile();
  try {
    const { context, page } = await profile.open(site.url);
    const opened = await ready(context, page, mode, true);
    const found = await finished(opened, null);
    expect(found.records.size).toBe(SAMPLES);
    await context.close();
    return found;
  } finally {
    profile.remove();
  }
}

/** To its end, failed samples answered again. */
async function finished(opened: Opened, runId: string | null): Promise<Unbroken> {
  const end = await startOrResume(opened, runId, true);
  expect(end).toMatchObject({ ok: true, status: 'finished', failed: 0 });
  const id = end.ok ? end.runId : '';
  const records = await stored(opened.page, id);
  return { records, scores: await opened.page.evaluate((run) => api().estimates(run), id) };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function killAgainAndAgain(
  mode: Mode,
  victim: 'browser' | 'page',
  kills: number,
  seed: number,
): Promise<void> {
  const rng = seededRng(seed);
  const expected = await unbrokenRun();
  const profile = createProfile();
  try {
    let opened: Opened | null = null;
    let first = true;
    const reopened = async (): Promise<Opened> => {
      const before = opened;
      const { context, page } =
        before !== null && victim === 'page'
          ? { context: before.context, page: await before.context.newPage() }
          : await profile.open(site.url);
      opened = await ready(context, page, mode, first);
      first = false;
      return opened;
    };
    /** What the page said is committed of the run that is under way. */
    const promised = new Map<string, string | null>();
    const nothingIsLost = async ({ page }: Opened, runId: string) => {
      const kept = await stored(page, runId);
      for (const [key, output] of promised) expect(kept.get(key), `record ${key} is kept`).toBe(output);
    };

    for (let struck = 0; struck < kills;) {
      const now = await reopened();
      const runId = await interruptedRun(now.page);
      if (runId === null) promised.clear();
      else await nothingIsLost(now, runId);
      let over = false;
      const run = startOrResume(now, runId).then(
        () => (over = true),
        () => undefined,
      );
      await expect.poll(() => now.committed.size > 0 || over, { intervals: [5], timeout: 60_000 }).toBe(true);
      await pause(rng.next() * SAMPLE_MS * 6);
      if (over) {
        // Nothing was left to interrupt: another run is begun.
        expect(await interruptedRun(now.page)).toBeNull();
        promised.clear();
        await now.context.close();
        opened = null;
        continue;
      }
      if (victim === 'browser') profile.kill();
      else await crash(now);
      struck += 1;
      await Promise.race([run, pause(300)]);
      for (const [key, output] of now.committed) promised.set(key, output);
      if (victim === 'browser') await now.context.close().catch(() => undefined);
    }
    const last = await reopened();
    const runId = await interruptedRun(last.page);
    if (runId !== null) await nothingIsLost(last, runId);
    expect(await finished(last, runId)).toEqual(expected);
    await last.context.close();
    measured(mode, victim, kills);
  } finally {
    profile.remove();
  }
}

async function endWorkersAgainAndAgain(mode: Mode, kills: number, seed: number): Promise<void> {
  const rng = seededRng(seed);
  const expected = await unbrokenRun();
  const profile = createProfile();
  try {
    const { context, page } = await profile.open(site.url);
    const opened = await ready(context, page, mode, true);
    for (let struck = 0; struck < kills;) {
      opened.committed.clear();
      let over = false;
      const run = startOrResume(opened, null).finally(() => (over = true));
      let committed = 0;
      while (!over && struck < kills) {
        // Three failures one after the other pause a run; here one sample at least is answered between two deaths.
        await expect.poll(() => opened.committed.size > committed || over, { intervals: [5] }).toBe(true);
        committed = opened.committed.size;
        await pause(rng.next() * SAMPLE_MS * 4);
        if (!over && (await endWorker(opened))) struck += 1;
      }
      const end = await run;
      expect(end).toMatchObject({ ok: true, status: 'finished' });
      const runId = end.ok ? end.runId : '';
      const kept = await stored(page, runId);
      for (const [key, output] of opened.committed) expect(kept.get(key)).toBe(output);
      expect(await finished(opened, runId)).toEqual(expected);
    }
    await context.close();
    measured(mode, 'worker', kills);
  } finally {
    profile.remove();
  }
}

function measured(mode: Mode, victim: string, kills: number): void {
  recordMeasurement({
    topic: 'Interrupted runs',
    what: `kills of the ${victim} (${mode.name}) at random moments: no committed record lost or doubled, scores as unbroken`,
    value: kills,
    unit: `of ${kills}`,
    n: kills,
  });
}

for (const mode of MODES) {
  test.describe(mode.name, () => {
    test.skip(!CAN_KILL, 'finding the browser process needs the profile lock');

    test('five kills of the browser at random moments', async () => {
      test.setTimeout(300_000);
      await killAgainAndAgain(mode, 'browser', 5, 8);
    });

    test('two crashes of the page at random moments', async () => {
      test.setTimeout(300_000);
      await killAgainAndAgain(mode, 'page', 2, 88);
    });

    test('two deaths of the computing worker at random moments', async () => {
      test.setTimeout(300_000);
      await endWorkersAgainAndAgain(mode, 2, 888);
    });

    test('a hundred and fifty kills of the browser at random moments @long', async () => {
      test.setTimeout(3_600_000);
      await killAgainAndAgain(mode, 'browser', 150, 2026);
    });

    test('thirty crashes of the page and thirty deaths of the worker at random moments @long', async () => {
      test.setTimeout(3_600_000);
      await killAgainAndAgain(mode, 'page', 30, 2027);
      await endWorkersAgainAndAgain(mode, 30, 2028);
    });
  });
}
