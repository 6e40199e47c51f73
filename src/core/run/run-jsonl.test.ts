import type * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { RunHeader, RunRecord } from '../contracts.ts';
import {
  failedFidelity,
  fileOf,
  testHeader,
  testPack,
  testRecord,
  testRecords,
  testSample,
} from './fixtures.ts';
import { fileHeader } from './run-file-header.ts';
import type { RunHeaderSchema, RunRecordSchema } from './run-schemas.ts';
import { readRunFile, runJsonl, runLine } from './run-jsonl.ts';

const pack = testPack([testSample('a'), testSample('é')]);
const header = testHeader(pack);
const read = (content: string | Uint8Array) => readRunFile(fileOf('run.jsonl', content));

describe('run.jsonl', () => {
  it('reads back what it wrote', async () => {
    const records = [
      testRecord(pack, 0, 0, {
        choiceScores: [
          { id: 'A', logLikelihood: -1.5, tokens: 1, chars: 1, bytes: 1, isGreedy: true, unconditional: -2 },
        ],
        trace: [
          {
            label: 'vote 1 of 2',
            promptSha256: '0'.repeat(64),
            text: 'B',
            finish: 'stop',
            usage: { promptTokens: 3, outputTokens: 1 },
            timings: { firstTokenMs: 1, totalMs: 2, tokensPerSecond: null },
            seed: 7,
            unclosed: true,
            order: ['B', 'A'],
            picked: null,
          },
        ],
      }),
      testRecord(pack, 1, 0, {
        output: null,
        error: { code: 'runtime/failed', message: 'é\u2028', details: { a: ['x'] } },
      }),
    ];
    const file = await read([...runJsonl(header, records)].join(''));
    expect(file.header).toEqual(header);
    expect(file.records).toEqual(records);
  });

  it('carries beside the header why scores of a device that failed are used, and only then', async () => {
    const override = { who: 'Dr Lee', reason: 'one outlier', when: '2026-11-21T10:00:00.000Z' };
    const failed = { ...header, fidelity: failedFidelity };
    const file = await read(runLine(fileHeader(failed, override)));
    expect(file).toMatchObject({ header: failed, fidelityOverride: override });
    expect(file.header).not.toHaveProperty('fidelityOverride');
    expect((await read(runLine(fileHeader(failed, null)))).fidelityOverride).toBeNull();
    for (const line of [
      fileHeader(header, override),
      fileHeader({ ...failed, fidelity: { ...failedFidelity, verdict: 'passed' } }, override),
      fileHeader(failed, { ...override, reason: ' ' }),
    ])
      await expect(read(runLine(line))).rejects.toMatchObject({
        code: 'input/schema',
        message: expect.stringContaining('line 1: fidelityOverride') as string,
      });
  });

  it.each([
    ['a record first', runLine(testRecord(pack, 0, 0)), /run.jsonl, line 1: kind: must be "run"/],
    ['an unknown field', runLine(header) + '{"kind":"record","extra":1}\n', /line 2/],
    [
      'a missing field',
      runLine(header) + runLine(testRecord(pack, 0, 0)).replace('"index":0,', ''),
      /line 2: index: is missing/,
    ],
    [
      'an unknown error code',
      runLine(header).replace('"wasm"', '"gpu"').replace('"scripted","threads"', '"gpu","threads"'),
      /runtime.device: must be/,
    ],
  ])('refuses %s with the line and field', async (_, content, message) => {
    await expect(read(content)).rejects.toMatchObject({
      code: 'input/schema',
      message: expect.stringMatching(message) as string,
    });
  });

  it('refuses a line cut short by a killed writer', async () => {
    const text = [...runJsonl(header, testRecords(pack))].join('');
    await expect(read(text.slice(0, -20))).rejects.toMatchObject({
      code: 'input/not-json',
      details: { line: 3 },
    });
  });

  it('refuses bytes that are not UTF-8, with byte and line', async () => {
    const bytes = Uint8Array.from([...Buffer.from(runLine(header)), 0xe9, 0x0a]);
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'input/not-utf8',
      details: { line: 2, byte: bytes.length - 2 },
    });
  });

  it('has schemas that are the contracts, field by field (checked by the compiler)', () => {
    expectTypeOf<DeepReadonly<v.InferOutput<typeof RunHeaderSchema>>>().toEqualTypeOf<
      DeepReadonly<RunHeader>
    >();
    expectTypeOf<DeepReadonly<v.InferOutput<typeof RunRecordSchema>>>().toEqualTypeOf<
      DeepReadonly<RunRecord>
    >();
  });
});

type DeepReadonly<T> = T extends readonly (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
