import { describe, expect, it } from 'vitest';
import type { Score } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { testHeader, testPack, testSample } from '../run/fixtures.ts';
import type { ComparedRun } from './compare-runs.ts';
import { comparisonReport, runNames } from './comparison-report.ts';
import { onParetoFront } from './pareto-front.ts';
import { runCosts } from './run-costs.ts';
import { estimateMean } from '../metrics/estimate.ts';

const COUNT = 60;
const pack = testPack(Array.from({ length: COUNT }, (_, i) => testSample(`sample ${i}`)));
const right = { id: 'right', title: 'Right', kind: 'binary', better: 'higher', headline: true } as const;
const wrong = { id: 'wrong', title: 'Errors', kind: 'count', better: 'lower', headline: true } as const;
const detail = { ...right, id: 'detail', headline: false } as const;

/** `null` = unscored. */
function run(
  name: string,
  score: (index: number) => number | null,
  errors: (index: number) => number | null = () => 0,
  of = pack,
): ComparedRun {
  const column = (measure: typeof right | typeof wrong | typeof detail, f: typeof score) => {
    const scores = of.samples.map((_, index): Score => {
      const value = f(index);
      return value === null ? { state: 'unscored', reason: 'empty-output' } : { state: 'scored', value };
    });
    const clusters = of.samples.map(({ cluster, id }) => cluster ?? id);
    const estimate = estimateMean(scores, clusters, measure, { level: 0.95, seed: 1 });
    return { metric: `test.${measure.id}`, measure, scores, estimate };
  };
  return {
    name,
    header: { ...testHeader(of), id: name },
    scored: {
      items: of.samples.map((sample, index) => ({ index, repeat: 0, sample })),
      tables: [{ columns: [column(right, score), column(wrong, errors), column(detail, score)] }],
    },
  };
}

const report = (...runs: ComparedRun[]) =>
  comparisonReport({ runs, slices: [], headlineOnly: true, effect: 0.05 });
const noNumbersMissing = (value: unknown): string[] =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'number' && !Number.isFinite(one) ? 'NOT FINITE' : one,
  ).match(/NOT FINITE/g) ?? [];

describe('a comparison report', () => {
  it('says better only when interval and adjusted test agree', () => {
    const { comparisons, tests } = report(
      run('a', (i) => (i % 2 === 0 ? 1 : 0)),
      run('b', (i) => (i % 6 === 5 ? 0 : 1)),
    );
    const [only] = comparisons;
    expect(only?.verdicts['test.right']).toMatchObject({
      kind: 'better',
      method: 'tango-score',
      unreliable: null,
    });
    expect(only?.verdicts['test.wrong']).toMatchObject({ kind: 'same' });
    expect(tests).toBe(2);
    expect(Object.keys(only?.samples.columns ?? {})).toEqual(['test.right', 'test.wrong']);
    expect(only?.samples.ids).toHaveLength(COUNT);
  });
  it('never calls an unproven difference equal, and turns round measures whose lower value is better', () => {
    const { comparisons } = report(
      run(
        'a',
        (i) => (i % 10 === 0 ? 0 : 1),
        (i) => i % 2,
      ),
      run(
        'b',
        (i) => (i % 10 === 1 ? 0 : 1),
        (i) => (i % 2) + 2 + (i % 3),
      ),
    );
    expect(comparisons[0]?.verdicts['test.right']?.kind).toBe('not-shown');
    expect(comparisons[0]?.verdicts['test.wrong']?.kind).toBe('worse');
  });
  it('adjusts all headline tests of all comparisons together', () => {
    const base = run(
      'a',
      (i) => i % 2,
      (i) => i % 3,
    );
    const others = [1, 2, 3].map((n) =>
      run(
        `r${n}`,
        (i) => (i % (n + 2) === 0 ? 1 : 0),
        (i) => (i * n) % 4,
      ),
    );
    const { comparisons, tests, ranking } = report(base, ...others);
    expect(tests).toBe(6);
    const all = comparisons.flatMap(({ comparison }) => comparison.metrics.map(({ test }) => test));
    const least = [...all].sort((x, y) => (x?.p ?? 2) - (y?.p ?? 2))[0];
    expect(least?.holm).toBeCloseTo(Math.min(1, 6 * (least?.p ?? 0)), 12);
    expect(ranking?.models.map(({ model }) => model)).toEqual(['a', 'r1', 'r2', 'r3']);
    expect(ranking?.benchmarks).toBe(2);
  });
  it('refuses another pack', () => {
    const other = testPack(pack.samples, { id: 'another' });
    expect(() =>
      report(
        run('a', () => 1),
        run(
          'b',
          () => 1,
          () => 0,
          other,
        ),
      ),
    ).toThrow(AppError);
  });
  it('gives groups of the pack their own differences', () => {
    const values = pack.samples.map((_, i) => (i < 30 ? 'first' : 'second'));
    const { comparisons } = comparisonReport({
      runs: [run('a', () => 0), run('b', (i) => (i < 30 ? 1 : 0))],
      slices: [{ field: 'half', values }],
      headlineOnly: true,
      effect: 0.05,
    });
    const [first, second] = comparisons[0]?.slices ?? [];
    expect([first?.value, first?.samples, first?.metrics[0]?.difference.value]).toEqual(['first', 30, 1]);
    expect([second?.value, second?.metrics[0]?.difference.value]).toEqual(['second', 0]);
  });
  it.each([
    ['all unscored', () => null, COUNT],
    ['equal scores', () => 1, COUNT],
    ['one sample', () => 1, 1],
    ['no sample', () => 1, 0],
  ])('holds finite numbers and a worded verdict for %s', (_what, score, count) => {
    const of = testPack(pack.samples.slice(0, count), { id: `pack-${count}` });
    const result = report(run('a', score, score, of), run('b', score, score, of), run('c', score, score, of));
    expect(noNumbersMissing(result)).toEqual([]);
    for (const { verdicts } of result.comparisons)
      for (const { kind } of Object.values(verdicts)) expect(['same', 'nothing']).toContain(kind);
  });
  it('counts its progress to the end', () => {
    const steps: string[] = [];
    comparisonReport(
      { runs: [run('a', () => 1), run('b', () => 0)], slices: [], headlineOnly: false, effect: 0.05 },
      (done, total) => steps.push(`${done}/${total}`),
    );
    expect(steps).toEqual(['1/4', '2/4', '3/4', '4/4']);
  });
});

describe('names of runs', () => {
  it('hold the model and only what tells runs apart', () => {
    const header = testHeader(pack);
    const tuned = { ...header, model: { ...header.model, title: 'Tuned' } };
    expect(runNames([header, tuned])).toEqual(['M', 'Tuned']);
    const q4 = { ...tuned, model: { ...tuned.model, dtype: 'q4' } };
    expect(runNames([header, tuned, q4])).toEqual(['M, fp32', 'Tuned, fp32', 'Tuned, q4']);
  });
});

describe('the Pareto front', () => {
  it('holds the points that none beats on gain and cost; equals stand together', () => {
    const points = [
      { gain: 0.9, cost: 10 },
      { gain: 0.8, cost: 2 },
      { gain: 0.8, cost: 5 },
      { gain: 0.95, cost: 10 },
      { gain: 0.8, cost: 2 },
    ];
    expect(onParetoFront(points)).toEqual([false, true, false, true, true]);
    expect(onParetoFront([])).toEqual([]);
  });
});

describe('the costs of a run', () => {
  it('leave out what was not measured and say how much that is', () => {
    const timings = (totalMs: number) => ({ firstTokenMs: null, totalMs, tokensPerSecond: 10 });
    const costs = runCosts(testHeader(pack), [
      { cluster: 'x', calls: 2, timings: timings(1000), usage: null },
      { cluster: 'y', calls: 2, timings: timings(3000), usage: null },
      { cluster: 'z', calls: 2, timings: null, usage: null },
    ]);
    expect(costs.seconds).toMatchObject({ value: 2, n: 2, unscored: 1 });
    expect(costs.firstToken).toMatchObject({ value: null, n: 0 });
    expect(costs.calls).toMatchObject({ value: 2, n: 2, unscored: 1 });
    expect(costs.peakMemory).toEqual({ pageBytes: null, wasmBytes: null });
  });
  it('take the largest memory of the run by each way of seeing it', () => {
    const record = (pageBytes: number | null, wasmBytes: number | null) => ({
      cluster: String(pageBytes),
      calls: 1,
      timings: null,
      usage: null,
      memory: { pageBytes, wasmBytes, jsHeapBytes: null },
    });
    const records = [
      record(3e8, null),
      record(5e8, null),
      { cluster: 'z', calls: 1, timings: null, usage: null },
    ];
    expect(runCosts(testHeader(pack), records).peakMemory).toEqual({ pageBytes: 5e8, wasmBytes: null });
    const both = [...records, record(null, 1e8)];
    expect(runCosts(testHeader(pack), both).peakMemory).toEqual({ pageBytes: 5e8, wasmBytes: 1e8 });
  });
});
