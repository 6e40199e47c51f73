import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { checkedRequests, TRANSFER_REQUESTS } from '../../../workers/checked-requests.ts';
import { createTransferApi } from '../../../workers/transfer-api.ts';
import * as cases from '../../core/results-import/fixtures.ts';
import { createMemoryStore } from '../../storage/memory-store.ts';
import { createRecordedRuns } from '../runs/recorded-runs.ts';
import { createRunShelf } from '../runs/run-shelf.ts';
import { aRequest, fakeApp } from '../testing/fake-app.ts';
import {
  comparisonReportAnswer,
  exportAnswer,
  formatsAnswer,
  resultsAnswer,
  tableAnswer,
} from './transfer-answers.ts';
import { createTransfer } from './transfer.ts';

const signal = new AbortController().signal;
const none = { permission: false, identifiers: false };

async function transferApp() {
  const app = fakeApp({ store: createMemoryStore() });
  let ids = 0;
  const api = checkedRequests(createTransferApi(), TRANSFER_REQUESTS);
  const transfer = createTransfer({
    store: app.store,
    shelf: createRunShelf(app.store, createRecordedRuns(app.packs, app.runDeps.scoring)),
    packs: app.packs,
    rescore: (...args) => app.runs.rescore(...args),
    now: () => new Date('2026-05-05T00:00:00.000Z'),
    newId: () => `id-${(ids += 1)}`,
    changed: () => undefined,
    worker: (work) =>
      work({
        formats: async () => formatsAnswer(api.formats()),
        read: async (...args) => resultsAnswer(await api.read(...args)),
        table: async (...args) => tableAnswer(await api.table(...args)),
        write: async (request) => exportAnswer(api.write(request)),
        comparisonFormats: async () => formatsAnswer(api.comparisonFormats()),
        compare: async (request) => comparisonReportAnswer(api.compare(request)),
      }),
  });
  return { app, transfer };
}

async function finished() {
  const made = await transferApp();
  await made.app.queue.start([aRequest()]);
  const { runId } = await made.app.idle();
  return { ...made, runId: runId ?? '' };
}

describe('results of other tools', () => {
  it('are previewed without storing, then stored with the pack they quote, and read like any run', async () => {
    const { app, transfer } = await transferApp();
    const told: number[] = [];
    const preview = await transfer.preview(
      [new File([cases.INSPECT_JSON], 'log.json')],
      (part) => told.push(part),
      signal,
    );
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(await app.store.usage()).toMatchObject({ runs: 0, packs: 0 });
    const [runId = ''] = await transfer.add(preview);
    const { metrics, run, samples } = await app.runs.results(runId);
    expect(metrics.map(({ key, estimate }) => [key, estimate.value, estimate.n, estimate.failed])).toEqual([
      ['inspect.match', 0.5, 3, 1],
    ]);
    expect(run.header.model.source).toBe('imported');
    expect(samples).toHaveLength(5);
    expect((await app.runs.sample(runId, '0#0')).sample?.choices).toHaveLength(2);
    await expect(transfer.add(preview)).rejects.toMatchObject({ code: 'input/duplicate-id' });
    await expect(app.queue.resume(runId)).rejects.toMatchObject({
      code: expect.stringMatching(/run|input|storage/) as string,
    });
  });
  it('predictions are matched to a pack here and scored', async () => {
    const { app, transfer } = await transferApp();
    const lines = Array.from({ length: 8 }, (_, i) =>
      JSON.stringify({ id: `s${i}`, output: i < 6 ? `answer ${i}` : 'no' }),
    );
    const [runId = ''] = await transfer.add(
      await transfer.preview([new File([lines.join('\n')], 'small.jsonl')], () => undefined, signal),
    );
    expect((await app.runs.results(runId)).metrics[0]).toMatchObject({
      key: 'exact.accuracy',
      estimate: { n: 8 },
    });
  });
});

describe('exports', () => {
  it('are written from the stored scores, several files as one zip, with progress', async () => {
    const { transfer, runId } = await finished();
    const told: number[] = [];
    for (const { id } of await transfer.formats(signal)) {
      const outcome = await transfer.write(
        { runId, to: id, privacy: 'scores', consent: none },
        (done) => told.push(done),
        signal,
      );
      expect(outcome.kind).toBe('file');
      if (outcome.kind === 'file') expect(outcome.blob.size).toBeGreaterThan(100);
    }
    expect(told.at(-1)).toBe(8);
  });
  it('stop when they are cancelled', async () => {
    const { transfer, runId } = await finished();
    const stopped = AbortSignal.abort();
    await expect(
      transfer.write({ runId, to: 'csv', privacy: 'scores', consent: none }, () => undefined, stopped),
    ).rejects.toMatchObject({ code: 'runtime/cancelled' });
  });
});

describe('the report of a comparison', () => {
  it('is written from the stored scores of two runs, at every level, with progress', async () => {
    const { transfer, runId, app } = await finished();
    await app.queue.start([aRequest()]);
    const other = (await app.idle()).runId ?? '';
    const told: number[] = [];
    for (const { id } of await transfer.comparisonFormats(signal)) {
      const texts = await Promise.all(
        (['scores', 'full'] as const).map(async (privacy) => {
          const asked = { runIds: [runId, other], plan: null, to: id, privacy };
          const outcome = await transfer.writeComparison(
            { ...asked, consent: { permission: true, identifiers: true } },
            (done, total) => told.push(done / total),
            signal,
          );
          if (outcome.kind !== 'file') throw new Error(outcome.kind);
          expect(outcome.name).toMatch(/-comparison\.(html|md)$/);
          return outcome.blob.text();
        }),
      );
      for (const text of texts) expect(text).toContain('No sample changed sides');
    }
    expect(told.at(-1)).toBe(1);
  });
  it('refuses a plan that is none, before a run is read', async () => {
    const { transfer, runId } = await finished();
    const asked = { runIds: [runId, runId], to: 'html', privacy: 'scores', consent: none } as const;
    const plan = new File(['{}'], 'plan.json');
    await expect(transfer.writeComparison({ ...asked, plan }, () => undefined, signal)).rejects.toMatchObject(
      {
        code: 'input/schema',
      },
    );
  });
});

describe('scores that people change', () => {
  const change = { metric: 'exact.accuracy', value: 1, who: 'Dr A', why: 'a synonym: zq777qz' };
  it('stand beside the computed ones, leave with exports, and can be undone', async () => {
    const { transfer, runId, app } = await finished();
    await transfer.override(runId, '1#0', change);
    const { estimates, overrides } = await transfer.overrides(runId);
    expect(estimates['exact.accuracy']).toMatchObject({ changed: 1, estimate: { value: 0.625 } });
    expect((await app.runs.results(runId)).metrics[0]?.estimate.value).toBe(0.5);
    const text = async (privacy: 'scores' | 'full', to: string) => {
      const consent = { permission: true, identifiers: true };
      const outcome = await transfer.write({ runId, to, privacy, consent }, () => undefined, signal);
      return outcome.kind === 'file' ? outcome.blob.text() : '';
    };
    expect(await text('full', 'html')).toContain('zq777qz');
    expect(await text('full', 'markdown')).toContain('with the scores that people changed: 0.6250');
    for (const to of ['html', 'markdown', 'inspect', 'every-eval-ever']) {
      expect(await text('scores', to)).not.toMatch(/zq777qz|Dr A/);
      expect(await text('scores', to)).toMatch(/0\.625/);
    }
    const removal = await transfer.removeOverride(runId, '1#0', overrides[0]?.id ?? '');
    expect((await transfer.overrides(runId)).overrides).toEqual([]);
    await removal.undo();
    expect((await transfer.overrides(runId)).overrides).toEqual(overrides);
  });
  it('need a value that the measure can have, and a reason', async () => {
    const { transfer, runId } = await finished();
    await expect(transfer.override(runId, '1#0', { ...change, value: 0.5 })).rejects.toMatchObject({
      code: 'input/option',
    });
    await expect(transfer.override(runId, '1#0', { ...change, why: ' ' })).rejects.toMatchObject({
      code: 'input/option',
    });
  });
  it('versions of scores are kept beside each other', async () => {
    const { transfer, runId, app } = await finished();
    const [table] = await app.store.listScores(runId);
    if (table === undefined) throw new Error('no table');
    await app.store.putScores({ ...table, scorerVersion: '0' }, new Map());
    expect((await transfer.scoreVersions(runId)).map(({ version, shown }) => [version, shown])).toEqual([
      [table.scorerVersion, true],
      ['0', false],
    ]);
  });
});
