import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { majorityRight, passAtK, passHatK } from './repeats.ts';

/** Every way to draw k of n answers, the first c of which are right. */
function draws(n: number, c: number, k: number): boolean[][] {
  const sets: number[][] = [[]];
  for (let i = 0; i < n; i += 1) sets.push(...sets.filter((set) => set.length < k).map((set) => [...set, i]));
  return sets.filter((set) => set.length === k).map((set) => set.map((i) => i < c));
}

describe('repeats', () => {
  it('pass@k and pass^k are the shares of draws with one right and with all right', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 1, max: 7 }),
        (n, right, k) => {
          fc.pre(right <= n && k <= n);
          const all = draws(n, right, k);
          const share = (test: (draw: boolean[]) => boolean) => all.filter(test).length / all.length;
          expect(passAtK(n, right, k)).toBeCloseTo(
            share((draw) => draw.includes(true)),
            12,
          );
          expect(passHatK(n, right, k)).toBeCloseTo(
            share((draw) => !draw.includes(false)),
            12,
          );
        },
      ),
    );
  });
  it('is Chen’s estimator 1 - C(n-c, k)/C(n, k), and Yao’s C(c, k)/C(n, k), worked by hand', () => {
    expect(passAtK(5, 2, 1)).toBeCloseTo(0.4, 12);
    expect(passAtK(10, 3, 5)).toBeCloseTo(1 - 21 / 252, 12);
    expect(passHatK(4, 3, 2)).toBeCloseTo(0.5, 12);
  });
  it('is null where there are fewer answers than asked for', () => {
    expect([passAtK(2, 1, 3), passHatK(2, 1, 3), majorityRight(0, 0)]).toEqual([null, null, null]);
  });
  it('counts a tied vote one half', () => {
    expect([majorityRight(3, 2), majorityRight(4, 2), majorityRight(3, 1)]).toEqual([1, 0.5, 0]);
  });
});
