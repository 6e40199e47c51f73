/** What every ResultStore must do. Run it from a test file with a function that makes an empty store. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunRecord } from '../core/contracts.ts';
import type { ResultStore, StoredRun } from './contract.ts';
import { describePacks } from './contract-suite-packs.ts';
import { aHeader, anAnnotation, anEstimate, aPack, aRecord, aTable, someEvidence } from './fixtures.ts';

async function collect(records: AsyncIterable<RunRecord>): Promise<RunRecord[]> {
  const all: RunRecord[] = [];
  for await (const record of records) all.push(record);
  return all;
}

export function describeResultStore(name: string, create: () => Promise<ResultStore>): void {
  describe(`result store contract: ${name}`, () => {
    let store: ResultStore;
    beforeEach(async () => {
      store = await create();
    });
    afterEach(() => store.close());

    it('is empty at first', async () => {
      expect(await store.listRuns()).toEqual([]);
      expect(await store.listPacks()).toEqual([]);
      expect(await store.getRun('nothing')).toBeNull();
      expect(await store.getPack('nothing')).toBeNull();
      expect(await store.committedKeys('nothing')).toEqual(new Set());
      expect(await collect(store.records('nothing'))).toEqual([]);
      expect(await store.usage()).toEqual({ runs: 0, records: 0, packs: 0, scores: 0 });
    });

    it('creates a run as running with nothing done, once', async () => {
      await store.createRun(aHeader(), 3);
      expect(await store.getRun('run-1')).toEqual({
        header: aHeader(),
        status: 'running',
        updatedAt: aHeader().createdAt,
        done: 0,
        total: 3,
      });
      await expect(store.createRun(aHeader(), 3)).rejects.toMatchObject({
        code: 'storage/failed',
        details: { reason: 'already-exists' },
      });
    });

    it('commits a record and counts it in the run', async () => {
      await store.createRun(aHeader(), 3);
      await store.commitRecord('run-1', aRecord({ index: 1, createdAt: '2026-11-20T10:00:09.000Z' }));
      expect(await store.getRecord('run-1', '1#0')).toEqual(
        aRecord({ index: 1, createdAt: '2026-11-20T10:00:09.000Z' }),
      );
      expect(await store.getRun('run-1')).toMatchObject({ done: 1, updatedAt: '2026-11-20T10:00:09.000Z' });
    });

    it('adds up the network use that records state, until one of them does not', async () => {
      await store.createRun(aHeader(), 3);
      const network = {
        policy: 'default',
        watched: 'service-worker',
        requests: 2,
        bytes: 10,
        elsewhere: 0,
        refused: 0,
      } as const;
      const use = async () => (await store.getRun(aHeader().id))?.network;
      await store.commitRecord(aHeader().id, aRecord({ index: 0, network }));
      expect(await use()).toEqual(network);
      await store.commitRecord(aHeader().id, aRecord({ index: 1, network: { ...network, refused: 1 } }));
      expect(await use()).toEqual({ ...network, requests: 4, bytes: 20, refused: 1 });
      await store.commitRecord(aHeader().id, aRecord({ index: 2 }));
      expect(await use()).toBeUndefined();
    });

    it('refuses to commit a key twice and keeps the first record', async () => {
      await store.createRun(aHeader(), 3);
      await store.commitRecord('run-1', aRecord({ output: 'first' }));
      await expect(store.commitRecord('run-1', aRecord({ output: 'second' }))).rejects.toMatchObject({
        code: 'storage/failed',
        details: { reason: 'already-committed', key: '0#0' },
      });
      expect(await store.getRecord('run-1', '0#0')).toMatchObject({ output: 'first' });
      expect(await store.getRun('run-1')).toMatchObject({ done: 1 });
    });

    it('refuses a record of a run that does not exist', async () => {
      await expect(store.commitRecord('nothing', aRecord())).rejects.toMatchObject({
        code: 'storage/missing',
      });
      expect((await store.usage()).records).toBe(0);
    });

    it('gives records in pack order, then repeat, whatever order they were committed in', async () => {
      await store.createRun(aHeader(), 6);
      for (const [index, repeat] of [
        [10, 0],
        [2, 1],
        [2, 0],
        [0, 1],
        [9, 0],
      ] as const) {
        await store.commitRecord('run-1', aRecord({ index, repeat }));
      }
      const keys = (await collect(store.records('run-1'))).map((each) => `${each.index}#${each.repeat}`);
      expect(keys).toEqual(['0#1', '2#0', '2#1', '9#0', '10#0']);
      expect(await store.committedKeys('run-1')).toEqual(new Set(keys));
    });

    it('gives all records of a run with more of them than one page', async () => {
      const records = Array.from({ length: 450 }, (_, index) => aRecord({ index }));
      await store.putWholeRun(
        { header: aHeader(), status: 'finished', updatedAt: aHeader().createdAt, done: 450, total: 450 },
        records,
      );
      expect((await collect(store.records('run-1'))).map((each) => each.index)).toEqual(
        records.map((each) => each.index),
      );
    });

    it('puts a whole run in with its scores and annotations, and replaces one only when told to', async () => {
      const run = {
        header: aHeader(),
        status: 'finished',
        updatedAt: aHeader().createdAt,
        done: 1,
        total: 1,
      } as const;
      const beside = {
        scores: [[aTable(), new Map([['0#0', someEvidence]])]],
        annotations: [anAnnotation()],
      } as const;
      await store.putWholeRun(run, [aRecord({ output: 'first' })], beside);
      expect(await store.listScores('run-1')).toEqual([aTable()]);
      expect(await store.getEvidence('run-1', 'exact', '0#0')).toEqual(someEvidence);
      expect(await store.listAnnotations('run-1')).toEqual([anAnnotation()]);
      await expect(store.putWholeRun(run, [aRecord({ output: 'second' })])).rejects.toMatchObject({
        details: { reason: 'already-exists' },
      });
      await store.putWholeRun(run, [aRecord({ output: 'second' }), aRecord({ index: 1 })], { replace: true });
      expect((await collect(store.records('run-1'))).map((each) => each.output)).toEqual([
        'second',
        'output 1',
      ]);
      expect(await store.listScores('run-1')).toEqual([]);
      expect(await store.listAnnotations('run-1')).toEqual([]);
      expect(await store.usage()).toMatchObject({ runs: 1, records: 2, scores: 0 });
    });

    it('changes nothing when a whole run cannot be put in', async () => {
      await store.createRun(aHeader(), 3);
      await store.commitRecord('run-1', aRecord({ output: 'kept' }));
      const twice = [aRecord({ index: 1 }), aRecord({ index: 1 })];
      const run = { ...(await store.getRun('run-1')), header: aHeader() } as StoredRun;
      await expect(store.putWholeRun(run, twice, { replace: true })).rejects.toThrow();
      expect((await collect(store.records('run-1'))).map((each) => each.output)).toEqual(['kept']);
    });

    it('takes failed records back with a mark of why, all of them or none', async () => {
      await store.createRun(aHeader(), 3);
      for (const index of [0, 1, 2]) await store.commitRecord('run-1', aRecord({ index }));
      const mark = (recordKey: string) => anAnnotation({ recordKey, kind: 'withdrawn', body: { code: 'x' } });
      await expect(store.withdrawRecords('run-1', [mark('1#0'), mark('7#0')])).rejects.toMatchObject({
        code: 'storage/missing',
      });
      expect(await store.getRun('run-1')).toMatchObject({ done: 3 });
      await store.withdrawRecords('run-1', [mark('1#0')]);
      expect(await store.committedKeys('run-1')).toEqual(new Set(['0#0', '2#0']));
      expect(await store.getRun('run-1')).toMatchObject({ done: 2 });
      expect(await store.listAnnotations('run-1')).toEqual([mark('1#0')]);
      await store.commitRecord('run-1', aRecord({ index: 1, output: 'again' }));
      expect(await store.getRecord('run-1', '1#0')).toMatchObject({ output: 'again' });
    });

    it('keeps runs apart, also where one id begins with another', async () => {
      await store.createRun(aHeader({ id: 'run' }), 1);
      await store.createRun(aHeader({ id: 'run-1' }), 1);
      await store.commitRecord('run', aRecord({ output: 'of run' }));
      await store.commitRecord('run-1', aRecord({ output: 'of run-1' }));
      expect((await collect(store.records('run'))).map((each) => each.output)).toEqual(['of run']);
      await store.deleteRun('run');
      expect((await collect(store.records('run-1'))).map((each) => each.output)).toEqual(['of run-1']);
    });

    it('lists runs newest first', async () => {
      await store.createRun(aHeader({ id: 'old', createdAt: '2026-11-19T00:00:00.000Z' }), 1);
      await store.createRun(aHeader({ id: 'new', createdAt: '2026-11-21T00:00:00.000Z' }), 1);
      await store.createRun(aHeader({ id: 'mid', createdAt: '2026-11-20T00:00:00.000Z' }), 1);
      expect((await store.listRuns()).map((run) => run.header.id)).toEqual(['new', 'mid', 'old']);
    });

    it('keeps the error of a pause until the status changes again', async () => {
      await store.createRun(aHeader(), 3);
      const error = { code: 'runtime/failed', message: 'no', details: { files: ['a', 'b'] } } as const;
      await store.setRunStatus('run-1', 'paused', '2026-11-20T11:00:00.000Z', error);
      expect(await store.getRun('run-1')).toMatchObject({ status: 'paused', error });
      await store.setRunStatus('run-1', 'running', '2026-11-20T12:00:00.000Z');
      const run = await store.getRun('run-1');
      expect(run).toMatchObject({ status: 'running', updatedAt: '2026-11-20T12:00:00.000Z' });
      expect(run).not.toHaveProperty('error');
      await expect(store.setRunStatus('nothing', 'paused', '')).rejects.toMatchObject({
        code: 'storage/missing',
      });
    });

    it('keeps a record of a failed sample as it was', async () => {
      await store.createRun(aHeader(), 3);
      const failed = aRecord({
        output: null,
        finish: null,
        prompt: null,
        usage: null,
        timings: null,
        unscored: 'sample-failed',
        error: { code: 'runtime/failed', message: 'no', details: {} },
      });
      await store.commitRecord('run-1', failed);
      expect(await store.getRecord('run-1', '0#0')).toEqual(failed);
    });

    it('gives the newest version of each scorer with its evidence', async () => {
      await store.createRun(aHeader(), 3);
      await store.putScores(aTable({ scorerVersion: '9' }), new Map([['1#0', someEvidence]]));
      await store.putScores(aTable({ scorerVersion: '10' }), new Map([['0#0', someEvidence]]));
      await store.putScores(aTable({ scorerId: 'rouge' }), new Map());
      const tables = await store.listScores('run-1');
      expect(tables.map((table) => [table.scorerId, table.scorerVersion])).toEqual([
        ['exact', '10'],
        ['rouge', '1'],
      ]);
      expect(tables[0]).toEqual(aTable({ scorerVersion: '10' }));
      expect(await store.listScoreVersions('run-1')).toEqual([
        aTable({ scorerVersion: '10' }),
        aTable({ scorerVersion: '9' }),
        aTable({ scorerId: 'rouge' }),
      ]);
      expect(await store.getEvidence('run-1', 'exact', '0#0')).toEqual(someEvidence);
      expect(await store.getEvidence('run-1', 'exact', '1#0')).toBeNull();
      expect(await store.getEvidence('run-1', 'rouge', '0#0')).toBeNull();
      expect(await store.listEvidence('run-1', 'exact')).toEqual(new Map([['0#0', someEvidence]]));
      expect(await store.listEvidence('run-1', 'exact', '9')).toEqual(new Map([['1#0', someEvidence]]));
      expect(await store.listEvidence('run-1', 'exact', '11')).toEqual(new Map());
      expect(await store.listEvidence('run-1', 'rouge')).toEqual(new Map());
    });

    it('replaces a table and its evidence when the same version scores again', async () => {
      await store.createRun(aHeader(), 3);
      await store.putScores(aTable(), new Map([['0#0', someEvidence]]));
      const again = aTable({ estimates: { 'exact.accuracy': { ...anEstimate, n: 3 } } });
      await store.putScores(again, new Map([['1#0', someEvidence]]));
      expect(await store.listScores('run-1')).toEqual([again]);
      expect(await store.getEvidence('run-1', 'exact', '0#0')).toBeNull();
      expect(await store.getEvidence('run-1', 'exact', '1#0')).toEqual(someEvidence);
    });

    it('deletes a run with its records, scores and evidence', async () => {
      await store.createRun(aHeader(), 3);
      await store.commitRecord('run-1', aRecord());
      await store.putScores(aTable(), new Map([['0#0', someEvidence]]));
      await store.deleteRun('run-1');
      expect(await store.getRun('run-1')).toBeNull();
      expect(await store.getRecord('run-1', '0#0')).toBeNull();
      expect(await store.listScores('run-1')).toEqual([]);
      expect(await store.getEvidence('run-1', 'exact', '0#0')).toBeNull();
      expect(await store.usage()).toEqual({ runs: 0, records: 0, packs: 0, scores: 0 });
    });

    it('puts a whole run back as it was', async () => {
      const run = {
        header: aHeader(),
        status: 'finished' as const,
        updatedAt: '2026-11-20T10:09:00.000Z',
        done: 2,
        total: 2,
      };
      await store.putWholeRun(run, [aRecord({ index: 1 }), aRecord({ index: 0 })]);
      expect(await store.getRun('run-1')).toEqual(run);
      expect((await collect(store.records('run-1'))).map((each) => each.index)).toEqual([0, 1]);
      await expect(store.putWholeRun(run, [])).rejects.toMatchObject({
        details: { reason: 'already-exists' },
      });
    });

    it('puts nothing of a whole run in which a key comes twice', async () => {
      const run = { header: aHeader(), status: 'finished' as const, updatedAt: '', done: 2, total: 2 };
      await expect(store.putWholeRun(run, [aRecord(), aRecord()])).rejects.toMatchObject({
        code: 'storage/failed',
      });
      expect(await store.usage()).toMatchObject({ runs: 0, records: 0 });
    });

    describePacks(() => store);

    it('keeps annotations by run, record, kind and id, and replaces one of the same key', async () => {
      await store.createRun(aHeader(), 3);
      const edit = anAnnotation({ body: { text: 'first' } });
      await store.putAnnotation(edit);
      await store.putAnnotation({ ...edit, body: { text: 'second' } });
      await store.putAnnotation(anAnnotation({ kind: 'override', id: 'b' }));
      await store.putAnnotation(anAnnotation({ recordKey: '1#0' }));
      const found = await store.listAnnotations('run-1');
      expect(found.map((each) => [each.recordKey, each.kind, each.id])).toEqual([
        ['0#0', 'edit', 'a'],
        ['0#0', 'override', 'b'],
        ['1#0', 'edit', 'a'],
      ]);
      expect(found[0]?.body).toEqual({ text: 'second' });
      await store.deleteAnnotation(edit);
      expect(await store.listAnnotations('run-1')).toHaveLength(2);
    });

    it('refuses an annotation of a run that does not exist, and deletes them with their run', async () => {
      await expect(store.putAnnotation(anAnnotation())).rejects.toMatchObject({ code: 'storage/missing' });
      await store.createRun(aHeader(), 3);
      await store.createRun(aHeader({ id: 'run-2' }), 3);
      await store.putAnnotation(anAnnotation());
      await store.putAnnotation(anAnnotation({ runId: 'run-2' }));
      await store.deleteRun('run-1');
      expect(await store.listAnnotations('run-1')).toEqual([]);
      expect(await store.listAnnotations('run-2')).toHaveLength(1);
    });

    it.each([
      ['settings of its own', 'getMeta', 'putMeta', 'deleteMeta'],
      ['what a person has beside packs and runs', 'getKeepsake', 'putKeepsake', 'deleteKeepsake'],
    ] as const)('keeps %s until it is deleted or everything is erased', async (_, get, put, remove) => {
      expect(await store[get]('a')).toBeUndefined();
      await store[put]('a', { at: 1 });
      await store[put]('a', { at: 2 });
      await store[put]('b', [2]);
      expect(await store[get]('a')).toEqual({ at: 2 });
      await store[remove]('a');
      expect(await store[get]('a')).toBeUndefined();
      await store.eraseAll();
      expect(await store[get]('b')).toBeUndefined();
    });

    it('counts what it holds', async () => {
      await store.createRun(aHeader(), 3);
      await store.commitRecord('run-1', aRecord());
      await store.putScores(aTable(), new Map());
      await store.putPack(aPack(), 'b'.repeat(64), '');
      expect(await store.usage()).toEqual({ runs: 1, records: 1, packs: 1, scores: 1 });
    });

    it('is empty after erasing, and can be used again', async () => {
      await store.createRun(aHeader(), 3);
      await store.commitRecord('run-1', aRecord());
      await store.putPack(aPack(), 'b'.repeat(64), '');
      await store.eraseAll();
      expect(await store.usage()).toEqual({ runs: 0, records: 0, packs: 0, scores: 0 });
      await store.createRun(aHeader(), 3);
      expect(await store.listRuns()).toHaveLength(1);
    });

    it('keeps its rows when the caller changes what was given or got', async () => {
      const record = { ...aRecord(), messages: [{ role: 'user' as const, content: 'kept' }] };
      await store.createRun(aHeader(), 3);
      await store.commitRecord('run-1', record);
      record.messages.push({ role: 'user', content: 'added later' });
      expect((await store.getRecord('run-1', '0#0'))?.messages).toEqual([{ role: 'user', content: 'kept' }]);
    });
  });
}
