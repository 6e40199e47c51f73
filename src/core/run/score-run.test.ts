import { describe, expect, it } from 'vitest';
import type { ScorableOutput } from '../contracts.ts';
import { fileOf, sameScorer, testHeader, testPack, testRecord, testRecords, testSample } from './fixtures.ts';
import { mergeRuns } from './merge.ts';
import { outputsOfRecords, readOutputs } from './read-outputs.ts';
import { runJsonl } from './run-jsonl.ts';
import { scoreJson } from './score-json.ts';
import { scoreOutput, scoreRun } from './score-run.ts';

const pack = testPack(
  ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((id) => testSample(`sample-${id}`)),
);
const identity = { id: pack.id, version: pack.version, sha256: pack.seal };
const score = (outputs: ReadonlyMap<string, ScorableOutput>, selection = {}) =>
  scoreJson(
    identity,
    scoreRun(pack, outputs, {
      scorers: [sameScorer],
      selection: { limit: null, shard: null, repeats: 1, ...selection },
    }),
  );

describe('scoreRun and score --json', () => {
  it('have exactly the published shape', () => {
    const json = score(new Map([['0#0', { text: 'sample-a' }]]), { limit: 2 });
    expect(json).toEqual({
      pack: identity,
      metrics: {
        'same.accuracy': {
          value: 1,
          low: expect.closeTo(0.2065, 4) as number,
          high: 1,
          level: 0.95,
          method: 'wilson',
          n: 1,
          unscored: 1,
          failed: 0,
        },
        'same.length': {
          value: 1,
          low: null,
          high: null,
          level: 0.95,
          method: 'none',
          n: 1,
          unscored: 1,
          failed: 0,
          unreliable: 'few-samples',
        },
      },
      samples: [
        {
          id: 'sample-a',
          scores: {
            'same.accuracy': { state: 'scored', value: 1 },
            'same.length': { state: 'scored', value: 1 },
          },
        },
        {
          id: 'sample-b',
          scores: {
            'same.accuracy': { state: 'unscored', reason: 'missing-output' },
            'same.length': { state: 'unscored', reason: 'missing-output' },
          },
        },
      ],
    });
  });

  it('count a failed sample as failed and unscored, a measure without a score as unscored', () => {
    const records = [
      testRecord(pack, 0, 0, { output: null, error: { code: 'runtime/failed', message: 'x', details: {} } }),
      testRecord(pack, 1, 0, { output: '' }),
      testRecord(pack, 2, 0, { output: null, unscored: 'prompt-too-long' }),
    ];
    const { outputs } = outputsOfRecords(pack, testHeader(pack), records, 'run.jsonl');
    const json = score(outputs, { limit: 4 });
    expect(json.metrics['same.accuracy']).toMatchObject({ value: 0, n: 1, unscored: 3, failed: 1 });
    expect(json.metrics['same.length']).toMatchObject({
      value: null,
      low: null,
      n: 0,
      unscored: 4,
      failed: 1,
    });
    expect(json.samples.map((sample) => sample.scores['same.length'])).toEqual([
      { state: 'unscored', reason: 'sample-failed' },
      { state: 'unscored', reason: 'empty-output' },
      { state: 'unscored', reason: 'prompt-too-long' },
      { state: 'unscored', reason: 'missing-output' },
    ]);
  });

  it('are the same bytes whatever order outputs arrive in', () => {
    const entries = testRecords(pack).map(
      (record) => [`${record.index}#0`, { text: record.output }] as const,
    );
    const forwards = JSON.stringify(score(new Map(entries)));
    expect(JSON.stringify(score(new Map([...entries].reverse())))).toBe(forwards);
  });

  it('do not take repeats for independent samples, and name them', () => {
    const { outputs } = outputsOfRecords(
      pack,
      testHeader(pack, { repeats: 3 }),
      testRecords(pack, { repeats: 3 }),
      'r',
    );
    const json = score(outputs, { repeats: 3 });
    expect(json.metrics['same.accuracy']).toMatchObject({ method: 'cluster-t', n: 30 });
    expect(json.samples.slice(0, 4).map(({ id, repeat }) => [id, repeat])).toEqual([
      ['sample-a', 0],
      ['sample-a', 1],
      ['sample-a', 2],
      ['sample-b', 0],
    ]);
  });

  it('use the cluster of the pack', () => {
    const visits = testPack(
      ['a', 'b', 'c', 'd'].map((id, i) => testSample(id, { cluster: i < 2 ? 'p1' : id })),
    );
    const outputs = new Map(visits.samples.map((sample, index) => [`${index}#0`, { text: sample.id }]));
    const run = scoreRun(visits, outputs, { scorers: [sameScorer] });
    expect(run.tables[0]?.columns[0]?.estimate).toMatchObject({ method: 'cluster-t', clusters: 3 });
  });

  it('treat a measure that a scorer did not declare as a defect', () => {
    const odd = { ...sameScorer, measures: sameScorer.measures.slice(0, 1) };
    expect(() => scoreOutput(odd, testSample('a'), { text: 'a' })).toThrowError(
      expect.objectContaining({ code: 'defect' }),
    );
  });
});

describe('shards', () => {
  it('merge, in any order, to scores that are byte-identical to one run', () => {
    const whole = outputsOfRecords(pack, testHeader(pack), testRecords(pack), 'whole');
    const expected = JSON.stringify(score(whole.outputs));
    const shards = Array.from({ length: 8 }, (_, i) => {
      const selection = { shard: { index: i + 1, count: 8 } };
      return {
        name: `s${i}`,
        header: testHeader(pack, selection),
        fidelityOverride: null,
        records: testRecords(pack, selection),
      };
    });
    for (const order of [shards, [...shards].reverse()]) {
      const merged = mergeRuns(order);
      expect(merged.header.selection.shard).toBeNull();
      expect(merged.header.id).toBe(mergeRuns(shards).header.id);
      const { outputs } = outputsOfRecords(pack, merged.header, merged.records, 'merged');
      expect(JSON.stringify(score(outputs))).toBe(expected);
    }
  });
});

describe('readOutputs', () => {
  const read = (content: string) => readOutputs(pack, fileOf('preds.jsonl', content));

  it('reads predictions and leaves other fields alone', async () => {
    const { outputs, run } = await read(
      '{"id":"sample-b","output":"ü","model":"x"}\r\n\n{"id":"sample-a","output":null}',
    );
    expect(run).toBeNull();
    expect([...outputs]).toEqual([
      ['1#0', { text: 'ü' }],
      ['0#0', { text: null }],
    ]);
  });

  it('reads a run of this pack', async () => {
    const header = testHeader(pack, { limit: 4 });
    const { outputs, selection } = await read(
      [...runJsonl(header, testRecords(pack, { limit: 4 }))].join(''),
    );
    expect(outputs.size).toBe(4);
    expect(selection.limit).toBe(4);
  });

  it.each([
    ['an unknown id', '{"id":"nobody","output":"x"}', 'input/unknown-id', /nobody \(line 1\)/],
    [
      'an id twice',
      '{"id":"sample-a","output":"x"}\n{"id":"sample-a","output":"y"}',
      'input/duplicate-id',
      /line 2/,
    ],
    [
      'a line that is not JSON',
      '{"id":"sample-a","output":"x"}\n{"id":',
      'input/not-json',
      /line 2, column 7/,
    ],
    ['a missing field', '{"id":"sample-a"}', 'input/schema', /line 1: output: is missing/],
    ['a number for an id', '{"id":5,"output":"x"}', 'input/schema', /line 1: id: must be text/],
    ['nothing', '\n', 'input/empty', /empty/],
    ['a reserved field name', '{"id":"sample-a","output":"x","__proto__":{}}', 'input/schema', /__proto__/],
  ])('refuses %s', async (_, content, code, message) => {
    await expect(read(content)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
    });
  });

  it('refuses a run of another pack and a record at the wrong place', async () => {
    const other = testPack([testSample('sample-a')]);
    await expect(read([...runJsonl(testHeader(other), testRecords(other))].join(''))).rejects.toMatchObject({
      code: 'input/seal-mismatch',
    });
    const wrong = { ...testRecord(pack, 1, 0), id: 'sample-a' };
    await expect(read([...runJsonl(testHeader(pack), [wrong])].join(''))).rejects.toMatchObject({
      code: 'input/unknown-id',
    });
  });
});
