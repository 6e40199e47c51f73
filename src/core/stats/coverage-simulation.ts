/**
 * How often an interval holds the truth it was made for, by simulation: for the bench and, smaller, for the tests.
 * Everything is drawn from the seed, so that a figure can be had again.
 */
import type { MeasureSpec, Score } from '../contracts.ts';
import { estimateMean } from '../metrics/estimate.ts';
import { mcNemarTest } from './paired/mcnemar.ts';
import type { Pair } from './paired/pair.ts';
import { groupDifferences, pairedDifference } from './paired/paired-difference.ts';
import { signFlipTest } from './paired/sign-flip-test.ts';
import { seededRng } from './seeded-rng.ts';

export interface Coverage {
  /** Share of trials whose interval held the truth. */
  readonly covered: number;
  readonly trials: number;
  /** Share of trials whose interval was marked unreliable. */
  readonly unreliable: number;
  readonly meanWidth: number;
}

const LEVEL = 0.95;

function coverage(
  trials: number,
  truth: number,
  interval: (trial: number) => { low: number | null; high: number | null; unreliable?: unknown },
): Coverage {
  let covered = 0;
  let unreliable = 0;
  let width = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const { low, high, unreliable: marked } = interval(trial);
    if (low !== null && high !== null) {
      if (low <= truth && truth <= high) covered += 1;
      width += high - low;
    }
    if (marked !== undefined) unreliable += 1;
  }
  return { covered: covered / trials, trials, unreliable: unreliable / trials, meanWidth: width / trials };
}

/** The default interval of a right/wrong mean over independent samples. */
export function proportionCoverage(n: number, p: number, trials: number, seed: number): Coverage {
  const rng = seededRng(seed);
  const clusters = Array.from({ length: n }, (_, i) => String(i));
  // The interval depends on the count alone: each count's is computed once.
  const known = new Map<number, ReturnType<typeof estimateMean>>();
  return coverage(trials, p, () => {
    let successes = 0;
    for (let i = 0; i < n; i += 1) if (rng.next() < p) successes += 1;
    const found =
      known.get(successes) ??
      estimateMean(rightWrong(successes, n), clusters, BINARY, { level: LEVEL, seed: 1 });
    known.set(successes, found);
    return found;
  });
}

/** The default interval of a right/wrong mean where samples of one cluster are alike (beta-binomial, this correlation). */
export function clusteredCoverage(
  clusters: number,
  p: number,
  correlation: number,
  trials: number,
  seed: number,
): Coverage {
  const rng = seededRng(seed);
  return coverage(trials, p, () => {
    const scores: Score[] = [];
    const names: string[] = [];
    for (let cluster = 0; cluster < clusters; cluster += 1) {
      const size = 1 + Math.floor(rng.next() * 5);
      // A member copies the cluster's own draw with chance sqrt(correlation): pairs then correlate as asked.
      const shared = rng.next() < p ? 1 : 0;
      for (let member = 0; member < size; member += 1) {
        const value = rng.next() < Math.sqrt(correlation) ? shared : rng.next() < p ? 1 : 0;
        scores.push({ state: 'scored', value });
        names.push(String(cluster));
      }
    }
    return estimateMean(scores, names, BINARY, { level: LEVEL, seed: 1 });
  });
}

export type DifferenceShape = 'normal' | 'mostly-equal' | 'skewed';

/** The default interval of a paired difference of fractions, whose true mean is zero. */
export function pairedCoverage(shape: DifferenceShape, n: number, trials: number, seed: number): Coverage {
  const rng = seededRng(seed);
  return coverage(trials, 0, () =>
    pairedDifference(pairsOf(shape, n, rng), { kind: 'count' }, { level: LEVEL, seed: 1 }),
  );
}

function pairsOf(shape: DifferenceShape, n: number, rng: { next(): number }): Pair[] {
  return Array.from({ length: n }, (_, i) => ({
    id: String(i),
    cluster: String(i),
    a: 0,
    b: differenceOf(shape, rng),
  }));
}

function differenceOf(shape: DifferenceShape, rng: { next(): number }): number {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
  if (shape === 'normal') return normal();
  if (shape === 'mostly-equal') return rng.next() < 0.7 ? 0 : 0.2 * normal();
  return -Math.log(1 - rng.next()) - 1;
}

/** How often the paired test speaks of a difference where there is none; at most 5 in 100 are meant. */
export function falsePositives(
  test: 'mcnemar' | 'sign-flip' | 'sign-flip-clusters',
  n: number,
  trials: number,
  seed: number,
): number {
  const rng = seededRng(seed);
  let positives = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    if (pValue(test, n, rng, trial) < 1 - LEVEL) positives += 1;
  }
  return positives / trials;
}

function pValue(test: string, n: number, rng: { next(): number }, trial: number): number {
  if (test === 'mcnemar') {
    const flips = { a: 0, b: 0 };
    for (let i = 0; i < n; i += 1) {
      // Both right with .5, both wrong with .2, and the rest flips either way.
      const draw = rng.next();
      if (draw > 0.85) flips.a += 1;
      else if (draw > 0.7) flips.b += 1;
    }
    return mcNemarTest(flips.a, flips.b).p;
  }
  const alike = test === 'sign-flip-clusters' ? 4 : 1;
  const pairs = Array.from({ length: n }, (_, i): Pair => ({
    id: String(i),
    cluster: String(Math.floor(i / alike)),
    a: 0,
    b: 0,
  }));
  const shared = new Map<string, number>();
  const drawn = pairs.map((pair) => {
    const common = shared.get(pair.cluster) ?? differenceOf('normal', rng);
    shared.set(pair.cluster, common);
    return { ...pair, b: alike === 1 ? common : common + 0.5 * differenceOf('normal', rng) };
  });
  return signFlipTest(groupDifferences(drawn), trial + 1).p;
}

const BINARY: Pick<MeasureSpec, 'kind'> = { kind: 'binary' };

function rightWrong(successes: number, n: number): Score[] {
  return Array.from({ length: n }, (_, i): Score => ({ state: 'scored', value: i < successes ? 1 : 0 }));
}
