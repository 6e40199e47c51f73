/** Every statistic on data that say next to nothing: words or a finite number, never NaN, Infinity or a crash. */
import { describe, expect, it } from 'vitest';
import type { MeasureSpec, Score } from '../contracts.ts';
import { estimateMean } from '../metrics/estimate.ts';
import { zeroEventsOf } from '../metrics/zero-events.ts';
import { agreementReport } from './agreement/agreement-report.ts';
import type { RatingsTable } from './agreement/ratings-table.ts';
import { roganGladen } from './agreement/rogan-gladen.ts';
import { clusterBootstrap } from './cluster-bootstrap.ts';
import { holmAdjusted } from './paired/holm.ts';
import { mcNemarTest } from './paired/mcnemar.ts';
import type { Pair } from './paired/pair.ts';
import { groupDifferences, pairedDifference } from './paired/paired-difference.ts';
import { scoreDifference } from './paired/score-difference.ts';
import { signFlipTest } from './paired/sign-flip-test.ts';
import { differenceWords } from './paired/words.ts';
import { majorityRight, passAtK, passHatK } from './repeats.ts';
import { rankingReport } from './ranking/ranking-report.ts';

const HOW = { level: 0.95, seed: 1 };
const KINDS: readonly MeasureSpec['kind'][] = ['binary', 'fraction', 'count'];
const scored = (values: readonly number[]): Score[] => values.map((value) => ({ state: 'scored', value }));
const gone = (n: number): Score[] =>
  Array.from({ length: n }, () => ({ state: 'unscored', reason: 'empty-output' }));

/** Name -> scores and their clusters. */
const SCORES: readonly (readonly [string, readonly Score[], readonly string[]])[] = [
  ['none at all', [], []],
  ['one', scored([1]), ['a']],
  ['two of one cluster', scored([1, 0]), ['a', 'a']],
  ['all equal', scored([1, 1, 1, 1]), ['a', 'b', 'c', 'd']],
  ['all zero', scored([0, 0, 0]), ['a', 'b', 'c']],
  [
    'all zero in clusters',
    scored(Array(60).fill(0) as number[]),
    Array.from({ length: 60 }, (_, i) => `c${i % 30}`),
  ],
  ['all unscored', gone(5), ['a', 'b', 'c', 'd', 'e']],
  ['one scored among unscored', [...scored([1]), ...gone(4)], ['a', 'b', 'c', 'd', 'e']],
];
const TABLES: readonly (readonly [string, RatingsTable])[] = [
  ['one rater', { items: ['1', '2'], raters: ['A'], cells: [['1'], ['0']] }],
  ['one item', { items: ['1'], raters: ['A', 'B'], cells: [['1', '0']] }],
  [
    'one category',
    {
      items: ['1', '2', '3'],
      raters: ['A', 'B'],
      cells: [
        ['1', '1'],
        ['1', '1'],
        ['1', '1'],
      ],
    },
  ],
  [
    'nothing in common',
    {
      items: ['1', '2'],
      raters: ['A', 'B'],
      cells: [
        ['1', null],
        [null, '0'],
      ],
    },
  ],
  [
    'no rating',
    {
      items: ['1', '2'],
      raters: ['A', 'B'],
      cells: [
        [null, null],
        [null, null],
      ],
    },
  ],
  [
    'words',
    {
      items: ['1', '2'],
      raters: ['A', 'B'],
      cells: [
        ['x', 'y'],
        ['y', 'x'],
      ],
    },
  ],
];
const pair = (id: string, a: number, b: number, cluster = id): Pair => ({ id, cluster, a, b });
const PAIRS: readonly (readonly [string, readonly Pair[]])[] = [
  ['none', []],
  ['one', [pair('1', 0, 1)]],
  ['equal', [pair('1', 1, 1), pair('2', 0, 0), pair('3', 1, 1)]],
  ['always the same change', [pair('1', 0, 1), pair('2', 0, 1), pair('3', 0, 1)]],
  ['one cluster', [pair('1', 0, 1, 'a'), pair('2', 1, 0, 'a')]],
];

/** Every number in it, however deep, is finite, and no text spells one that is not. */
function expectFinite(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (typeof value === 'string') expect(value).not.toMatch(/NaN|Infinity|undefined/);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(expectFinite);
}

describe.each(SCORES)('a mean over %s', (_, scores, clusters) => {
  it.each(KINDS)('of kind %s', (kind) => {
    const estimate = estimateMean(scores, clusters, { kind }, HOW);
    expectFinite(estimate);
    expectFinite(zeroEventsOf(estimate, { kind }));
    expect(estimate.value === null).toBe(scores.every(({ state }) => state === 'unscored'));
    expect(estimate.n + estimate.unscored).toBe(scores.length);
  });
});

describe.each(TABLES)('agreement with %s', (_, table) => {
  it.each(['nominal', 'ordinal', 'interval'] as const)('at level %s', (level) => {
    const numeric = table.cells.flat().every((cell) => cell === null || Number.isFinite(Number(cell)));
    if (level !== 'nominal' && !numeric) return;
    const report = agreementReport(table, level, HOW);
    expectFinite(report);
    const values = JSON.stringify(report);
    expect(values.match(/"kind":"not-applicable"/g)?.length ?? 0).toBe(
      values.match(/"words":"[^"]+"/g)?.length ?? 0,
    );
  });
});

describe.each(PAIRS)('a paired comparison of %s', (_, pairs) => {
  it.each(KINDS)('of kind %s', (kind) => {
    const difference = pairedDifference(pairs, { kind }, HOW);
    expectFinite(difference);
    expectFinite(differenceWords(difference, { kind }));
    expectFinite(scoreDifference(pairs, HOW));
    if (groupDifferences(pairs).length >= 2) expectFinite(signFlipTest(groupDifferences(pairs), 1));
  });
});

describe('the others', () => {
  it('rank two models without a shared benchmark, and models that are all equal', () => {
    const benchmarks = [
      { id: 'x', better: 'higher' as const },
      { id: 'y', better: 'lower' as const },
    ];
    expectFinite(
      rankingReport(
        {
          models: ['a', 'b'],
          benchmarks,
          cells: [
            [1, null],
            [null, 2],
          ],
        },
        HOW,
      ),
    );
    expectFinite(
      rankingReport(
        {
          models: ['a', 'b'],
          benchmarks,
          cells: [
            [1, 1],
            [1, 1],
          ],
        },
        HOW,
      ),
    );
  });
  it('repeats, tests and corrections without data', () => {
    expectFinite([
      passAtK(0, 0, 1),
      passHatK(1, 0, 2),
      majorityRight(0, 0),
      holmAdjusted([]),
      mcNemarTest(0, 0),
    ]);
    for (const correct of [0, 5])
      expectFinite(
        roganGladen(
          {
            judged: { count: 0, n: correct },
            sensitivity: { count: correct, n: correct },
            specificity: { count: 0, n: 5 },
          },
          0.95,
        ),
      );
    expectFinite(clusterBootstrap([[1], [1]], { level: 0.95, seed: 1, resamples: 50 }));
  });
});

it('a cluster bootstrap lies near the cluster-robust interval, whatever the order of members', () => {
  const clusters = Array.from({ length: 80 }, (_, c) =>
    Array.from({ length: 1 + (c % 4) }, (_v, m) => ((c * 13 + m * 5) % 29) / 29),
  );
  const interval = clusterBootstrap(clusters, { level: 0.95, seed: 1, resamples: 4000 });
  const flat = clusters.flatMap((values, c) => values.map((value) => ({ value, c })));
  const { low, high } = estimateMean(
    scored(flat.map(({ value }) => value)),
    flat.map(({ c }) => String(c)),
    { kind: 'fraction' },
    HOW,
  );
  expect(Math.abs(interval.low - (low ?? 9))).toBeLessThan(0.01);
  expect(Math.abs(interval.high - (high ?? 9))).toBeLessThan(0.01);
});
