import { describe, expect, it } from 'vitest';
import type { Sample } from '../../packs/pack.ts';
import type { EncodedPairs } from '../scorer-resources.ts';
import { greedyMatch, type EmbeddedTokens } from './greedy-match.ts';
import { EQUAL_WEIGHT, inverseDocumentFrequency, matchValues, rescaled } from './match-values.ts';
import golden from './matching.golden.json';
import { bertscore } from './scorer.ts';

const embedded = (tokens: (typeof golden.cases)[number]['target']): EmbeddedTokens => ({
  ids: tokens.ids,
  content: tokens.content,
  vectors: Float32Array.from(tokens.vectors.flat()),
  dimensions: tokens.vectors[0]?.length ?? 0,
});

describe('greedy matching', () => {
  it.each(golden.cases)('gives the values of the similarity matrix: $name', (item) => {
    const match = greedyMatch(embedded(item.target), embedded(item.text));
    if (match === null) throw new Error('too large');
    const plain = matchValues(match, EQUAL_WEIGHT);
    const idf = matchValues(match, inverseDocumentFrequency(item.documents));
    for (const part of ['p', 'r', 'f'] as const) {
      expect(plain[part], `plain ${part}`).toBeCloseTo(item.plain[part], 6);
      expect(idf[part], `idf ${part}`).toBeCloseTo(item.idf[part], 6);
    }
  });

  it('gives 1 for a text with itself, and 0 where one side is empty', () => {
    const [first] = golden.cases;
    if (first === undefined) throw new Error('no case');
    const same = greedyMatch(embedded(first.target), embedded(first.target));
    const none = greedyMatch(embedded(first.target), embedded({ ids: [], content: [], vectors: [] }));
    expect(matchValues(same ?? fail(), EQUAL_WEIGHT).f).toBeCloseTo(1, 6);
    expect(matchValues(none ?? fail(), EQUAL_WEIGHT)).toMatchObject({ p: 0, f: 0 });
  });

  it('refuses a pair that would take many seconds', () => {
    const large = (count: number): EmbeddedTokens => ({
      ids: new Int32Array(count),
      content: new Uint8Array(count).fill(1),
      vectors: new Float32Array(0),
      dimensions: 384,
    });
    expect(greedyMatch(large(60_000), large(1_000))).toBeNull();
  });

  it('rescales so that the baseline is 0', () => {
    expect(rescaled(0.8, 0.6)).toBeCloseTo(0.5, 12);
    expect(rescaled(0.6, 0.6)).toBe(0);
  });
});

function fail(): never {
  throw new Error('too large');
}

const sample = (target: string[]): Sample => ({
  id: 's',
  input: { messages: [{ role: 'user', content: 'x' }] },
  target,
});

const encodings = (more: Partial<EncodedPairs> = {}): EncodedPairs => ({
  encoder: { name: 'all MiniLM/L6', dtype: 'q8', layer: 6, sha256: 'ab'.repeat(32), windowTokens: 256 },
  pairs: [
    {
      target: 'cough',
      text: 'coughing',
      match: { target: { ids: [1], best: [0.9] }, text: { ids: [2], best: [0.7] } },
    },
  ],
  unrelated: { p: 0.4, r: 0.4, f: 0.4, n: 3 },
  ...more,
});

describe('the scorer bertscore', () => {
  it('has no scores until an encoder was chosen', () => {
    expect(bertscore.score(sample(['cough']), { text: 'coughing' }).scores['f']).toEqual({
      state: 'unscored',
      reason: 'no-encoder',
    });
  });

  it('is named after encoder, type and layer, so that encoders never share a column', () => {
    const bound = bertscore.bind?.({ encodings: encodings() });
    expect(bound?.id).toBe('bertscore@all-MiniLM-L6-q8-L6-abababab');
    expect(bound?.settings).toMatchObject({ encoder: 'all MiniLM/L6', layer: '6', 'window-tokens': '256' });
    const other = bertscore.bind?.({
      encodings: encodings({ encoder: { ...encodings().encoder, sha256: 'cd'.repeat(32) } }),
    });
    expect(other?.id).not.toBe(bound?.id);
  });

  it('scores what was encoded; of an empty note 0; the rest is too long', () => {
    const bound = bertscore.bind?.({ encodings: encodings() }) ?? bertscore;
    const { scores } = bound.score(sample(['cough']), { text: 'coughing' });
    expect(scores['p']).toEqual({ state: 'scored', value: 0.7 });
    expect(scores['r']).toEqual({ state: 'scored', value: 0.9 });
    expect(scores['rescaled.p']).toMatchObject({ state: 'scored', value: expect.closeTo(0.5, 12) as number });
    // One reference has no document frequency.
    expect(scores['idf.f']).toEqual({ state: 'unscored', reason: 'not-applicable' });
    expect(bound.score(sample(['cough']), { text: ' ' }).scores['f']).toEqual({ state: 'scored', value: 0 });
    expect(bound.score(sample(['cough']), { text: 'other' }).scores['f']).toEqual({
      state: 'unscored',
      reason: 'too-long-to-score',
    });
  });
});
