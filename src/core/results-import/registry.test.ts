/** Contract of every results importer: its cases hold, hostile files end in rows, problems or worded errors. */
import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import { fileOf, testPack, testSample } from '../run/fixtures.ts';
import * as cases from './fixtures.ts';
import { type FindPack, readResults } from './read-results.ts';
import { RESULTS_IMPORTERS } from './registry.ts';
import { RunHeaderSchema, RunRecordSchema } from '../run/run-schemas.ts';
import * as v from 'valibot';

const NOW = '2026-05-05T00:00:00.000Z';
const pack = testPack(Array.from({ length: 9 }, (_, i) => testSample(`visit ${i}`)));
const none: FindPack = () => Promise.resolve(null);
const here: FindPack = () => Promise.resolve(pack);

const FILES: Readonly<Record<string, readonly (readonly [string, string | Uint8Array])[]>> = {
  inspect: [['log.json', cases.INSPECT_JSON]],
  'lm-eval': [
    ['samples_gsm8k_2026-01-01T00-00-00.jsonl', cases.LM_EVAL_SAMPLES],
    ['results_2026-01-01T00-00-00.json', cases.LM_EVAL_RESULTS],
  ],
  helm: [
    ['per_instance_stats.json', cases.HELM_STATS],
    ['run_spec.json', cases.HELM_SPEC],
    ['display_predictions.json', cases.HELM_PREDICTIONS],
  ],
  promptfoo: [['output.json', cases.PROMPTFOO]],
  predictions: [['small-model.jsonl', cases.PREDICTIONS]],
};

const INSPECT = [[['log.json', cases.INSPECT_JSON]], [['log.eval', cases.inspectEvalFile()]]] as const;

const read = (files: readonly (readonly [string, string | Uint8Array])[], findPack = none) =>
  readResults(
    files.map(([name, content]) => fileOf(name, content)),
    { findPack, now: NOW },
  );

describe.each(RESULTS_IMPORTERS)('results importer $id', (importer) => {
  it('reads its case into runs whose every part passes our own schemas', async () => {
    const files = FILES[importer.id] ?? expect.fail('no case');
    const result = await read(files, importer.id === 'predictions' ? here : none);
    expect(result.format.id).toBe(importer.id);
    expect(result.runs.length).toBeGreaterThan(0);
    for (const { header, records, tables } of result.runs) {
      expect(v.parse(RunHeaderSchema, header)).toEqual(header);
      expect(header.imported?.format).toBe(importer.id);
      expect(header.imported?.files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
      for (const record of records) expect(v.parse(RunRecordSchema, record)).toEqual(record);
      for (const table of tables) {
        expect(Object.values(table.columns).every((cells) => cells.length === table.keys.length)).toBe(true);
        for (const estimate of Object.values(table.estimates))
          expect(JSON.stringify(estimate)).not.toMatch(/NaN|null,null,null/);
      }
    }
  });

  it.each([
    ['nothing', ''],
    ['zero bytes', new Uint8Array(300)],
    ['not UTF-8', Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['an HTML page', '<!doctype html><html></html>'],
    ['deep JSON', `${'{"eval":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['deep lists', '['.repeat(200_000)],
    ['half a file', cases.INSPECT_JSON.slice(0, 700)],
    [
      'another shape',
      '{"eval":[],"version":2,"results":{"results":[1,null,"x"]},"samples":{"a":1},"doc_id":1,"id":{},"output":[]}',
    ],
    [
      'reserved names',
      '{"__proto__":{"a":1},"constructor":{},"id":"1","output":"x","doc_id":1,"metrics":["__proto__"]}',
    ],
  ])('survives %s', async (_, content) => {
    for (const name of ['hostile.json', 'hostile.jsonl', 'hostile.eval']) {
      try {
        for await (const row of importer.read([fileOf(name, content)]))
          if (row.kind === 'problem') expect(row.problem).not.toBe('');
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(AppError);
        expect((thrown as AppError).code).toMatch(/^input\//);
      }
    }
  });
});

describe('what the files say', () => {
  it('Inspect letters become numbers, an unreadable grade is unscored, an error is a failed sample', async () => {
    for (const files of INSPECT) {
      const { runs } = await read(files);
      const [run] = runs;
      expect(run?.tables[0]?.columns['match']).toEqual([1, 0, 0.5, 'extraction-failed', 'sample-failed']);
      expect(run?.header.model.source).toBe('imported');
      expect(run?.header.runtime).toMatchObject({
        id: 'inspect_ai',
        version: '0.3.259',
        device: 'elsewhere',
      });
      expect(run?.header.generation).toMatchObject({ maxTokens: 64, temperature: 0.5 });
      expect(run?.records[0]).toMatchObject({
        id: 'q1',
        output: 'Answer q1',
        finish: 'stop',
        usage: { promptTokens: 10, outputTokens: 4 },
      });
      expect(run?.pack?.samples[0]).toMatchObject({
        id: 'q1',
        answer: 'A',
        choices: [
          { id: 'A', text: 'yes' },
          { id: 'B', text: 'no' },
        ],
        meta: { topic: 'cardiology' },
      });
    }
  });
  it('both forms of one Inspect log are of the same samples', async () => {
    const [a, b] = await Promise.all([read(INSPECT[0]), read(INSPECT[1])]);
    expect(a.runs[0]?.header.pack).toEqual(b.runs[0]?.header.pack);
  });
  it('reads a log whose samples are packed by Zstandard', async () => {
    const bytes = Uint8Array.from(Buffer.from(cases.INSPECT_EVAL_ZSTD_BASE64, 'base64'));
    const { runs } = await read([['z.eval', bytes]]);
    expect(runs[0]?.tables[0]?.columns['match']).toEqual([1, 0]);
    const damaged = Uint8Array.from(bytes, (byte, at) => (at === 200 ? byte ^ 0xff : byte));
    await expect(read([['z.eval', damaged]])).rejects.toMatchObject({ code: 'input/schema' });
  });
  it('lm-eval: one metric a filter, one item a document', async () => {
    const { runs } = await read(FILES['lm-eval'] ?? []);
    expect(runs[0]?.tables[0]?.columns).toEqual({
      'exact_match,strict-match': [1, 0, 0],
      'exact_match,flexible-extract': [1, 1, 0],
    });
    expect(runs[0]?.header).toMatchObject({
      model: { title: 'org/small' },
      pack: { title: 'gsm8k' },
      generation: { seed: 7, maxTokens: 99 },
    });
  });
  it('HELM: a metric without a count is unscored, one below zero is named as left out, counts are no headline', async () => {
    const { runs } = await read(FILES['helm'] ?? []);
    expect(runs[0]?.tables[0]?.columns).toMatchObject({
      exact_match: [0, 1, 0],
      rouge_l: [0, 0.25, 'not-applicable'],
    });
    expect(runs[0]?.left).toEqual(['logprob: has values below zero, which no measure here can hold']);
    expect(runs[0]?.tables[0]?.measures.find(({ id }) => id === 'num_output_tokens')).toMatchObject({
      kind: 'count',
      headline: false,
    });
    expect(runs[0]?.records[0]?.output).toBe('said id1');
  });
  it('promptfoo: a run for each provider, and a failed grader is no zero', async () => {
    const { runs } = await read(FILES['promptfoo'] ?? []);
    expect(runs.map(({ header }) => header.model.title)).toEqual(['a:one', 'b:two']);
    expect(runs[1]?.tables[0]?.columns['score']).toEqual([0, 'sample-failed']);
    expect(runs[0]?.header.pack.sha256).toBe(runs[1]?.header.pack.sha256);
    expect(runs[0]?.header.createdAt).toBe('2026-02-03T00:00:00.000Z');
  });
  it('predictions need the pack they answer', async () => {
    await expect(read(FILES['predictions'] ?? [])).rejects.toMatchObject({ code: 'input/unknown-id' });
    const { runs } = await read(FILES['predictions'] ?? [], here);
    expect(runs[0]?.header.pack.sha256).toBe(pack.seal);
    expect(runs[0]?.records.map(({ index, output }) => [index, output])).toEqual([
      [0, 'visit 0'],
      [1, 'x'],
      [2, null],
    ]);
  });
  it('bad rows are told with their line', async () => {
    const { problems, totalProblems } = await read(
      [['p.jsonl', '{"id":"visit 0","output":"a"}\nnot json\n{"id":"visit 1","output":5}\n']],
      here,
    );
    expect(totalProblems).toBe(2);
    expect(problems.map(({ line, field }) => [line, field])).toEqual([
      [2, null],
      [3, 'output'],
    ]);
  });
});

describe('hostile archives', () => {
  const eval2 = (bytes: Uint8Array) => read([['log.eval', bytes]]);
  it('that would grow beyond their limits are refused before they do', async () => {
    const bomb = zipSync({ 'header.json': strToU8(' '.repeat(30_000_000)) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(eval2(bomb)).rejects.toMatchObject({ code: 'input/too-large' });
  });
  it('that lie about their size are refused', async () => {
    const bytes = zipSync({ 'header.json': strToU8(' '.repeat(5000)) });
    const directory = bytes.findIndex(
      (_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2,
    );
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(directory + 24, 100, true);
    await expect(eval2(bytes)).rejects.toMatchObject({ code: 'input/too-large' });
  });
  it('that are cut anywhere are refused in words', async () => {
    const whole = cases.inspectEvalFile();
    for (let at = 0; at < whole.length; at += 97)
      await expect(eval2(whole.slice(0, at))).rejects.toMatchObject({
        code: expect.stringMatching(/^input\//) as string,
      });
  });
});
