import { describe, expect, it } from 'vitest';
import type { Score } from '../contracts.ts';
import { estimateMean } from './estimate.ts';
import { zeroEvents, zeroEventsOf } from './zero-events.ts';

const zeros = (n: number): Score[] => Array.from({ length: n }, () => ({ state: 'scored', value: 0 }));

describe('zero events', () => {
  it('are worded with their exact upper bound', () => {
    expect(zeroEvents(30, 'proportion', 0.95).words).toBe('0 of 30; up to 12 in 100 remain compatible');
    expect(zeroEvents(30, 'proportion', 0.95).upper).toBeCloseTo(1 - 0.025 ** (1 / 30), 12);
  });

  it('scale to readable numbers for large n', () => {
    expect(zeroEvents(1000, 'proportion', 0.95).words).toBe('0 of 1000; up to 4 in 1000 remain compatible');
  });

  it('use the Poisson bound for counts: -ln(0.025) events over n', () => {
    const words = zeroEvents(30, 'count', 0.95);
    expect(words.upper).toBeCloseTo(-Math.log(0.025) / 30, 12);
    expect(words.words).toBe('0 in 30; up to 13 in 100 remain compatible');
  });

  it('count clusters, not samples, where samples share one', () => {
    const clusters = Array.from({ length: 30 }, (_, index) => `p${index % 10}`);
    const estimate = estimateMean(zeros(30), clusters, { kind: 'binary' }, { level: 0.95, seed: 1 });
    expect(zeroEventsOf(estimate, { kind: 'binary' })?.words).toBe(
      '0 of 10; up to 31 in 100 remain compatible',
    );
  });

  it('say nothing for a non-zero mean, for fractions, and when nothing was scored', () => {
    const options = { level: 0.95, seed: 1 };
    const one: Score[] = [{ state: 'scored', value: 1 }];
    expect(
      zeroEventsOf(estimateMean(one, ['a'], { kind: 'binary' }, options), { kind: 'binary' }),
    ).toBeNull();
    expect(
      zeroEventsOf(estimateMean(zeros(3), ['a', 'b', 'c'], { kind: 'fraction' }, options), {
        kind: 'fraction',
      }),
    ).toBeNull();
    expect(zeroEventsOf(estimateMean([], [], { kind: 'binary' }, options), { kind: 'binary' })).toBeNull();
  });
});
