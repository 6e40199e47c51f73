/** Reference values of the intervals that were chosen by coverage, and of means over groups. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clusterWilson } from './cluster-wilson.ts';
import { groupMean } from './group-mean.ts';
import { unscoredBounds } from './unscored-bounds.ts';
import { proportionInterval } from './modified-wilson.ts';

const golden = JSON.parse(readFileSync(new URL('./fixtures/golden.json', import.meta.url), 'utf8')) as {
  modifiedWilson: [number, number, number, number, number][];
  clusterWilson: {
    mean: number;
    standardError: number;
    n: number;
    clusters: number;
    low: number;
    high: number;
  }[];
};

describe('intervals agree with SciPy', () => {
  it("Wilson's with Poisson ends (Brown, Cai and DasGupta 2001)", () => {
    for (const [x, n, level, low, high] of golden.modifiedWilson) {
      const { interval } = proportionInterval(x, n, level);
      expect(interval.low).toBeCloseTo(low, 9);
      expect(interval.high).toBeCloseTo(high, 9);
    }
  });
  it('changes nothing where events are not rare', () => {
    expect(proportionInterval(3, 20, 0.95).method).toBe('wilson');
    expect(proportionInterval(0, 50, 0.95).method).toBe('wilson');
    expect(proportionInterval(1, 50, 0.95).method).toBe('modified-wilson');
  });
  it("Wilson's with the effective number of samples", () => {
    for (const { low, high, ...share } of golden.clusterWilson) {
      const interval = clusterWilson(share, 0.95);
      expect(interval.low).toBeCloseTo(low, 9);
      expect(interval.high).toBeCloseTo(high, 9);
    }
  });
});

describe('means over groups', () => {
  it('are weighted by size, with the pooled error of lm-evaluation-harness (NumPy, by its formula)', () => {
    const groups = [
      { mean: 0.5, standardError: 0.05, n: 50 },
      { mean: 0.25, standardError: 0.1, n: 20 },
      { mean: 0.8, standardError: 0.02, n: 200 },
    ];
    expect(groupMean(groups)?.mean).toBeCloseTo(0.7037037037037037, 12);
    expect(groupMean(groups)?.standardError).toBeCloseTo(0.01893436546570408, 12);
    expect(groupMean([...groups].reverse())).toEqual(groupMean(groups));
  });
  it('have no error where a group has none, and no mean without groups', () => {
    expect(groupMean([])).toBeNull();
    expect(groupMean([{ mean: 1, standardError: null, n: 1 }])).toEqual({
      mean: 1,
      standardError: null,
      n: 1,
    });
  });
});

describe('what unscored samples could make of a mean', () => {
  it('lies between all wrong and all right', () => {
    expect(unscoredBounds({ value: 0.5, n: 8, unscored: 2 }, 'binary')).toEqual({ low: 0.4, high: 0.6 });
    expect(unscoredBounds({ value: null, n: 0, unscored: 3 }, 'fraction')).toEqual({ low: 0, high: 1 });
    expect(unscoredBounds({ value: 0.5, n: 8, unscored: 0 }, 'binary')).toBeNull();
    expect(unscoredBounds({ value: 3, n: 8, unscored: 1 }, 'count')).toBeNull();
  });
});
