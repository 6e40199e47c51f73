import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { minimumDetectableEffect, samplesNeeded } from './detectable-effect.ts';
import { flipsOf, leadsOf } from './flips.ts';
import { holmAdjusted } from './holm.ts';
import { mcNemarTest } from './mcnemar.ts';
import { nonInferiority } from './non-inferiority.ts';
import { type Pair, differenceOf } from './pair.ts';
import { groupDifferences, pairedDifference } from './paired-difference.ts';
import { signFlipTest } from './sign-flip-test.ts';
import { scoreDifference } from './score-difference.ts';
import { differenceWords } from './words.ts';

interface Cases<T> {
  readonly source: string;
  readonly cases: readonly T[];
}
interface Golden {
  mcnemar: Cases<{ onlyA: number; onlyB: number; p: number; midP: number }>;
  signFlip: Cases<{ differences: number[]; p: number }>;
  holm: Cases<{ p: number[]; adjusted: number[] }>;
  dz: Cases<{ differences: number[]; mean: number; standardError: number; dz: number }>;
  cluster: Cases<{
    differences: number[];
    groups: number[];
    mean: number;
    standardError: number;
    low: number;
    high: number;
  }>;
  power: Cases<{ n: number; sd: number; level: number; power: number; mde: number; 'neededFor0.1': number }>;
  pairedT: Cases<{ differences: number[]; low: number; high: number }>;
  tango: Cases<{ n: number; onlyA: number; onlyB: number; low: number; high: number }>;
}
const golden = JSON.parse(readFileSync(new URL('./fixtures/golden.json', import.meta.url), 'utf8')) as Golden;
const OPTIONS = { level: 0.95, seed: 1 };
const COUNT = { kind: 'count' } as const;
const BINARY = { kind: 'binary' } as const;

/** Differences as pairs against a zero run, each its own cluster unless told otherwise. */
function pairsOf(differences: readonly number[], groups?: readonly number[]): Pair[] {
  return differences.map((b, i) => ({ id: `s${i}`, cluster: `c${groups?.[i] ?? i}`, a: 0, b }));
}
function binaryPairs(values: readonly (readonly [number, number])[]): Pair[] {
  return values.map(([a, b], i) => ({ id: `s${i}`, cluster: `s${i}`, a, b }));
}
const binary = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 1)), {
  minLength: 1,
  maxLength: 40,
});
const fractions = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
  minLength: 0,
  maxLength: 30,
});
const asFractions = (rows: [number, number][], clusters = rows.length): Pair[] =>
  rows.map(([a, b], i) => ({ id: `s${i}`, cluster: `c${i % Math.max(1, clusters)}`, a: a / 20, b: b / 20 }));

describe('golden values', () => {
  it('exact and mid-p McNemar agree with statsmodels and SciPy', () => {
    for (const one of golden.mcnemar.cases) {
      const test = mcNemarTest(one.onlyA, one.onlyB);
      expect(test.p).toBeCloseTo(one.p, 9);
      expect(test.midP).toBeCloseTo(one.midP, 9);
    }
  });
  it('McNemar reproduces Fagerland, Lydersen and Laake 2013: 1 against 7 gives .0703 and mid-p .0391', () => {
    expect(mcNemarTest(1, 7).p).toBeCloseTo(0.0703, 4);
    expect(mcNemarTest(1, 7).midP).toBeCloseTo(0.0391, 4);
  });
  it('exact sign-flip test agrees with scipy.stats.permutation_test', () => {
    for (const one of golden.signFlip.cases) {
      const test = signFlipTest(
        one.differences.map((d) => [d]),
        1,
      );
      expect(test.method).toBe('exact');
      expect(test.p).toBeCloseTo(one.p, 9);
    }
  });
  it('drawn sign flips come within their own error of the exact p', () => {
    const exact = golden.signFlip.cases[3];
    if (exact === undefined) throw new Error('no case');
    // Ten tiny groups make it too large to count without moving p.
    const groups = [...exact.differences.map((d) => [d]), ...Array.from({ length: 10 }, () => [1e-9])];
    const test = signFlipTest(groups, 1);
    if (test.method !== 'monte-carlo') throw new Error('expected draws');
    expect(Math.abs(test.p - exact.p)).toBeLessThan(4 * test.error);
    expect(test.error).toBeLessThan(0.006);
  });
  it('Holm agrees with statsmodels', () => {
    for (const one of golden.holm.cases)
      holmAdjusted(one.p).forEach((p, i) => expect(p).toBeCloseTo(one.adjusted[i] ?? Number.NaN, 12));
    expect(holmAdjusted([null, 0.03, null])).toEqual([null, 0.03, null]);
  });
  it("mean, standard error and Cohen's dz agree with SciPy", () => {
    for (const one of golden.dz.cases) {
      const difference = pairedDifference(pairsOf(one.differences), COUNT, OPTIONS);
      expect(difference.value).toBeCloseTo(one.mean, 12);
      expect(difference.standardError).toBeCloseTo(one.standardError, 12);
      expect(difference.dz).toBeCloseTo(one.dz, 10);
    }
  });
  it('clustered differences agree with statsmodels to nine digits', () => {
    for (const one of golden.cluster.cases) {
      const difference = pairedDifference(pairsOf(one.differences, one.groups), COUNT, OPTIONS);
      expect(difference.method).toBe('cluster-t');
      expect(difference.standardError).toBeCloseTo(one.standardError, 10);
      expect(difference.low).toBeCloseTo(one.low, 9);
      expect(difference.high).toBeCloseTo(one.high, 9);
    }
  });
  it('detectable effect and n needed agree with statsmodels', () => {
    for (const { n, sd, level, power, ...one } of golden.power.cases) {
      const standardError = sd / Math.sqrt(n);
      expect(minimumDetectableEffect(standardError, { level, power })).toBeCloseTo(one.mde, 6);
      expect(samplesNeeded(0.1, { n, standardError }, { level, power })).toBe(
        Math.ceil(one['neededFor0.1'] - 1e-6),
      );
    }
  });
  it("Student's t of the differences agrees with SciPy to nine digits", () => {
    for (const one of golden.pairedT.cases) {
      const difference = pairedDifference(pairsOf(one.differences), COUNT, OPTIONS);
      expect(difference.method).toBe('t');
      expect(difference.low).toBeCloseTo(one.low, 9);
      expect(difference.high).toBeCloseTo(one.high, 9);
    }
  });
});

describe("Tango's score interval", () => {
  const score = (n: number, onlyA: number, onlyB: number, level: number = OPTIONS.level) =>
    scoreDifference(
      binaryPairs(
        Array.from({ length: n }, (_, i): [number, number] =>
          i < onlyA ? [1, 0] : i < onlyA + onlyB ? [0, 1] : [1, 1],
        ),
      ),
      { ...OPTIONS, level },
    );
  // Published intervals, as the tests of the R package ratesci quote and meet them (github.com/petelaud/ratesci,
  // tests/testthat/test1.R, commit 6ec577a, "Tango", "Agresti & Min 2005" and "Fagerland et al 2014"). Fagerland: airway
  // hyper-responsiveness of 21 children before and after stem cell transplantation, 1 and 7 of whom changed.
  it.each([
    [32, 3, 9, 0.95, -0.027, 0.39],
    [44, 1, 0, 0.9, -0.096, 0.037],
    [86, 8, 16, 0.95, -0.02, 0.207],
    [21, 1, 7, 0.95, 0.026, 0.517],
  ])('reproduces the published interval of %i pairs, %i against %i', (n, onlyA, onlyB, level, low, high) => {
    const found = score(n, onlyA, onlyB, level);
    expect(Math.abs((found?.low ?? 9) - low)).toBeLessThanOrEqual(0.0005);
    expect(Math.abs((found?.high ?? 9) - high)).toBeLessThanOrEqual(0.0005);
  });
  it('agrees with the score equation solved by SciPy', () => {
    for (const one of golden.tango.cases) {
      const interval = score(one.n, one.onlyA, one.onlyB);
      expect(interval?.low).toBeCloseTo(one.low, 6);
      expect(interval?.high).toBeCloseTo(one.high, 6);
    }
  });
  it('is wide where nothing changed, and exact at the ends', () => {
    const z2 = 1.959963984540054 ** 2;
    expect(score(30, 0, 0)).toMatchObject({ value: 0, n: 30 });
    expect(score(30, 0, 0)?.high).toBeCloseTo(z2 / (30 + z2), 9);
    expect(score(10, 0, 10)?.high).toBeCloseTo(1, 9);
  });
  it('mirrors when A and B are swapped and contains the difference', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(20), (rest, onlyA, onlyB) => {
        fc.pre(rest + onlyA + onlyB > 0);
        const one = score(rest + onlyA + onlyB, onlyA, onlyB);
        const other = score(rest + onlyA + onlyB, onlyB, onlyA);
        expect(one?.low ?? 9).toBeCloseTo(-(other?.high ?? 9), 9);
        expect(one?.low ?? 9).toBeLessThanOrEqual((one?.value ?? 9) + 1e-12);
        expect(one?.high ?? -9).toBeGreaterThanOrEqual((one?.value ?? -9) - 1e-12);
      }),
    );
  });
  it('is none for scores that are not right/wrong, for shared clusters and for no pairs', () => {
    expect(scoreDifference(pairsOf([0.5, 0.1]), OPTIONS)).toBeNull();
    expect(scoreDifference(pairsOf([1, 0], [1, 1]), OPTIONS)).toBeNull();
    expect(scoreDifference([], OPTIONS)).toBeNull();
  });
});

describe('invariances', () => {
  it('does not depend on the order of the pairs, to the last bit', () => {
    fc.assert(
      fc.property(fractions, fc.integer({ min: 1, max: 9 }), (rows, clusters) => {
        const pairs = asFractions(rows, clusters);
        const reversed = [...pairs].reverse();
        expect(pairedDifference(reversed, BINARY, OPTIONS)).toEqual(pairedDifference(pairs, BINARY, OPTIONS));
        expect(signFlipTest(groupDifferences(reversed), 1)).toEqual(signFlipTest(groupDifferences(pairs), 1));
      }),
      { numRuns: 40 },
    );
  });
  it('swapping A and B turns the sign and keeps every p-value', () => {
    fc.assert(
      fc.property(fractions, (rows) => {
        const pairs = asFractions(rows, 5);
        const swapped = pairs.map((pair) => ({ ...pair, a: pair.b, b: pair.a }));
        const one = pairedDifference(pairs, COUNT, OPTIONS);
        const other = pairedDifference(swapped, COUNT, OPTIONS);
        expect(other.value ?? 0).toBeCloseTo(-(one.value ?? 0), 12);
        if (one.method === 'cluster-t') expect(other.low ?? 0).toBeCloseTo(-(one.high ?? 0), 9);
        expect(signFlipTest(groupDifferences(swapped), 1)).toEqual(signFlipTest(groupDifferences(pairs), 1));
      }),
      { numRuns: 40 },
    );
  });
  it('a large drawn test is the same in any order and with A and B swapped', () => {
    const groups = Array.from({ length: 60 }, (_, i) => [((i * 37) % 19) / 19 - 0.4]);
    const negated = groups.map(([d]) => [-(d ?? 0)]).reverse();
    expect(signFlipTest(negated, 3)).toEqual(signFlipTest(groups, 3));
    expect(signFlipTest(groups, 3).method).toBe('monte-carlo');
  });
  it('a sample twice in its cluster changes neither the mean nor the cluster-level test', () => {
    fc.assert(
      fc.property(fractions, (rows) => {
        fc.pre(rows.length > 0);
        const pairs = asFractions(rows);
        const doubled = pairs.flatMap((pair) => [pair, { ...pair, id: `${pair.id}'` }]);
        const once = pairedDifference(pairs, BINARY, OPTIONS);
        const twice = pairedDifference(doubled, BINARY, OPTIONS);
        expect(twice.value).toBeCloseTo(once.value ?? Number.NaN, 12);
        if (twice.standardError !== null && once.standardError !== null)
          expect(twice.standardError).toBeCloseTo(once.standardError, 9);
        expect(signFlipTest(groupDifferences(doubled), 1).p).toBeCloseTo(
          signFlipTest(groupDifferences(pairs), 1).p,
          12,
        );
      }),
      { numRuns: 40 },
    );
  });
  it('on right/wrong scores the exact sign-flip test is the exact McNemar test', () => {
    fc.assert(
      fc.property(binary, (rows) => {
        const flips = flipsOf(binaryPairs(rows), 'higher');
        if (flips === null) throw new Error('binary');
        const test = signFlipTest(groupDifferences(binaryPairs(rows)), 1);
        fc.pre(test.method === 'exact');
        expect(test.p).toBeCloseTo(mcNemarTest(flips.onlyA.length, flips.onlyB.length).p, 9);
      }),
      { numRuns: 60 },
    );
  });
  it('flips and leads count every pair once, and agree with each other', () => {
    fc.assert(
      fc.property(binary, fc.constantFrom('higher' as const, 'lower' as const), (rows, better) => {
        const pairs = binaryPairs(rows);
        const flips = flipsOf(pairs, better);
        const leads = leadsOf(pairs, better);
        if (flips === null) throw new Error('binary');
        expect(Object.values(flips).flat().length).toBe(pairs.length);
        expect([flips.onlyA.length, flips.onlyB.length]).toEqual([leads.a, leads.b]);
        expect(leads.a + leads.b + leads.equal).toBe(pairs.length);
      }),
    );
  });
  it('Holm keeps the order of p-values and never lowers one', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (ps) => {
        const adjusted = holmAdjusted(ps);
        ps.forEach((p, i) => {
          expect(adjusted[i] ?? -1).toBeGreaterThanOrEqual(p);
          ps.forEach((q, j) => {
            if (p < q) expect(adjusted[i] ?? 9).toBeLessThanOrEqual(adjusted[j] ?? -1);
          });
        });
      }),
    );
  });
});

describe('degenerate comparisons are worded, never NaN or Infinity', () => {
  const wordsOf = (pairs: readonly Pair[]): string =>
    differenceWords(pairedDifference(pairs, BINARY, OPTIONS), BINARY);

  it('says so when nothing is shared', () => {
    expect(wordsOf([])).toMatch(/nothing to compare/);
  });
  it('gives one sample no interval', () => {
    expect(wordsOf(binaryPairs([[0, 1]]))).toMatch(/B is higher by 1.000, without an interval: n = 1/);
  });
  it('words no change with its exact bound', () => {
    const pairs = binaryPairs(Array.from({ length: 30 }, () => [1, 1]));
    expect(wordsOf(pairs)).toBe(
      'No sample changed: 0 of 30; up to 12 in 100 remain compatible (n = 30 shared samples).',
    );
    expect(signFlipTest(groupDifferences(pairs), 1).p).toBe(1);
    expect(mcNemarTest(0, 0)).toMatchObject({ p: 1, midP: 1 });
  });
  it('says that equal differences show no variation', () => {
    const pairs = binaryPairs(Array.from({ length: 12 }, () => [0, 1]));
    const difference = pairedDifference(pairs, BINARY, OPTIONS);
    expect(difference).toMatchObject({ value: 1, dz: null, standardError: 0, unreliable: 'few-samples' });
    expect(differenceWords(difference, BINARY)).toMatch(/on every sample alike/);
    expect(minimumDetectableEffect(difference.standardError, { level: 0.95, power: 0.8 })).toBeNull();
  });
  it('takes rounding noise for no difference', () => {
    expect(differenceOf({ a: 0.3, b: 0.1 + 0.2 })).toBe(0);
    expect(differenceOf({ a: 0.1, b: 0.4 })).toBe(differenceOf({ a: 0.2, b: 0.5 }));
  });
  it('has no interval for a single cluster and marks few clusters', () => {
    const one = pairedDifference(pairsOf([0.1, 0.3, 0.2], [1, 1, 1]), BINARY, OPTIONS);
    expect(one).toMatchObject({ low: null, high: null, clusters: 1, unreliable: 'few-clusters' });
    const few = pairedDifference(pairsOf([0.1, 0.3, 0.2, 0.4], [1, 1, 2, 2]), BINARY, OPTIONS);
    expect(few).toMatchObject({ method: 'cluster-t', unreliable: 'few-clusters' });
  });
  it('marks an interval that rests on few samples that differ', () => {
    const pairs = binaryPairs(Array.from({ length: 60 }, (_, i) => [1, i === 0 ? 0 : 1]));
    expect(pairedDifference(pairs, BINARY, OPTIONS).unreliable).toBe('few-differences');
  });
  it('holds only finite numbers for any input', () => {
    fc.assert(
      fc.property(fractions, fc.integer({ min: 1, max: 30 }), (rows, clusters) => {
        const pairs = asFractions(rows, clusters);
        const text = JSON.stringify([
          pairedDifference(pairs, BINARY, OPTIONS),
          signFlipTest(groupDifferences(pairs), 1),
        ]);
        const check = (value: unknown): void => {
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          else if (value !== null && typeof value === 'object') Object.values(value).forEach(check);
        };
        check(pairedDifference(pairs, BINARY, OPTIONS));
        expect(text).not.toMatch(/NaN|Infinity/);
        expect(wordsOf(pairs)).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('non-inferiority', () => {
  const terms = { margin: 0.05, plannedN: 100 };
  const at = (low: number, high: number, n = 100) => ({
    ...pairedDifference(pairsOf([0.1, 0.2]), COUNT, OPTIONS),
    unreliable: undefined,
    low,
    high,
    n,
  });
  const verdict = (low: number, high: number, better: 'higher' | 'lower' = 'higher', n = 100): string => {
    const { unreliable: _none, ...difference } = at(low, high, n);
    return nonInferiority(difference, better, terms).verdict;
  };
  it('needs the whole interval on the good side of the margin', () => {
    expect(verdict(-0.04, 0.06)).toBe('non-inferior');
    expect(verdict(-0.05, 0.06)).toBe('inconclusive');
    expect(verdict(0.01, 0.06)).toBe('superior');
    expect(verdict(-0.2, -0.06)).toBe('inferior');
    expect(verdict(-0.2, -0.04)).toBe('inconclusive');
  });
  it('turns round for measures whose lower value is better', () => {
    expect(verdict(-0.06, 0.04, 'lower')).toBe('non-inferior');
    expect(verdict(-0.06, -0.01, 'lower')).toBe('superior');
    expect(verdict(0.06, 0.2, 'lower')).toBe('inferior');
  });
  it('says when B is worse by less than the margin', () => {
    const { unreliable: _none, ...difference } = at(-0.04, -0.01);
    expect(nonInferiority(difference, 'higher', terms).words).toMatch(/still worse than A/);
  });
  it('stays inconclusive short of the planned n or on an unreliable interval', () => {
    expect(verdict(-0.01, 0.06, 'higher', 99)).toBe('inconclusive');
    const difference = { ...at(-0.01, 0.06), unreliable: 'few-clusters' as const };
    expect(nonInferiority(difference, 'higher', terms).words).toMatch(/unreliable/);
  });
});
