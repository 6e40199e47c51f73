import { describe, expect, it } from 'vitest';
import type { Score } from '../contracts.ts';
import { everyInterval } from './every-interval.ts';

const OPTIONS = { level: 0.95, seed: 1 };
const scored = (values: readonly number[]): Score[] => values.map((value) => ({ state: 'scored', value }));
const methods = (found: ReturnType<typeof everyInterval>) => found.intervals.map(({ method }) => method);

describe('every interval of one mean', () => {
  it('gives right/wrong scores those of proportions too, with the published ends', () => {
    const values = Array.from({ length: 10 }, (_, at) => (at < 3 ? 1 : 0));
    const found = everyInterval(
      scored(values),
      values.map((_, at) => String(at)),
      { kind: 'binary' },
      OPTIONS,
    );
    expect(methods(found)).toEqual([
      'wilson',
      'clopper-pearson',
      't',
      'percentile-bootstrap',
      'bca-bootstrap',
    ]);
    // 3 of 10: R's prop.test(correct = FALSE) and binom.test give .1077912 to .6032219 (Wilson) and .0667395 to .6524529 (exact).
    expect(found.intervals[0]?.low).toBeCloseTo(0.1077912, 6);
    expect(found.intervals[0]?.high).toBeCloseTo(0.6032219, 6);
    expect(found.intervals[1]?.low).toBeCloseTo(0.0667395, 6);
    expect(found.intervals[1]?.high).toBeCloseTo(0.6524529, 6);
    expect(found.intervals.every(({ ignoresClusters }) => !ignoresClusters)).toBe(true);
  });
  it('adds those of clusters, and marks the ones that ignore them', () => {
    const clusters = Array.from({ length: 80 }, (_, c) =>
      Array.from({ length: 1 + (c % 4) }, (_v, m) => ((c * 13 + m * 5) % 29) / 29),
    );
    const flat = clusters.flatMap((values, c) => values.map((value) => ({ value, cluster: String(c) })));
    const found = everyInterval(
      scored(flat.map(({ value }) => value)),
      flat.map(({ cluster }) => cluster),
      { kind: 'fraction' },
      OPTIONS,
    );
    expect(
      found.intervals.filter(({ ignoresClusters }) => !ignoresClusters).map(({ method }) => method),
    ).toEqual(['cluster-t', 'cluster-bootstrap']);
    // NumPy, a million resamples of whole clusters: .44044 to .51689. Ours are ten thousand: within Monte-Carlo error.
    const drawn = found.intervals.at(-1);
    expect(Math.abs((drawn?.low ?? 0) - 0.44044)).toBeLessThan(0.002);
    expect(Math.abs((drawn?.high ?? 0) - 0.51689)).toBeLessThan(0.002);
  });
  it.each([
    ['nothing', [], []],
    ['one sample', scored([1]), ['a']],
    ['equal scores', scored([1, 1, 1]), ['a', 'b', 'c']],
    ['one patient', scored([1, 0]), ['a', 'a']],
    ['nothing scored', [{ state: 'unscored', reason: 'empty-output' } as const], ['a']],
  ])('has no number that is not one for %s', (_, scores, clusters) => {
    for (const kind of ['binary', 'fraction', 'count'] as const)
      expect(JSON.stringify(everyInterval(scores, clusters, { kind }, OPTIONS))).not.toMatch(
        /NaN|Infinity|"low":null,"high":[0-9]/,
      );
  });
});
