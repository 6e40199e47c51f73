/** Typed builders of stored things for the tests of every layer. */
import type { Estimate, Evidence, RunHeader, RunRecord } from '../core/contracts.ts';
import type { Pack, Sample } from '../core/packs/pack.ts';
import type { Annotation, ScoreTable } from './contract.ts';

const HASH = 'a'.repeat(64);

export function aHeader(change: Partial<RunHeader> = {}): RunHeader {
  return {
    kind: 'run',
    schemaVersion: 1,
    id: 'run-1',
    createdAt: '2026-11-20T10:00:00.000Z',
    app: { name: 'bedside', version: '0.1.0', build: 'test' },
    pack: { id: 'a-pack', version: '1.0.0', title: 'A pack', sha256: HASH, samples: 3 },
    model: { id: 'a-model', title: 'A model', dtype: 'fp32', source: 'scripted', sha256: HASH, files: [] },
    runtime: {
      id: 'scripted',
      version: '1',
      device: 'scripted',
      threads: 1,
      crossOriginIsolated: false,
      chatTemplateSha256: null,
      contextTokens: null,
    },
    device: { userAgent: 'test', cores: 2, memoryGiB: null, platform: 'test' },
    prompt: { id: 'plain', version: '1', sha256: HASH },
    solver: { id: 'generate', version: '1' },
    generation: { maxTokens: 64, temperature: 0, topK: 0, seed: 1, stop: [] },
    selection: { limit: null, shard: null, repeats: 1 },
    scorers: ['exact'],
    settingsSha256: HASH,
    ...change,
  };
}

export function aRecord(change: Partial<RunRecord> = {}): RunRecord {
  const index = change.index ?? 0;
  return {
    kind: 'record',
    id: `s${index}`,
    repeat: 0,
    index,
    createdAt: '2026-11-20T10:00:01.000Z',
    output: `output ${index}`,
    finish: 'stop',
    messages: [{ role: 'user', content: `question ${index}` }],
    prompt: {
      text: `<user>question ${index}`,
      tokenCount: 3,
      tokenIdsSha256: HASH,
      firstTokenIds: [1, 2],
      warnings: [],
    },
    usage: { promptTokens: 3, outputTokens: 2 },
    timings: { firstTokenMs: 10, totalMs: 30, tokensPerSecond: 50 },
    ...change,
  };
}

export const anEstimate: Estimate = {
  value: 0.5,
  low: 0.1,
  high: 0.9,
  level: 0.95,
  method: 'wilson',
  n: 2,
  unscored: 1,
  failed: 0,
};

export function aTable(change: Partial<ScoreTable> = {}): ScoreTable {
  return {
    runId: 'run-1',
    scorerId: 'exact',
    scorerVersion: '1',
    createdAt: '2026-11-20T10:05:00.000Z',
    keys: ['0#0', '1#0', '2#0'],
    columns: { accuracy: [1, 0, 'missing-output'] },
    estimates: { 'exact.accuracy': anEstimate },
    ...change,
  };
}

export function anAnnotation(change: Partial<Annotation> = {}): Annotation {
  return {
    runId: 'run-1',
    recordKey: '0#0',
    kind: 'edit',
    id: 'a',
    createdAt: '2026-11-20T10:06:00.000Z',
    body: {},
    ...change,
  };
}

export const someEvidence: Evidence = { kind: 'sections', present: ['Plan'], missing: ['Objective'] };

export function aSample(index: number, change: Partial<Sample> = {}): Sample {
  return {
    id: `s${index}`,
    input: { messages: [{ role: 'user', content: `question ${index}` }] },
    target: [`answer ${index}`],
    answer: `answer ${index}`,
    ...change,
  };
}

export function aPack(change: Partial<Pack> = {}): Pack {
  return {
    schemaVersion: 1,
    id: 'a-pack',
    version: '1.0.0',
    title: 'A pack',
    language: 'en',
    licence: 'CC0-1.0',
    citation: '',
    provenance: { kind: 'hand-written', statement: 'written for tests' },
    promptId: 'plain',
    solver: 'generate',
    scorers: ['exact'],
    sliceFields: [],
    canary: 'canary-test',
    samples: [aSample(0), aSample(1), aSample(2)],
    ...change,
  };
}
