import { describe, expect, it } from 'vitest';
import type { RunHeader, RunRecord, Scorer } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { sameScorer, testHeader, testPack, testRecord, testSample } from '../run/fixtures.ts';
import { outputsOfRecords } from '../run/read-outputs.ts';
import { scoreRun } from '../run/score-run.ts';
import { type ComparedRun, compareRuns } from './compare-runs.ts';
import { planSeal, plannedVerdict, readSealedPlan } from './sealed-plan.ts';

type TestPack = ReturnType<typeof testPack>;
const COUNT = 40;
const samples = Array.from({ length: COUNT }, (_, i) => testSample(`sample ${i}`));
const pack = testPack(samples);
const OPTIONS = { level: 0.95, seed: 1 };

interface Change {
  readonly name?: string;
  readonly of?: TestPack;
  readonly header?: Partial<RunHeader>;
  readonly repeats?: number;
  readonly scorers?: readonly Scorer[];
}

/** A run that answers sample `i` rightly when `right(i, repeat)`; null leaves the sample unanswered. */
function run(right: (index: number, repeat: number) => boolean | null, change: Change = {}): ComparedRun {
  const { of = pack, repeats = 1 } = change;
  const header = { ...testHeader(of, { repeats }), ...change.header };
  const records = of.samples.flatMap((sample, index) =>
    Array.from({ length: repeats }, (_, repeat): RunRecord[] => {
      const answer = right(index, repeat);
      return answer === null ? [] : [testRecord(of, index, repeat, { output: answer ? sample.id : 'no' })];
    }).flat(),
  );
  const name = change.name ?? 'run.jsonl';
  const { outputs, selection } = outputsOfRecords(of, header, records, name);
  return {
    name,
    header,
    scored: scoreRun(of, outputs, { scorers: change.scorers ?? [sameScorer], selection }),
  };
}

const metricOf = (a: ComparedRun, b: ComparedRun, metric = 'same.accuracy') => {
  const found = compareRuns(a, b).metrics.find((one) => one.metric === metric);
  if (found === undefined) throw new Error(metric);
  return found;
};

describe('compare runs', () => {
  it('gives the paired difference, flips and the exact McNemar test of right/wrong samples', () => {
    const a = run((i) => i % 2 === 0);
    const b = run((i) => i % 2 === 0 || i % 4 === 1);
    const accuracy = metricOf(a, b);
    expect(accuracy.difference).toMatchObject({ value: 0.25, n: 40, meanA: 0.5, meanB: 0.75 });
    expect(accuracy.flips).toMatchObject({ onlyA: [] });
    expect([accuracy.flips?.bothRight.length, accuracy.flips?.bothWrong.length]).toEqual([20, 10]);
    expect(accuracy.flips?.onlyB[0]).toBe('sample 1');
    expect(accuracy.test?.name).toBe('mcnemar-exact');
    expect(accuracy.test?.p).toBeCloseTo(2 * 0.5 ** 10, 12);
    expect(accuracy.direction).toBe('better');
    expect(accuracy.words).toMatch(/^B is higher by 0.250 \(95 % interval/);
  });
  it('refuses runs of other packs and of an edited pack, each with its reason', () => {
    const edited = testPack([...samples.slice(1), testSample('other')]);
    const other = testPack(samples, { id: 'other-pack' });
    const attempt = (of: TestPack): AppError => {
      try {
        compareRuns(
          run(() => true, { name: 'a' }),
          run(() => true, { name: 'b', of }),
        );
      } catch (thrown) {
        if (thrown instanceof AppError) return thrown;
      }
      throw new Error('compared');
    };
    expect(attempt(edited)).toMatchObject({ code: 'input/seal-mismatch' });
    expect(attempt(edited).message).toMatch(/its content differs/);
    expect(attempt(other).message).toMatch(/one is a run of test-pack, the other of other-pack/);
  });
  it('pairs twins of one pack with it and with each other, but none whose samples are others', () => {
    const altered = samples.map((sample) => ({ ...sample, target: ['x'] }));
    const twin = (transform: string, of = altered) =>
      testPack(of, {
        provenance: {
          kind: 'hand-written',
          statement: transform,
          transformOf: { seal: pack.seal, transform, seed: 1 },
        },
      });
    const runOf = (of: TestPack, right: boolean): ComparedRun => ({
      ...run(() => right, { of }),
      transformOf: of.provenance.transformOf,
    });
    const one = runOf(twin('typos 1'), false);
    const comparison = compareRuns(
      run(() => true),
      one,
    );
    expect(comparison.samples.shared).toBe(COUNT);
    expect(comparison.likeForLike).toBe(false);
    expect(comparison.settings[0]).toEqual({
      setting: 'pack',
      a: 'as it is',
      b: 'twin of the same pack (transform typos 1, seed 1)',
      marked: true,
    });
    expect(compareRuns(one, runOf(twin('abbreviations 1'), true)).samples.shared).toBe(COUNT);
    const liar = runOf(twin('option-order 1', [...altered].reverse()), true);
    expect(() => compareRuns(one, liar)).toThrow(/sample 1 is sample 0 in one and sample 39 in the other/);
  });
  it('lists differing settings and marks another prompt', () => {
    const a = run(() => true);
    const model = { ...a.header.model, id: 'n' };
    const prompt = { ...a.header.prompt, version: '2', sha256: 'c'.repeat(64) };
    expect(
      compareRuns(
        a,
        run(() => true, { header: { model } }),
      ),
    ).toMatchObject({
      likeForLike: true,
      settings: [{ setting: 'model', a: 'm aaaaaaaaaaaa', b: 'n aaaaaaaaaaaa', marked: false }],
    });
    const marked = compareRuns(
      a,
      run(() => true, { header: { model, prompt } }),
    );
    expect(marked.likeForLike).toBe(false);
    expect(marked.settings.map(({ setting }) => setting)).toEqual(['prompt', 'model']);
  });
  it('compares shared samples only and says how many take no part', () => {
    const limited = { selection: { limit: 10, shard: null, repeats: 1 } };
    const records = run(() => true);
    const few = testHeader(pack, limited.selection);
    const shorter: ComparedRun = {
      name: 'b',
      header: few,
      scored: scoreRun(pack, new Map([['0#0', { text: 'sample 0' }]]), {
        scorers: [sameScorer],
        selection: few.selection,
      }),
    };
    const comparison = compareRuns(records, shorter);
    expect(comparison.samples).toEqual({ shared: 10, onlyInA: 30, onlyInB: 0 });
    expect(comparison.metrics[0]?.scored).toEqual({ both: 1, onlyA: 9, onlyB: 0, neither: 0 });
    expect(comparison.metrics[0]?.bounds).toEqual({ low: -0.9, high: 0 });
  });
  it('flips whole clusters when samples share patients', () => {
    const clustered = testPack(samples.map((sample, i) => ({ ...sample, cluster: `p${i % 8}` })));
    const accuracy = metricOf(
      run((i) => i % 8 < 3, { of: clustered }),
      run((i) => i % 8 < 6, { of: clustered }),
    );
    expect(accuracy.difference).toMatchObject({
      method: 'cluster-t',
      clusters: 8,
      unreliable: 'few-clusters',
    });
    // Three clusters change, all of them upwards: 2 of 2^3 sign patterns are as far out.
    expect(accuracy.test).toMatchObject({ name: 'sign-flip-exact', p: 0.25 });
    expect(accuracy.mcNemar?.assumption).toBe('independent-samples');
    expect(accuracy.mcNemar?.p).toBeLessThan(0.001);
  });
  it('averages repeats per sample and reports pass@k, pass^k and the majority', () => {
    const a = run((i, repeat) => (i + repeat) % 3 === 0, { repeats: 3 });
    const b = run((i, repeat) => (i + repeat) % 3 !== 0, { repeats: 3 });
    const accuracy = metricOf(a, b);
    expect(accuracy.difference.n).toBe(40);
    expect(accuracy.difference.value).toBeCloseTo(1 / 3, 9);
    expect(accuracy.flips).toBeNull();
    expect(accuracy.repeats?.a).toMatchObject({
      k: 3,
      passAtK: { value: 1, n: 40 },
      passHatK: { value: 0 },
      majority: { value: 0 },
    });
    expect(accuracy.repeats?.b.majority.value).toBe(1);
    expect(
      metricOf(
        run(() => true),
        run(() => true),
      ).repeats,
    ).toBeNull();
  });
  it('flags headline metrics that point different ways, and adjusts their p-values together', () => {
    const twoWays: Scorer = {
      ...sameScorer,
      measures: sameScorer.measures.map((measure) => ({ ...measure, headline: true })),
      score: (_sample, output) => ({
        scores: {
          accuracy: { state: 'scored', value: output.text === 'no' ? 0 : 1 },
          length: { state: 'scored', value: output.text === 'no' ? 0.9 : 0.2 },
        },
      }),
    };
    const comparison = compareRuns(
      run((i) => i % 4 === 0, { scorers: [twoWays] }),
      run((i) => i % 4 !== 1, { scorers: [twoWays] }),
    );
    expect(comparison.disagreement).toEqual({
      better: ['same.accuracy'],
      worse: ['same.length'],
      clear: true,
    });
    const [accuracy, length] = comparison.metrics;
    expect(accuracy?.test?.holm).toBeCloseTo(2 * Math.min(accuracy?.test?.p ?? 9, length?.test?.p ?? 9), 12);
  });
  it('words equal runs, empty runs and runs without any score', () => {
    const right = run(() => true);
    expect(metricOf(right, right).words).toBe(
      'No sample changed: 0 of 40; up to 9 in 100 remain compatible (n = 40 shared samples).',
    );
    const empty = run(() => null);
    const nothing = compareRuns(empty, right);
    expect(nothing.metrics[0]).toMatchObject({ direction: 'unknown', test: null, signFlip: null });
    expect(nothing.metrics[0]?.words).toMatch(/nothing to compare/);
    expect(JSON.stringify(nothing)).not.toMatch(/NaN|Infinity/);
    const single = testPack(samples.slice(0, 1));
    const one = metricOf(
      run(() => true, { of: single }),
      run(() => false, { of: single }),
    );
    expect(one.words).toMatch(/without an interval/);
    expect(JSON.stringify(one)).not.toMatch(/NaN|Infinity/);
  });
});

describe('sealed non-inferiority plan', () => {
  const bare = {
    kind: 'non-inferiority-plan',
    schemaVersion: 1,
    packSha256: pack.seal,
    metric: 'same.accuracy',
    margin: 0.2,
    samples: 30,
    missing: 'exclude',
    sealedAt: '2025-12-01T00:00:00.000Z',
  } as const;
  const sealed = (change: object = {}): unknown => {
    const plan = { ...bare, ...change };
    return { ...plan, seal: planSeal({ amendments: [], ...plan }) };
  };
  const read = (value: unknown) => readSealedPlan(value, 'plan.json');
  const first = '2026-01-01T00:00:00.000Z';
  const a = run((i) => i % 10 !== 0);
  const b = run((i) => i % 10 !== 5);

  it('gives the verdict it was made for', () => {
    const verdict = plannedVerdict(read(sealed()), a, b, first, OPTIONS);
    expect(verdict).toMatchObject({ verdict: 'non-inferior', standing: 'confirmatory', reasons: [] });
    const strict = plannedVerdict(read(sealed({ margin: 0.01 })), a, b, first, OPTIONS);
    expect(strict.verdict).toBe('inconclusive');
  });
  it('refuses a plan without its seal, and says which one it would have', () => {
    const failure = (value: unknown): AppError => {
      try {
        read(value);
      } catch (thrown) {
        if (thrown instanceof AppError) return thrown;
      }
      throw new Error('accepted');
    };
    expect(failure(bare).message).toContain(planSeal({ amendments: [], ...bare }));
    expect(failure({ ...(sealed() as object), margin: 0.3 }).message).toMatch(/changed after it was sealed/);
    expect(failure(sealed({ margin: -1 })).message).toMatch(/margin must be above 0/);
  });
  it('is exploratory when sealed after the first record or amended', () => {
    const late = read(sealed({ sealedAt: '2026-02-01T00:00:00.000Z' }));
    expect(plannedVerdict(late, a, b, first, OPTIONS).standing).toBe('exploratory');
    const amended = { ...(sealed() as object), amendments: [{ at: first, what: 'n', why: 'time' }] };
    expect(plannedVerdict(read(amended), a, b, first, OPTIONS)).toMatchObject({
      standing: 'exploratory',
      reasons: ['amendments to the plan: 1'],
    });
  });
  it('counts missing scores against B when the plan says so', () => {
    const gaps = run((i) => (i < 10 ? null : true));
    const all = run(() => true);
    const excluded = plannedVerdict(read(sealed()), all, gaps, first, OPTIONS);
    // No flip among 30 pairs: the score interval alone decides, at most 0.114.
    expect(excluded.words).toBe(
      'B is not inferior to A: at worst 0.114 worse, less than the margin of 0.200.',
    );
    const worst = plannedVerdict(
      read(sealed({ missing: 'worst-case', margin: 0.05 })),
      all,
      gaps,
      first,
      OPTIONS,
    );
    expect(worst.verdict).toBe('inferior');
  });
  it('is for one pack and one metric', () => {
    expect(() => plannedVerdict(read(sealed({ packSha256: '0'.repeat(64) })), a, b, first, OPTIONS)).toThrow(
      /another pack/,
    );
    expect(() => plannedVerdict(read(sealed({ metric: 'no.such' })), a, b, first, OPTIONS)).toThrow(
      /no metric is called/,
    );
  });
});
