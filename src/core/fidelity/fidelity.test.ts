import { describe, expect, it } from 'vitest';
import { testSample } from '../run/fixtures.ts';
import { choiceFlips } from './choice-flips.ts';
import { fidelityReport } from './fidelity-report.ts';
import { greedyDivergence } from './greedy-divergence.ts';
import { klOverTop } from './kl-divergence.ts';
import { fidelityWords, readFidelityOverride } from './override.ts';
import type { FidelityReading } from './reading.ts';
import type { FidelityReference } from './reference.ts';
import { sectionChanges } from './section-changes.ts';
import { fidelityFailures, thresholdsFor } from './verdict.ts';

const logs = (...values: number[]) => values.map(Math.log);

describe('divergence at one position', () => {
  // By hand: 0.5 ln(0.5/0.4) + 0.3 ln(0.3/0.3) + 0.2 ln(0.2/0.3) = 0.030479…, as scipy.stats.entropy gives.
  it('is that of the whole distributions where the rest is one bucket', () => {
    expect(klOverTop(logs(0.5, 0.3), logs(0.4, 0.3))).toBeCloseTo(
      0.5 * Math.log(1.25) + 0.2 * Math.log(2 / 3),
      12,
    );
    expect(klOverTop(logs(0.5, 0.3), logs(0.4, 0.3))).toBeCloseTo(0.03047876, 7);
  });
  it('is zero for equal distributions and never negative', () => {
    expect(klOverTop(logs(0.7, 0.2), logs(0.7, 0.2))).toBe(0);
    expect(klOverTop([0], [0])).toBe(0);
    expect(klOverTop([Math.log(0.999999999)], [0])).toBeGreaterThanOrEqual(0);
  });
  it('stays finite where the device says impossible', () => {
    const kl = klOverTop(logs(0.9, 0.05), [-Infinity, Math.log(0.99)]);
    expect(Number.isFinite(kl)).toBe(true);
    expect(kl).toBeGreaterThan(10);
  });
  it('is a lower bound of the divergence over all tokens', () => {
    const p = [0.4, 0.3, 0.2, 0.06, 0.04];
    const q = [0.35, 0.3, 0.25, 0.02, 0.08];
    const whole = p.reduce((sum, each, i) => sum + each * Math.log(each / (q[i] ?? 1)), 0);
    const merged = klOverTop(logs(0.4, 0.3, 0.2), logs(0.35, 0.3, 0.25));
    expect(merged).toBeLessThanOrEqual(whole);
    expect(merged).toBeGreaterThan(0);
  });
});

describe('two greedy texts', () => {
  it.each([
    [[1, 2, 3], [1, 2, 3], { first: null, flips: 0, places: 3 }],
    [[1, 2, 3], [1, 9, 3], { first: 1, flips: 1, places: 3 }],
    [[1, 2], [1, 2, 3], { first: 2, flips: 1, places: 3 }],
    [[1, 2, 3], [], { first: 0, flips: 3, places: 3 }],
  ])('%j and %j', (reference, other, expected) => {
    expect(greedyDivergence(reference, other)).toEqual(expected);
  });
});

const choice = (id: string, logLikelihoods: number[], answer: number | null) => ({
  id,
  promptIds: [1],
  continuations: logLikelihoods.map((_, at) => [at + 2]),
  logLikelihoods,
  answer,
});

describe('multiple choice', () => {
  it('counts changed answers, and tests those that are right on one side only', () => {
    const references = [
      choice('kept', [-1, -2], 0),
      choice('lost', [-1, -2], 0),
      choice('won', [-1, -2], 1),
      choice('other', [-1, -2, -3], 2),
      choice('unknown', [-1, -2], null),
    ];
    const flips = choiceFlips(references, [
      { id: 'kept', logLikelihoods: [-1, -2] },
      { id: 'lost', logLikelihoods: [-2, -1.5] },
      { id: 'won', logLikelihoods: [-2, -1] },
      { id: 'other', logLikelihoods: [-2, -1, -3] },
      { id: 'unknown', logLikelihoods: [-3, -1] },
    ]);
    expect(flips?.changed).toMatchObject({ value: 4 / 5, n: 5 });
    expect(flips?.changedIds).toEqual(['lost', 'won', 'other', 'unknown']);
    expect(flips?.mcNemar).toMatchObject({ onlyA: 1, onlyB: 1, p: 1, n: 4 });
    expect(flips?.rightOnReference).toMatchObject({ value: 0.5, n: 4 });
    expect(flips?.largestDifference).toBe(2);
  });
  it('has nothing to say without questions', () => {
    expect(choiceFlips([], [])).toBeNull();
  });
});

const prompts: FidelityReference['prompts'] = [
  {
    id: 'a',
    promptIds: [1],
    greedyIds: [2, 3],
    positions: [
      [
        [2, Math.log(0.5)],
        [3, Math.log(0.3)],
      ],
      [[3, 0]],
    ],
  },
  { id: 'b', promptIds: [1], greedyIds: [4], positions: [[[4, Math.log(0.5)]]] },
];
const reading = (b: number): FidelityReading => ({
  prompts: [
    {
      id: 'a',
      positions: [
        { logProbabilities: logs(0.4, 0.3), mostLikely: 2 },
        { logProbabilities: [0], mostLikely: 3 },
      ],
      greedyIds: [2, 3],
      againIds: [2, 3],
      text: 'x',
      referenceText: 'x',
    },
    {
      id: 'b',
      positions: [{ logProbabilities: [Math.log(0.5)], mostLikely: b }],
      greedyIds: [b],
      againIds: null,
      text: 'x',
      referenceText: 'x',
    },
  ],
  choices: [],
});

describe('a report', () => {
  it('has every figure with its interval and n', () => {
    const report = fidelityReport({ prompts, choices: [] }, reading(5), new Map());
    expect(report.kl.value).toBeCloseTo(0.03047876 / 3, 6);
    expect(report.kl).toMatchObject({ n: 3, clusters: 2 });
    expect(report.topOne).toMatchObject({ value: 2 / 3, n: 3 });
    expect(report.sameText).toMatchObject({ value: 0.5, n: 2 });
    expect(report.tokenFlips).toMatchObject({ value: 1 / 3, n: 3 });
    expect(report.firstDivergence).toMatchObject({ median: 1, earliest: 1, n: 1 });
    expect(report.repeatable).toMatchObject({ value: 1, n: 1 });
    expect(report.choices).toBeNull();
  });
  it('says that texts part nowhere', () => {
    expect(fidelityReport({ prompts, choices: [] }, reading(4), new Map()).firstDivergence).toBeNull();
  });
});

describe('a verdict', () => {
  it('is by the format: what is rounding in 4 bits is an error in 32', () => {
    const report = fidelityReport({ prompts, choices: [] }, reading(4), new Map());
    expect(fidelityFailures(report, thresholdsFor('fp32', 'fp32'))).toHaveLength(1);
    expect(fidelityFailures(report, thresholdsFor('q4', 'fp32'))).toEqual([]);
  });
  it('fails a device whose first choices are others, or that does not repeat itself', () => {
    const broken = fidelityReport({ prompts, choices: [] }, reading(5), new Map());
    expect(fidelityFailures(broken, thresholdsFor('q4', 'fp32')).join()).toMatch(/66\.7 % of tokens/u);
    const [first, second] = reading(4).prompts;
    if (first === undefined || second === undefined) throw new Error('no prompts');
    const unsteady = fidelityReport(
      { prompts, choices: [] },
      { prompts: [{ ...first, againIds: [2, 9] }, second], choices: [] },
      new Map(),
    );
    expect(fidelityFailures(unsteady, thresholdsFor('q4', 'fp32')).join()).toMatch(/two texts/u);
  });
  it('takes the coarser of two formats, and arithmetic alone for the same weights', () => {
    expect(thresholdsFor('q8', 'q4')).toEqual(thresholdsFor('q4', 'fp32'));
    expect(thresholdsFor('q4', 'q4').kl).toBeLessThan(thresholdsFor('q8', 'fp32').kl);
    expect(thresholdsFor('q4f16', 'fp32')).toEqual(thresholdsFor('q4', 'fp32'));
    expect(thresholdsFor('int8', 'fp32')).toEqual(thresholdsFor('q8', 'fp32'));
  });
});

describe('facts by section', () => {
  const sample = testSample('visit', {
    input: {
      turns: [
        { speaker: 'patient', line: 1, text: 'I take lisinopril 10 mg daily. No fever.' },
        { speaker: 'doctor', line: 2, text: 'Let us start metformin 500 mg twice daily.' },
      ],
    },
    facts: [
      { category: 'medication', name: 'lisinopril', dose: '10 mg', status: 'present' },
      { category: 'medication', name: 'metformin', dose: '500 mg', status: 'started' },
    ],
  });
  const note = (plan: string) => `Subjective: Takes lisinopril 10 mg daily.\nPlan: ${plan}`;

  it('finds the section of a fact that came out otherwise', () => {
    const same = sectionChanges([
      { sample, reference: note('Start metformin 500 mg.'), device: note('Start metformin 500 mg.') },
    ]);
    expect(same.map(({ section, changed }) => [section, changed.value])).toEqual([
      ['subjective', 0],
      ['plan', 0],
    ]);
    const changed = sectionChanges([
      { sample, reference: note('Start metformin 500 mg.'), device: note('Start metformin 850 mg.') },
    ]);
    expect(changed.find(({ section }) => section === 'plan')?.changed).toMatchObject({ value: 1, n: 1 });
    expect(changed.find(({ section }) => section === 'subjective')?.changed.value).toBe(0);
  });
});

describe('a reason to use a run all the same', () => {
  it('is read with who and when, and stands in the words', () => {
    const mark = { verdict: 'failed' as const, checkedAt: '2026-01-01', failures: ['too far'] };
    const kept = [
      { kind: 'edit', createdAt: '', body: {} },
      { kind: 'fidelity-override', createdAt: '2026-01-02', body: { who: 'Dr A', reason: 'a test' } },
    ];
    const override = readFidelityOverride(kept);
    expect(override).toEqual({ who: 'Dr A', reason: 'a test', when: '2026-01-02' });
    expect(fidelityWords(mark, override)).toBe(
      'failed on 2026-01-01: too far. Used all the same by Dr A on 2026-01-02: a test',
    );
    expect(fidelityWords(undefined, null)).toBe('not checked before this run');
    expect(
      readFidelityOverride([{ kind: 'fidelity-override', createdAt: '', body: { who: ' ' } }]),
    ).toBeNull();
  });
});
