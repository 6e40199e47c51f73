import { describe, expect, it } from 'vitest';
import { testPack, testRecord, testSample } from '../../core/run/fixtures.ts';
import { createScoringSession } from '../../core/run/scoring-session.ts';
import { WHOLE_PACK } from '../../core/run/selection.ts';
import { bindScorers } from '../../core/scorers/bind-scorers.ts';
import { createEncoderApi, type TokenEncoder } from '../../../workers/encoder-api.ts';
import type { LoadRequest } from '../../../workers/protocol.ts';
import { encodeRun, type EncodingProgress } from './encode-run.ts';

/** A vector a letter: similar texts share letters. */
const letters: TokenEncoder = {
  identity: { name: 'letters', dtype: 'fp32', layer: 1, sha256: 'ab'.repeat(32), windowTokens: 100 },
  encode: (text) => {
    const found = [...text.toLowerCase().matchAll(/[a-z]/g)].map(([letter]) => letter.charCodeAt(0) - 97);
    if (found.length > 100) return Promise.resolve(null);
    const vectors = new Float32Array(found.length * 26);
    found.forEach((id, row) => (vectors[row * 26 + id] = 1));
    return Promise.resolve({ ids: found, content: found.map(() => 1), vectors, dimensions: 26 });
  },
};

const REQUEST: LoadRequest = {
  runtimeId: 'transformers-js',
  modelId: 'letters',
  location: { kind: 'files', files: [] },
  dtype: 'fp32',
  device: 'wasm',
  threads: 1,
};

describe('encoding a run', () => {
  it('gives BERTScore of every answer, with a baseline of unrelated references', async () => {
    const pack = testPack([
      testSample('a', { target: ['abc'] }),
      testSample('b', { target: ['bcd'] }),
      testSample('c', { target: ['cde', 'xyz'] }),
      testSample('d', { target: ['x'.repeat(200)] }),
    ]);
    const outputs = ['abc', 'bxx', 'xyz', 'x'];
    const records = outputs.map((output, index) => testRecord(pack, index, 0, { output }));
    const progress: EncodingProgress[] = [];
    const api = createEncoderApi(() => Promise.resolve(letters));
    const encodings = await encodeRun(api, REQUEST, pack, records, (each) => progress.push(each));
    expect(progress.at(-1)).toEqual({ stage: 'encoding', done: 4, total: 4 });
    // abc-bcd and bcd-cde share two of three letters; the reference of d is too long.
    expect(encodings.unrelated).toMatchObject({ n: 2 });
    expect(encodings.unrelated?.f).toBeCloseTo(2 / 3, 6);

    const scorers = await bindScorers(['bertscore'], { encodings });
    const session = createScoringSession(pack, scorers, WHOLE_PACK);
    for (const record of records) session.add(record);
    const [table] = session.finish('missing-output');
    expect(table?.scorerId).toBe('bertscore@letters-fp32-L1-abababab');
    expect(table?.settings).toMatchObject({ encoder: 'letters', 'idf-documents': '4' });
    const f = table?.columns['f'] ?? [];
    expect(f[0]).toBeCloseTo(1, 6);
    expect(f[1]).toBeCloseTo(1 / 3, 6);
    expect(f[2]).toBeCloseTo(1, 6);
    expect(f[3]).toBe('too-long-to-score');
    expect(table?.columns['rescaled.f']?.[1]).toBe(0);
  });
});
