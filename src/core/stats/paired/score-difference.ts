import { bisectIncreasing } from '../bisect.ts';
import { normalQuantile } from '../normal.ts';
import type { Pair } from './pair.ts';
import { type PairedDifference, type PairedOptions, pairedDifference } from './paired-difference.ts';

/**
 * Paired difference of right/wrong scores with Tango's score interval (Stat Med 17:891, 1998): the deltas that the score
 * test would not reject. Unlike resampling it knows how many flips none or few leave possible. Null unless all scores
 * are 0 or 1 and every pair is its own cluster.
 */
export function scoreDifference(pairs: readonly Pair[], options: PairedOptions): PairedDifference | null {
  const binary = pairs.every(({ a, b }) => (a === 0 || a === 1) && (b === 0 || b === 1));
  const independent = new Set(pairs.map(({ cluster }) => cluster)).size === pairs.length;
  if (pairs.length === 0 || !binary || !independent) return null;
  const n = pairs.length;
  const onlyA = pairs.filter(({ a, b }) => a > b).length;
  const onlyB = pairs.filter(({ a, b }) => b > a).length;
  const z = normalQuantile((1 + options.level) / 2);
  // The statistic falls as delta grows.
  const deltaWith = (value: number): number =>
    bisectIncreasing((delta) => -statistic(delta, n, onlyA, onlyB), -value, -1, 1);
  const { unreliable: _resampling, ...difference } = pairedDifference(pairs, { kind: 'binary' }, options);
  const [low, high] = [deltaWith(z), deltaWith(-z)];
  return { ...difference, low, high, method: 'tango-score' };
}

/** (x - n·delta)/sqrt(n·(2q + delta·(1 - delta))), q the share of "only A" that fits best under delta. */
function statistic(delta: number, n: number, onlyA: number, onlyB: number): number {
  const b = -onlyB - onlyA + (2 * n - onlyB + onlyA) * delta;
  const c = -onlyA * delta * (1 - delta);
  const q = (Math.sqrt(Math.max(0, b * b - 8 * n * c)) - b) / (4 * n);
  const distance = onlyB - onlyA - n * delta;
  const variance = n * (2 * q + delta * (1 - delta));
  // At the ends of the range nothing varies: any distance at all is infinitely far.
  if (variance <= 0) return distance === 0 ? 0 : Math.sign(distance) * Number.MAX_VALUE;
  return distance / Math.sqrt(variance);
}
