import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/errors.ts';
import type { DocumentPolicy } from '../../core/contracts.ts';
import { settingsSha256 } from '../../core/run/settings-hash.ts';
import { sealPack } from '../../core/packs/seal.ts';
import { scorableOutput } from '../../core/run/scorable-output.ts';
import { recordKey } from '../../core/run/record-key.ts';
import { scoreRun } from '../../core/run/score-run.ts';
import { scorerById } from '../../core/scorers/registry.ts';
import { createBrowserStore } from '../../storage/browser-store.ts';
import type { ResultStore } from '../../storage/contract.ts';
import { aRequest, fakeApp, fakeLockManager, scriptedEngine, testPack } from '../testing/fake-app.ts';
import { requestOf } from './run-header.ts';

let stores = 0;
const freshName = () => `run-queue-test-${(stores += 1)}`;
const freshStore = () => createBrowserStore(freshName());
const never = () => new Promise<never>(() => undefined);

async function recordsOf(store: ResultStore, runId: string) {
  const all = [];
  for await (const record of store.records(runId)) all.push(record);
  return all;
}

/** Without what the clock decides. */
async function scoresOf(store: ResultStore, runId: string) {
  return (await store.listScores(runId)).map(({ createdAt: _createdAt, runId: _runId, ...table }) => table);
}

async function onlyRun(store: ResultStore) {
  const [run] = await store.listRuns();
  if (run === undefined) throw new Error('no run is stored');
  return run;
}

describe('a run', () => {
  it('ends finished, with every record and the scores that scoring it afterwards would give', async () => {
    const { store, queue, idle } = fakeApp({ store: freshStore() });
    await queue.start([aRequest()]);
    const live = await idle();
    expect(live).toMatchObject({
      phase: 'finished',
      done: 8,
      total: 8,
      failed: 0,
      error: null,
      secondsLeft: null,
    });
    const run = await onlyRun(store);
    expect(run).toMatchObject({ status: 'finished', done: 8, total: 8 });
    const records = await recordsOf(store, run.header.id);
    const outputs = new Map(records.map((record) => [recordKey(record), scorableOutput(record)]));
    const afterwards = scoreRun(testPack, outputs, { scorers: [scorerById('exact')] });
    const [table] = await store.listScores(run.header.id);
    expect(table?.columns).toEqual({ accuracy: [1, 0, 1, 0, 1, 0, 1, 0] });
    expect(table?.estimates['exact.accuracy']).toEqual(afterwards.tables[0]?.columns[0]?.estimate);
    expect(queue.getSnapshot().finishedRunIds).toEqual([run.header.id]);
  });

  it('names in its header all that its numbers depend on', async () => {
    const { store, queue, idle } = fakeApp({ store: freshStore() });
    await queue.start([aRequest({ limit: 2 })]);
    await idle();
    const { header } = await onlyRun(store);
    expect(header.pack).toMatchObject({ id: 'a-pack', sha256: testPack.seal, samples: 8 });
    expect(header.model.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(header.prompt.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(header.settingsSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(header.selection).toEqual({ limit: 2, shard: null, repeats: 1 });
  });

  it('records how documents are put to the model, and takes it for another run where that is not what the pack says', async () => {
    const headerOf = async (documents?: DocumentPolicy) => {
      const store = freshStore();
      const { queue, idle } = fakeApp({ store });
      await queue.start([aRequest({ limit: 1, ...(documents === undefined ? {} : { documents }) })]);
      await idle();
      return (await onlyRun(store)).header;
    };
    const ofPack = await headerOf();
    const chosen = await headerOf({ order: 'shuffled', fit: 'leave-out' });
    expect([ofPack.documents, ofPack.documentsFrom]).toEqual([undefined, undefined]);
    expect(chosen).toMatchObject({
      documents: { order: 'shuffled', fit: 'leave-out' },
      documentsFrom: 'run',
    });
    expect(chosen.settingsSha256).not.toBe(ofPack.settingsSha256);
    // A file of the run can be checked by what it says alone, and the run goes on as it was.
    expect(settingsSha256(chosen)).toBe(chosen.settingsSha256);
    expect(requestOf(chosen).documents).toEqual(chosen.documents);
    expect(requestOf(ofPack).documents).toBeUndefined();
  });

  it('shows means so far while it goes on', async () => {
    const { queue, until } = fakeApp({
      store: freshStore(),
      engine: scriptedEngine((question) => (question === 'question 5' ? never() : {})),
    });
    await queue.start([aRequest()]);
    const live = await until(({ soFar }) => (soFar[0]?.estimate.n ?? 0) > 3);
    expect(live.soFar[0]).toMatchObject({
      key: 'exact.accuracy',
      estimate: { n: expect.any(Number) as number },
    });
    await queue.cancel();
  });

  it.each([0, 1, 3, 7])(
    'killed after %i records and resumed ends as an unbroken one',
    async (killedAfter) => {
      const unbroken = fakeApp({ store: freshStore() });
      await unbroken.queue.start([aRequest()]);
      await unbroken.idle();
      const whole = await onlyRun(unbroken.store);

      const name = freshName();
      // The tab dies with a sample in flight: nothing of it is ever called again.
      const killed = fakeApp({
        store: createBrowserStore(name),
        engine: scriptedEngine((question) => (question === `question ${killedAfter}` ? never() : {})),
      });
      await killed.queue.start([aRequest()]);
      await killed.until(({ done, current }) => done === killedAfter && current !== null);
      await killed.store.close();

      // The browser freed the dead tab's lock.
      const reopened = fakeApp({ store: createBrowserStore(name), locks: fakeLockManager() });
      const [interrupted] = await reopened.runs.interrupted();
      expect(interrupted).toMatchObject({ status: 'running', done: killedAfter, total: 8 });
      await reopened.queue.resume(interrupted?.header.id ?? '');
      expect(await reopened.idle()).toMatchObject({ phase: 'finished', done: 8, total: 8 });
      expect(reopened.engine.asked).toEqual(
        Array.from({ length: 8 - killedAfter }, (_, i) => `question ${killedAfter + i}`),
      );
      const id = interrupted?.header.id ?? '';
      expect(await scoresOf(reopened.store, id)).toEqual(await scoresOf(unbroken.store, whole.header.id));
      expect((await recordsOf(reopened.store, id)).map((record) => record.output)).toEqual(
        (await recordsOf(unbroken.store, whole.header.id)).map((record) => record.output),
      );
      expect(await reopened.runs.interrupted()).toEqual([]);
    },
  );

  it('is not resumed when the pack has other content now', async () => {
    const store = freshStore();
    const first = fakeApp({ store, engine: scriptedEngine((q) => (q === 'question 2' ? never() : {})) });
    await first.queue.start([aRequest()]);
    await first.until(({ done }) => done === 2);
    const [{ header } = { header: { id: '' } }] = await store.listRuns();
    const edited = sealPack({ ...testPack, title: 'edited' });
    const later = fakeApp({ store, bundled: [edited] });
    await later.queue.resume(header.id);
    expect(await later.idle()).toMatchObject({
      phase: 'failed',
      error: { code: 'run/not-resumable', details: { fields: ['pack'] } },
    });
    expect(later.engine.asked).toEqual([]);
    expect((await store.getRun(header.id))?.done).toBe(2);
  });

  it('keeps committed records when cancelled, writes nothing for the sample in flight, and goes on later', async () => {
    const store = freshStore();
    const stuck = fakeApp({ store, engine: scriptedEngine((q) => (q === 'question 3' ? never() : {})) });
    await stuck.queue.start([aRequest(), aRequest({ limit: 1 })]);
    await stuck.until(({ done }) => done === 3);
    await stuck.queue.cancel();
    const live = await stuck.idle();
    expect(live).toMatchObject({ phase: 'cancelled', done: 3 });
    expect(stuck.queue.getSnapshot().waiting).toEqual([]);
    const run = await onlyRun(store);
    expect(run).toMatchObject({ status: 'cancelled', done: 3 });
    expect(await store.committedKeys(run.header.id)).toEqual(new Set(['0#0', '1#0', '2#0']));
    const [table] = await store.listScores(run.header.id);
    expect(table?.columns['accuracy']).toEqual([1, 0, 1, ...Array.from({ length: 5 }, () => 'cancelled')]);
    expect(table?.estimates['exact.accuracy']).toMatchObject({ n: 3, unscored: 5 });

    const again = fakeApp({ store });
    await again.queue.resume(run.header.id);
    expect(await again.idle()).toMatchObject({ phase: 'finished', done: 8 });
    expect(again.engine.asked[0]).toBe('question 3');
  });

  it('leaves no empty run when cancelled before the first record', async () => {
    const { store, queue, until, idle } = fakeApp({ store: freshStore(), engine: scriptedEngine(never) });
    await queue.start([aRequest()]);
    await until(({ current }) => current !== null);
    await queue.cancel();
    await idle();
    expect(await store.listRuns()).toEqual([]);
  });

  it('pauses after three failures one after the other, can be resumed, and stops what waits', async () => {
    const store = freshStore();
    const { queue, idle, runs } = fakeApp({
      store,
      engine: scriptedEngine((question) => {
        if (Number(question.split(' ')[1]) >= 2) throw new AppError('runtime/device-lost', 'gone');
        return {};
      }),
    });
    await queue.start([aRequest(), aRequest({ limit: 1 })]);
    expect(await idle()).toMatchObject({
      phase: 'paused',
      done: 5,
      failed: 3,
      error: { code: 'runtime/device-lost' },
    });
    expect(await store.listRuns()).toHaveLength(1);
    const [paused] = await runs.interrupted();
    expect(paused).toMatchObject({ status: 'paused', error: { code: 'runtime/device-lost' } });
    const [table] = await store.listScores(paused?.header.id ?? '');
    expect(table?.estimates['exact.accuracy']).toMatchObject({ n: 2, unscored: 6, failed: 3 });
  });

  it('answers failed samples again when that is asked for, and says that it did', async () => {
    const store = freshStore();
    let broken = true;
    const script = (question: string) => {
      if (broken && Number(question.split(' ')[1]) >= 2) throw new AppError('runtime/device-lost', 'gone');
      return {};
    };
    const first = fakeApp({ store, engine: scriptedEngine(script) });
    await first.queue.start([aRequest()]);
    await first.idle();
    const id = (await onlyRun(store)).header.id;
    expect(await first.runs.countFailed(id)).toBe(3);
    broken = false;
    const later = fakeApp({ store, engine: scriptedEngine(script) });
    await later.queue.resume(id, { retryFailed: true });
    expect(await later.idle()).toMatchObject({ phase: 'finished', done: 8, failed: 0 });
    // The two that were answered are not asked again.
    expect(later.engine.asked[0]).toBe('question 2');
    expect(later.engine.asked).toHaveLength(6);
    expect(await later.runs.countFailed(id)).toBe(0);
    const marks = await store.listAnnotations(id);
    expect(marks.map(({ recordKey, kind, body }) => [recordKey, kind, body['code']])).toEqual(
      ['2#0', '3#0', '4#0'].map((key) => [key, 'failed-and-retried', 'runtime/device-lost']),
    );
    const whole = fakeApp({ store: freshStore() });
    await whole.queue.start([aRequest()]);
    await whole.idle();
    const estimates = async (from: ResultStore) =>
      (await from.listScores((await onlyRun(from)).header.id)).map((table) => table.estimates);
    expect(await estimates(store)).toEqual(await estimates(whole.store));
  });

  it('keeps failed records when what would answer them is not what it was', async () => {
    const store = freshStore();
    const script = () => {
      throw new AppError('runtime/device-lost', 'gone');
    };
    const first = fakeApp({ store, engine: scriptedEngine(script) });
    await first.queue.start([aRequest()]);
    await first.idle();
    const id = (await onlyRun(store)).header.id;
    const later = fakeApp({ store, bundled: [sealPack({ ...testPack, title: 'edited' })] });
    await later.queue.resume(id, { retryFailed: true });
    expect(await later.idle()).toMatchObject({ phase: 'failed', error: { code: 'run/not-resumable' } });
    expect(await later.runs.countFailed(id)).toBe(3);
  });

  it('records a prompt that does not fit as unscored and goes on', async () => {
    const { store, queue, idle } = fakeApp({
      store: freshStore(),
      engine: scriptedEngine((question) => {
        if (question === 'question 4') throw new AppError('model/too-long', 'too long');
        return {};
      }),
    });
    await queue.start([aRequest()]);
    expect(await idle()).toMatchObject({ phase: 'finished', done: 8, failed: 0 });
    const [table] = await store.listScores((await onlyRun(store)).header.id);
    expect(table?.columns['accuracy']?.[4]).toBe('prompt-too-long');
    expect(table?.estimates['exact.accuracy']).toMatchObject({ n: 7, unscored: 1, failed: 0 });
  });

  it('keeps its records when it cannot be scored', async () => {
    const { store, queue, idle } = fakeApp({ store: freshStore() });
    await queue.start([aRequest({ scorers: ['no-such-scorer'] })]);
    expect(await idle()).toMatchObject({ phase: 'finished', done: 8, error: { code: 'input/unknown-id' } });
    expect(await onlyRun(store)).toMatchObject({ status: 'finished', done: 8 });
  });

  it('stores nothing when its model cannot be found', async () => {
    const { store, queue, idle } = fakeApp({ store: freshStore() });
    await queue.start([aRequest({ modelId: 'nothing' })]);
    expect(await idle()).toMatchObject({ phase: 'failed', runId: null, error: { code: 'input/unknown-id' } });
    expect(await store.listRuns()).toEqual([]);
  });
});

describe('the queue', () => {
  it('runs requests one after the other over one loaded model', async () => {
    const { store, queue, idle, engine } = fakeApp({ store: freshStore() });
    await queue.start([aRequest({ limit: 2 }), aRequest({ limit: 3 })]);
    await queue.start([aRequest({ limit: 1 })]);
    await idle();
    expect((await store.listRuns()).map((run) => run.done).sort()).toEqual([1, 2, 3]);
    expect(queue.getSnapshot().finishedRunIds).toHaveLength(3);
    expect(engine.loads).toBe(1);
  });

  it('gives the same snapshot until something changes', async () => {
    const { queue, idle } = fakeApp({ store: freshStore() });
    expect(queue.getSnapshot()).toBe(queue.getSnapshot());
    await queue.start([aRequest({ limit: 1 })]);
    await idle();
    expect(queue.getSnapshot()).toBe(queue.getSnapshot());
  });
});

describe('two tabs', () => {
  it('tell the second one that the first writes the run', async () => {
    const name = freshName();
    const locks = fakeLockManager();
    const writing = fakeApp({
      store: createBrowserStore(name),
      locks,
      engine: scriptedEngine((question) => (question === 'question 2' ? never() : {})),
    });
    await writing.queue.start([aRequest()]);
    const { runId } = await writing.until(({ done }) => done === 2);
    const other = fakeApp({ store: createBrowserStore(name), locks });
    expect(await other.runs.interrupted()).toEqual([]);
    await expect(other.queue.resume(runId ?? '')).rejects.toMatchObject({
      code: 'storage/locked-by-other-tab',
    });
    await expect(other.runs.remove(runId ?? '')).rejects.toMatchObject({
      code: 'storage/locked-by-other-tab',
    });
    expect(await other.runs.list()).toHaveLength(1);
    await writing.queue.cancel();
    await writing.idle();
    await other.queue.resume(runId ?? '');
    expect(await other.idle()).toMatchObject({ phase: 'finished', done: 8 });
  });

  it('stop a run whose data another tab erased', async () => {
    const name = freshName();
    const writing = fakeApp({ store: createBrowserStore(name) });
    const eraser = createBrowserStore(name);
    let erased = false;
    writing.queue.subscribe(() => {
      if (erased || (writing.queue.getSnapshot().live?.done ?? 0) < 2) return;
      erased = true;
      eraser.eraseAll().catch(() => undefined);
    });
    await writing.queue.start([aRequest({ repeats: 20 })]);
    expect(await writing.idle()).toMatchObject({ error: { code: 'storage/missing' } });
    expect(await eraser.usage()).toMatchObject({ runs: 0, records: 0 });
  });
});
