import { describe, expect, it } from 'vitest';
import { pooledF1, type ItemCounts } from './pooled-f1.ts';

const none = { unscored: 0, failed: 0 };
const options = { level: 0.95, seed: 1 };
const of = (rows: readonly (readonly [given: number, right: number, wanted: number])[], cluster?: string) =>
  rows.map(([given, right, wanted], at): ItemCounts => ({
    given,
    right,
    wanted,
    found: right,
    cluster: cluster ?? String(at),
  }));

describe('F1 pooled over samples', () => {
  it('is that of the example in seqeval’s documentation', () => {
    // Sentence 1: one MISC entity, found a token too early; sentence 2: one PER entity, found.
    expect(
      pooledF1(
        of([
          [1, 0, 1],
          [1, 1, 1],
        ]),
        none,
        options,
      ).value,
    ).toBe(0.5);
  });

  it('weighs a sample by its items, and has an interval and its counts', () => {
    const rows = Array.from({ length: 20 }, (_, at) => [10, at % 2 === 0 ? 9 : 5, 10] as const);
    const found = pooledF1(of(rows), { unscored: 2, failed: 1 }, options);
    expect(found).toMatchObject({ n: 20, unscored: 2, failed: 1, method: 'percentile-bootstrap' });
    expect(found.value).toBeCloseTo(0.7, 12);
    expect(found.low).toBeGreaterThan(0.58);
    expect(found.low).toBeLessThan(0.66);
    expect(found.high).toBeGreaterThan(0.74);
    expect(found.unreliable).toBeUndefined();
    const large = pooledF1(
      of([
        [100, 0, 100],
        [1, 1, 1],
      ]),
      none,
      options,
    );
    expect(large.value).toBeCloseTo(1 / 101, 12);
    expect(large.unreliable).toBe('few-samples');
  });

  it('has no interval where one patient holds everything, and no value where nothing is wanted or given', () => {
    const one = pooledF1(
      of(
        [
          [2, 1, 2],
          [2, 2, 2],
        ],
        'p',
      ),
      none,
      options,
    );
    expect(one).toMatchObject({ low: null, high: null, clusters: 1, unreliable: 'few-clusters' });
    expect(pooledF1(of([[0, 0, 0]]), none, options).value).toBeNull();
    expect(pooledF1([], none, options)).toMatchObject({ value: null, n: 0 });
  });
});
