import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { RunHeader } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import { readFidelityOverride } from '../../core/fidelity/override.ts';
import { sealPack } from '../../core/packs/seal.ts';
import { createBrowserStore } from '../../storage/browser-store.ts';
import type { ResultStore } from '../../storage/contract.ts';
import { createMemoryStore } from '../../storage/memory-store.ts';
import { aRequest, fakeApp, scriptedEngine, testPack } from '../testing/fake-app.ts';
import { overridePlace } from '../fidelity/override-annotation.ts';
import { runResults, sampleDetail } from './results.ts';

let stores = 0;
const freshStore = () => createBrowserStore(`runs-test-${(stores += 1)}`);

async function finishedRun(store: ResultStore) {
  const app = fakeApp({ store });
  await app.queue.start([aRequest()]);
  const { runId } = await app.idle();
  return { app, runId: runId ?? '' };
}

async function finishedHeader(store: ResultStore) {
  const { app, runId } = await finishedRun(store);
  return (await app.runs.results(runId)).run.header;
}

describe('stored runs', () => {
  it('are scored again with another scorer, without any model', async () => {
    const { runId, app } = await finishedRun(freshStore());
    const noModel = scriptedEngine(() => {
      throw new AppError('defect', 'no model may be asked');
    });
    noModel.loadWithFallback = () => Promise.reject(new AppError('defect', 'no model may be loaded'));
    const later = fakeApp({ store: app.store, engine: noModel });
    const progress: [number, number][] = [];
    await later.runs.rescore(runId, ['rouge'], (done, total) => progress.push([done, total]));
    expect(progress.at(-1)).toEqual([8, 8]);
    expect(noModel.asked).toEqual([]);
    const { metrics } = await later.runs.results(runId);
    expect(metrics.map((metric) => metric.key)).toContain('rouge.rougeL.f');
    expect(metrics[0]?.key).toBe('exact.accuracy');
  });

  it('give the same scores when scored again with the same scorer', async () => {
    const { runId, app } = await finishedRun(freshStore());
    const before = (await app.store.listScores(runId))[0];
    await app.runs.rescore(runId, ['exact'], () => undefined);
    const after = (await app.store.listScores(runId))[0];
    expect({ ...after, createdAt: '' }).toEqual({ ...before, createdAt: '' });
  });

  it('have precision, recall and F1 of each label where every question offers the same answers', async () => {
    const { seal: _seal, ...pack } = testPack;
    const samples = pack.samples.map((sample, at) => ({ ...sample, answer: at < 5 ? 'yes' : 'no' }));
    const app = fakeApp({ store: freshStore(), engine: scriptedEngine(() => ({ text: 'Yes.' })) });
    await app.packs.add(sealPack({ ...pack, id: 'closed', samples }));
    await app.queue.start([aRequest({ packId: 'closed', scorers: ['exact', 'yes-no-maybe'] })]);
    const runId = (await app.idle()).runId ?? '';
    const { labels, metrics } = await app.runs.derived(runId);
    const [found, ...others] = labels;
    expect(metrics.map(({ metric }) => metric)).toEqual(['yes-no-maybe.macro-f1']);
    expect(others).toEqual([]);
    expect(found?.metric).toBe('yes-no-maybe.macro-f1');
    expect(found?.report.macroF1).toMatchObject({ n: 8, unscored: 0 });
    expect(found?.report.labels.map(({ label, recall }) => [label, recall.value, recall.n])).toEqual([
      ['yes', 1, 5],
      ['no', 0, 3],
    ]);
  });

  it('are not held against notes that were edited from them', async () => {
    const store = freshStore();
    const app = fakeApp({ store });
    const { id, sha256 } = (await finishedHeader(store)).model;
    const { seal: _seal, ...pack } = testPack;
    const edited = sealPack({
      ...pack,
      id: 'edited',
      samples: pack.samples.map((sample) => ({ ...sample, meta: { anchoredTo: `${id} ${sha256}` } })),
    });
    await app.packs.add(edited);
    await app.queue.start([aRequest({ packId: 'edited' })]);
    const runId = (await app.idle()).runId ?? '';
    const rescore = (scorers: string[]) => app.runs.rescore(runId, scorers, () => undefined);
    await expect(rescore(['form', 'rouge'])).rejects.toMatchObject({
      code: 'run/anchored-reference',
      details: { models: [id], scorers: ['ROUGE'] },
    });
    await rescore(['form']);
    const keys = (await app.runs.results(runId)).metrics.map(({ scorerId }) => scorerId);
    expect(keys).toContain('form');
    expect(keys).not.toContain('rouge');
  });

  it('come back whole when a removal is undone', async () => {
    const { runId, app } = await finishedRun(freshStore());
    const before = await app.runs.results(runId);
    const removal = await app.runs.remove(runId);
    expect(await app.runs.list()).toEqual([]);
    expect(await app.store.usage()).toMatchObject({ runs: 0, records: 0, scores: 0 });
    await removal.undo();
    expect(await app.runs.results(runId)).toEqual(before);
  });

  it('come back with every kept version of their scores and what each was based on', async () => {
    const { runId, app } = await finishedRun(freshStore());
    const [table] = await app.store.listScores(runId);
    if (table === undefined) throw new Error('no table');
    const evidence = { kind: 'sections', present: ['Plan'], missing: [] } as const;
    await app.store.putScores({ ...table, scorerVersion: '0' }, new Map([['1#0', evidence]]));
    const removal = await app.runs.remove(runId);
    await removal.undo();
    expect(await app.store.listScoreVersions(runId)).toHaveLength(2);
    expect(await app.store.listEvidence(runId, table.scorerId, '0')).toEqual(new Map([['1#0', evidence]]));
  });

  it('go out as run.jsonl and come in elsewhere with the same results', async () => {
    const { runId, app } = await finishedRun(freshStore());
    const text = await (await app.runs.exportJsonl(runId)).text();
    expect(text.split('\n')).toHaveLength(1 + 8 + 1);
    const elsewhere = fakeApp({ store: freshStore() });
    expect(await elsewhere.runs.importJsonl(new File([text], 'run.jsonl'))).toBe(runId);
    const [mine, theirs] = [await app.runs.results(runId), await elsewhere.runs.results(runId)];
    expect(theirs.metrics).toEqual(mine.metrics);
    expect(theirs.samples).toEqual(mine.samples);
    await expect(elsewhere.runs.importJsonl(new File([text], 'run.jsonl'))).rejects.toMatchObject({
      code: 'input/duplicate-id',
    });
  });

  it('keep, on the way out and in, why the scores of a device that failed its check are used', async () => {
    const { runId, app } = await finishedRun(freshStore());
    const [first = '', ...rest] = (await (await app.runs.exportJsonl(runId)).text()).split('\n');
    const header = JSON.parse(first) as RunHeader;
    const fidelity = {
      verdict: 'failed' as const,
      checkId: 'c',
      checkedAt: '2026-11-20T10:00:00.000Z',
      model: 'demo-tuned',
      dtype: 'fp32',
      failures: ['KL divergence'],
    };
    const override = { who: 'Dr Lee', reason: 'one outlier', when: '2026-11-21T10:00:00.000Z' };
    const text = [JSON.stringify({ ...header, fidelity, fidelityOverride: override }), ...rest].join('\n');
    const elsewhere = fakeApp({ store: freshStore() });
    await elsewhere.runs.importJsonl(new File([text], 'run.jsonl'));
    expect(readFidelityOverride(await elsewhere.store.listAnnotations(runId))).toEqual(override);
    expect((await elsewhere.store.getRun(runId))?.header).toEqual({ ...header, fidelity });
    const [again = '', ...sameRest] = (await (await elsewhere.runs.exportJsonl(runId)).text()).split('\n');
    expect(JSON.parse(again)).toEqual({ ...header, fidelity, fidelityOverride: override });
    expect(sameRest).toEqual(rest);
    // Withdrawn on the page, it is in no later file.
    await elsewhere.store.deleteAnnotation(overridePlace(runId));
    expect(await (await elsewhere.runs.exportJsonl(runId)).text()).not.toContain('one outlier');
  });

  it('that come in incomplete can be continued', async () => {
    const { runId, app } = await finishedRun(freshStore());
    const lines = (await (await app.runs.exportJsonl(runId)).text()).split('\n').slice(0, 4);
    const elsewhere = fakeApp({ store: freshStore() });
    await elsewhere.runs.importJsonl(new File([`${lines.join('\n')}\n`], 'part.jsonl'));
    expect(await elsewhere.runs.interrupted()).toMatchObject([{ status: 'paused', done: 3, total: 8 }]);
    await elsewhere.queue.resume(runId);
    await elsewhere.idle();
    expect((await elsewhere.runs.results(runId)).metrics).toEqual((await app.runs.results(runId)).metrics);
  });

  it('leave nothing behind when reading them is stopped, or scoring them is', async () => {
    const { runId, app } = await finishedRun(freshStore());
    const file = new File([await (await app.runs.exportJsonl(runId)).text()], 'run.jsonl');
    const elsewhere = fakeApp({ store: freshStore() });
    await expect(elsewhere.runs.importJsonl(file, AbortSignal.abort())).rejects.toMatchObject({
      code: 'runtime/cancelled',
    });
    expect(await elsewhere.store.usage()).toMatchObject({ runs: 0, records: 0 });
    const stop = new AbortController();
    const stopped = fakeApp({
      store: {
        ...elsewhere.store,
        putWholeRun: (...args) => elsewhere.store.putWholeRun(...args).then(() => stop.abort()),
      },
    });
    await expect(stopped.runs.importJsonl(file, stop.signal)).rejects.toMatchObject({
      code: 'runtime/cancelled',
    });
    expect(await elsewhere.store.usage()).toMatchObject({ runs: 0, records: 0, scores: 0 });
  });

  it('leave nothing behind when a file cannot be read to its end', async () => {
    const { runId, app } = await finishedRun(freshStore());
    const text = await (await app.runs.exportJsonl(runId)).text();
    const elsewhere = fakeApp({ store: freshStore() });
    const torn = new File([text.slice(0, -40)], 'torn.jsonl');
    await expect(elsewhere.runs.importJsonl(torn)).rejects.toMatchObject({ code: 'input/not-json' });
    expect(await elsewhere.store.usage()).toMatchObject({ runs: 0, records: 0 });
  });
});

describe('results', () => {
  it('show metrics, rows in pack order, and slices with their own counts', async () => {
    const { runId, app } = await finishedRun(freshStore());
    const results = await app.runs.results(runId);
    expect(results.metrics.map(({ key, estimate }) => [key, estimate.value, estimate.n])).toEqual([
      ['exact.accuracy', 0.5, 8],
    ]);
    expect(results.samples.map((row) => row.sampleId)).toEqual(testPack.samples.map((sample) => sample.id));
    expect(results.samples[1]?.scores['exact.accuracy']).toEqual({ state: 'scored', value: 0 });
    const slices = await app.runs.slices(results);
    expect(slices.map(({ field, value, metrics }) => [field, value, metrics[0]?.estimate.n])).toEqual([
      ['half', 'first', 4],
      ['half', 'second', 4],
    ]);
    expect(results.provenance).toEqual(testPack.provenance);
  });

  it('tell a failed sample from an unscored one and a finished one', async () => {
    const app = fakeApp({
      store: freshStore(),
      engine: scriptedEngine((question) => {
        if (question === 'question 1') throw new AppError('runtime/failed', 'boom');
        if (question === 'question 2') throw new AppError('model/too-long', 'long');
        return {};
      }),
    });
    await app.queue.start([aRequest()]);
    const { runId } = await app.idle();
    const { samples } = await app.runs.results(runId ?? '');
    expect(samples.slice(0, 3).map(({ state, reason }) => [state, reason])).toEqual([
      ['done', null],
      ['failed', 'sample-failed'],
      ['unscored', 'prompt-too-long'],
    ]);
  });

  it('stay readable when the pack is gone, from the records alone', async () => {
    const { runId, app } = await finishedRun(freshStore());
    const without = fakeApp({ store: app.store, bundled: [] });
    const results = await without.runs.results(runId);
    expect(results.provenance).toBeNull();
    expect(await without.runs.slices(results)).toEqual([]);
    expect(results.samples).toHaveLength(8);
    expect((await without.runs.sample(runId, '2#0')).sample).toBeNull();
    await expect(without.runs.rescore(runId, ['exact'], () => undefined)).rejects.toMatchObject({
      code: 'storage/missing',
    });
  });

  it('give one sample with its record, scores and evidence', async () => {
    const { runId, app } = await finishedRun(freshStore());
    const detail = await app.runs.sample(runId, '2#0');
    expect(detail.record).toMatchObject({ id: 's2', output: 'answer 2' });
    expect(detail.sample).toEqual(testPack.samples[2]);
    expect(detail.scores).toEqual({ 'exact.accuracy': { state: 'scored', value: 1 } });
    await expect(app.runs.sample(runId, '99#0')).rejects.toMatchObject({ code: 'storage/missing' });
  });

  it('work the same for a run in a memory store, as recorded runs are', async () => {
    const { runId, app } = await finishedRun(createMemoryStore());
    const run = await app.store.getRun(runId);
    if (run === null) throw new Error('no run');
    const deps = { packs: app.packs, scoring: app.runDeps.scoring };
    expect((await runResults({ run, store: app.store }, deps)).metrics).toHaveLength(1);
    expect((await sampleDetail({ run, store: app.store }, '0#0', deps)).record.id).toBe('s0');
  });
});
