import { describe, expect, it } from 'vitest';
import type { MeasureSpec } from '../contracts.ts';
import { pairedDifference } from '../stats/paired/paired-difference.ts';
import { type PackDifference, pooledDifferences } from './pooled-difference.ts';

const measure: MeasureSpec = { id: 'f', title: 'F', kind: 'fraction', better: 'higher', headline: true };
const OPTIONS = { level: 0.95, seed: 1 };

function pack(name: string, a: readonly number[], b: readonly number[], spec = measure): PackDifference {
  const pairs = a.map((one, at) => ({ id: `${at}`, cluster: `${at}`, a: one, b: b[at] ?? 0 }));
  return {
    pack: name,
    metrics: [{ metric: 'x.f', measure: spec, difference: pairedDifference(pairs, spec, OPTIONS) }],
  };
}

const FIRST = pack(
  'first',
  [0.42, 0.51, 0.38, 0.6, 0.47, 0.55, 0.33, 0.49],
  [0.5, 0.49, 0.46, 0.71, 0.45, 0.62, 0.41, 0.58],
);
const SECOND = pack('second', [0.21, 0.3, 0.28, 0.25, 0.35], [0.22, 0.41, 0.27, 0.24, 0.44]);
const THIRD = pack(
  'third',
  [0.8, 0.77, 0.91, 0.69, 0.84, 0.73, 0.88, 0.79, 0.9, 0.75, 0.82],
  [0.81, 0.7, 0.92, 0.74, 0.8, 0.78, 0.85, 0.83, 0.93, 0.71, 0.86],
);

describe('a difference over several packs', () => {
  it('has the mean and the pooled error of R 4.2.2: d <- b - a; f <- lm(d ~ pack); sigma(f) / sqrt(24); qt(.975, 21)', () => {
    const [found] = pooledDifferences([FIRST, SECOND, THIRD], 0.95);
    expect(found?.value).toBeCloseTo(0.0295833333333333, 12);
    expect(found?.standardError).toBeCloseTo(0.00984404453681072, 12);
    expect(found?.low).toBeCloseTo(0.00911152202646589, 10);
    expect(found?.high).toBeCloseTo(0.0500551446402008, 10);
    expect(found).toMatchObject({ n: 24, unreliable: false, opposed: false });
  });

  it('does not depend on the order of the packs', () => {
    const [one] = pooledDifferences([FIRST, SECOND, THIRD], 0.95);
    const [other] = pooledDifferences([THIRD, FIRST, SECOND], 0.95);
    expect({ ...other, packs: null }).toEqual({ ...one, packs: null });
  });

  it('has no interval where a pack has one pair, and says where packs point opposite ways', () => {
    const [found] = pooledDifferences([FIRST, pack('one', [0.9], [0.1])], 0.95);
    expect(found).toMatchObject({ n: 9, standardError: null, low: null, high: null, opposed: true });
    expect(found?.unreliable).toBe(true);
  });

  it('is not made of one pack, of packs without a score, or of a measure that only repeats another', () => {
    expect(pooledDifferences([FIRST], 0.95)).toEqual([]);
    expect(pooledDifferences([FIRST, pack('none', [], [])], 0.95)).toEqual([]);
    const minor = { ...measure, headline: false };
    expect(
      pooledDifferences([pack('p', [0, 1], [1, 1], minor), pack('q', [0, 1], [1, 1], minor)], 0.95),
    ).toEqual([]);
    expect(pooledDifferences([], 0.95)).toEqual([]);
  });
});
