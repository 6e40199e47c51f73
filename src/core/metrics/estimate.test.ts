import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureSpec, Score } from '../contracts.ts';
import { estimateMean } from './estimate.ts';

const options = { level: 0.95, seed: 1 };
const scored = (values: readonly number[]): Score[] => values.map((value) => ({ state: 'scored', value }));
const own = (values: readonly unknown[]): string[] => values.map((_, index) => `c${index}`);
const kind = (of: MeasureSpec['kind']) => ({ kind: of });

describe('estimateMean: the default rule', () => {
  it('gives Wilson for independent 0/1 scores', () => {
    const values = [...Array<number>(23).fill(0), ...Array<number>(17).fill(1)];
    const estimate = estimateMean(scored(values), own(values), kind('binary'), options);
    expect(estimate).toMatchObject({
      value: 0.425,
      method: 'wilson',
      n: 40,
      unscored: 0,
      failed: 0,
      level: 0.95,
    });
    // scipy.stats.binomtest(17, 40).proportion_ci(method="wilson")
    expect(estimate.low).toBeCloseTo(0.2850939256, 9);
    expect(estimate.high).toBeCloseTo(0.5780493146, 9);
  });

  it('gives a BCa bootstrap for independent fractions', () => {
    const values = Array.from({ length: 30 }, (_, index) => (index % 7) / 7);
    const estimate = estimateMean(scored(values), own(values), kind('fraction'), options);
    expect(estimate.method).toBe('bca-bootstrap');
    expect(estimate.low).toBeLessThan(estimate.value ?? 0);
    expect(estimate.high).toBeGreaterThan(estimate.value ?? 1);
    expect(estimate.unreliable).toBeUndefined();
  });

  it('gives cluster-robust t as soon as one cluster has two items, whatever the measure', () => {
    for (const of of ['binary', 'fraction', 'count'] as const) {
      const estimate = estimateMean(scored([0, 1, 1, 0]), ['a', 'a', 'b', 'c'], kind(of), options);
      expect(estimate).toMatchObject({
        method: 'cluster-t',
        clusters: 3,
        unreliable: 'few-clusters',
        value: 0.5,
      });
    }
  });

  it('is not marked from 20 clusters on', () => {
    const values = Array.from({ length: 40 }, (_, index) => (index % 3) / 3);
    const clusters = values.map((_, index) => `c${index % 20}`);
    expect(estimateMean(scored(values), clusters, kind('fraction'), options)).toMatchObject({
      method: 'cluster-t',
      clusters: 20,
    });
    expect(estimateMean(scored(values), clusters, kind('fraction'), options).unreliable).toBeUndefined();
  });

  it('gives no interval where one patient is all there is, or one sample', () => {
    expect(estimateMean(scored([0.2, 0.4]), ['a', 'a'], kind('fraction'), options)).toMatchObject({
      low: null,
      high: null,
      method: 'none',
      n: 2,
      clusters: 1,
    });
    expect(estimateMean(scored([0.2]), ['a'], kind('fraction'), options)).toMatchObject({
      value: 0.2,
      low: null,
      method: 'none',
    });
    expect(estimateMean(scored([1]), ['a'], kind('binary'), options).method).toBe('wilson');
  });

  it('says an interval without variation is unreliable, and collapses it', () => {
    const values = Array<number>(12).fill(0.7);
    expect(estimateMean(scored(values), own(values), kind('fraction'), options)).toMatchObject({
      low: 0.7,
      high: 0.7,
      unreliable: 'few-samples',
    });
  });

  it('counts unscored and failed, and gives null, not zero, when nothing was scored', () => {
    const scores: Score[] = [
      { state: 'unscored', reason: 'missing-output' },
      { state: 'unscored', reason: 'sample-failed' },
    ];
    expect(estimateMean(scores, ['a', 'a'], kind('binary'), options)).toEqual({
      value: null,
      low: null,
      high: null,
      level: 0.95,
      method: 'none',
      n: 0,
      unscored: 2,
      failed: 1,
    });
  });

  it('refuses impossible scores instead of averaging them', () => {
    for (const [value, of] of [
      [Number.NaN, 'fraction'],
      [1.2, 'fraction'],
      [0.5, 'binary'],
      [-1, 'count'],
      [Infinity, 'count'],
    ] as const) {
      expect(() => estimateMean(scored([value]), ['a'], kind(of), options)).toThrowError(
        expect.objectContaining({ code: 'defect' }),
      );
    }
  });
});

const item = fc.record({
  value: fc.double({ min: 0, max: 1, noNaN: true }),
  cluster: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  unscored: fc.boolean(),
});
type Item = typeof item extends fc.Arbitrary<infer T> ? T : never;
const toScores = (items: readonly Item[]): Score[] =>
  items.map(({ value, unscored }) =>
    unscored ? { state: 'unscored', reason: 'empty-output' } : { state: 'scored', value },
  );

describe('estimateMean: properties', () => {
  it('does not depend on the order of the items, to the last bit', () => {
    fc.assert(
      fc.property(
        fc
          .array(item, { maxLength: 12 })
          .chain((items) =>
            fc.tuple(
              fc.constant(items),
              fc.shuffledSubarray(items, { minLength: items.length }),
              fc.boolean(),
            ),
          ),
        ([items, shuffled, clustered]) => {
          const run = (of: readonly Item[]) =>
            estimateMean(
              toScores(of),
              of.map((one, index) => (clustered ? one.cluster : String(index))),
              kind('fraction'),
              options,
            );
          expect(run(shuffled)).toEqual(run(items));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not take repeats of every item inside its cluster for new evidence', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 3, maxLength: 12 }), (items) => {
        const once = items.filter((one) => !one.unscored);
        fc.pre(new Set(once.map((one) => one.cluster)).size > 1);
        fc.pre(new Set(once.map((one) => one.cluster)).size < once.length);
        const run = (of: readonly Item[]) =>
          estimateMean(
            toScores(of),
            of.map((one) => one.cluster),
            kind('fraction'),
            options,
          );
        const [single, double] = [run(once), run([...once, ...once])];
        expect(double.value).toBeCloseTo(single.value ?? Number.NaN, 12);
        expect(double.low).toBeCloseTo(single.low ?? Number.NaN, 10);
        expect(double.high).toBeCloseTo(single.high ?? Number.NaN, 10);
      }),
    );
  });

  it('never gives NaN or Infinity, and keeps low <= value <= high inside the measure’s range', () => {
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 15 }),
        fc.constantFrom('binary' as const, 'fraction' as const, 'count' as const),
        fc.boolean(),
        (items, of, clustered) => {
          const scores = toScores(items).map((score): Score =>
            score.state === 'scored' && of === 'binary'
              ? { ...score, value: Math.round(score.value) }
              : score,
          );
          const clusters = items.map((one, index) => (clustered ? one.cluster : String(index)));
          const { value, low, high, n, unscored } = estimateMean(scores, clusters, kind(of), options);
          expect(n + unscored).toBe(items.length);
          expect(JSON.stringify({ value, low, high })).toBe(
            JSON.stringify({ value, low, high }, finiteOrNull),
          );
          if (value === null || low === null || high === null) return;
          expect(low).toBeLessThanOrEqual(high);
          expect(low).toBeGreaterThanOrEqual(0);
          if (of !== 'count') expect(high).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function finiteOrNull(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not finite');
  return value;
}
