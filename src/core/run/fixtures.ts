/** Typed builders for tests of runs. */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { RunHeader, RunRecord, Score, Scorer, Selection, SourceFile } from '../contracts.ts';
import type { Pack, Sample } from '../packs/pack.ts';
import { sealPack } from '../packs/seal.ts';
import { WHOLE_PACK, selectedItems } from './selection.ts';
import { settingsSha256 } from './settings-hash.ts';

export function fileOf(name: string, content: string | Uint8Array): SourceFile {
  const bytes = typeof content === 'string' ? utf8ToBytes(content) : content;
  return {
    name,
    bytes: bytes.length,
    async *stream() {
      // Small odd pieces, so that characters and lines fall across them.
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
    },
  };
}

/** Of a device that failed its check. */
export const failedFidelity: NonNullable<RunHeader['fidelity']> = {
  verdict: 'failed',
  checkId: 'c',
  checkedAt: '2026-11-20T10:00:00Z',
  model: 'demo-tuned',
  dtype: 'fp32',
  failures: ['KL divergence'],
};

export function testSample(id: string, more: Partial<Sample> = {}): Sample {
  return { id, input: { messages: [{ role: 'user', content: `Say ${id}` }] }, target: [id], ...more };
}

export function testPack(samples: readonly Sample[], more: Partial<Pack> = {}): Pack & { seal: string } {
  return sealPack({
    schemaVersion: 1,
    id: 'test-pack',
    version: '1.0.0',
    title: 'Test pack',
    language: 'en',
    licence: 'CC0-1.0',
    citation: '',
    provenance: { kind: 'hand-written', statement: 'Written for tests.' },
    promptId: 'plain',
    solver: 'generate',
    scorers: ['same'],
    sliceFields: [],
    canary: 'bedside-test',
    samples: [...samples],
    ...more,
  });
}

/** Scores equality with the target (0/1) and the share of its length that was written. */
export const sameScorer: Scorer = {
  id: 'same',
  version: '1',
  title: 'Same',
  description: 'For tests.',
  measures: [
    { id: 'accuracy', title: 'Accuracy', kind: 'binary', better: 'higher', headline: true },
    { id: 'length', title: 'Length', kind: 'fraction', better: 'higher', headline: false },
  ],
  score(sample, output) {
    const target = sample.target?.[0] ?? '';
    const text = output.text ?? '';
    const scored = (value: number): Score => ({ state: 'scored', value });
    return {
      scores: {
        accuracy: scored(text === target ? 1 : 0),
        length:
          text === ''
            ? { state: 'unscored', reason: 'empty-output' }
            : scored(Math.min(1, text.length / Math.max(1, target.length))),
      },
    };
  },
};

export function testHeader(pack: Pack & { seal: string }, selection: Partial<Selection> = {}): RunHeader {
  const header = {
    kind: 'run',
    schemaVersion: 1,
    id: `run-${selection.shard?.index ?? 0}`,
    createdAt: `2026-01-0${1 + (selection.shard?.index ?? 0)}T00:00:00.000Z`,
    app: { name: 'bedside', version: '0.1.0', build: 'test' },
    pack: {
      id: pack.id,
      version: pack.version,
      title: pack.title,
      sha256: pack.seal,
      samples: pack.samples.length,
    },
    model: { id: 'm', title: 'M', dtype: 'fp32', source: 'scripted', sha256: 'a'.repeat(64), files: [] },
    runtime: {
      id: 'scripted',
      version: '1',
      device: 'scripted',
      threads: 1,
      crossOriginIsolated: false,
      chatTemplateSha256: null,
      contextTokens: 2048,
    },
    device: { userAgent: 'test', cores: 2, memoryGiB: null, platform: 'test' },
    prompt: { id: 'plain', version: '1', sha256: 'b'.repeat(64) },
    solver: { id: 'generate', version: '1' },
    generation: { maxTokens: 16, temperature: 0, topK: 1, seed: 1, stop: [] },
    selection: { ...WHOLE_PACK, ...selection },
    scorers: ['same'],
    settingsSha256: '',
  } as const satisfies RunHeader;
  return { ...header, settingsSha256: settingsSha256(header) };
}

export function testRecord(
  pack: Pack,
  index: number,
  repeat: number,
  more: Partial<RunRecord> = {},
): RunRecord {
  const id = pack.samples[index]?.id ?? 'none';
  return {
    kind: 'record',
    id,
    repeat,
    index,
    createdAt: '2026-01-01T00:00:00.000Z',
    output: index % 3 === 0 ? id : `${id.slice(0, index % 4)}`,
    finish: 'stop',
    messages: [{ role: 'user', content: `Say ${id}` }],
    prompt: null,
    usage: null,
    timings: null,
    ...more,
  };
}

export function testRecords(pack: Pack, selection: Partial<Selection> = {}): RunRecord[] {
  return selectedItems({ ...WHOLE_PACK, ...selection }, pack.samples.length).map(({ index, repeat }) =>
    testRecord(pack, index, repeat),
  );
}
