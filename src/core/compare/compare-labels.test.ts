import { describe, expect, it } from 'vitest';
import { labelReport } from '../metrics/label-report.ts';
import { compareLabels } from './compare-labels.ts';
import type { LabelledRun } from './labelled-run.ts';
import { compareRuns, type ComparedRun } from './compare-runs.ts';
import { testHeader, testPack, testSample } from '../run/fixtures.ts';
import golden from './fixtures/macro-f1.json';
import { verdictOf } from './verdict.ts';

const OPTIONS = { level: 0.95, seed: 1, effect: 0.05 };
type Given = readonly (number | string | null)[];

/** Null: the answer could not be read. */
function labelled(wanted: Given, given: Given, clusters: readonly string[]) {
  const answers = wanted.flatMap((right, index) => {
    const said = given[index] ?? null;
    return said === null
      ? []
      : [{ index, repeat: 0, wanted: `${right}`, given: `${said}`, cluster: clusters[index] ?? '' }];
  });
  const report = labelReport(answers, { unscored: wanted.length - answers.length, failed: 0 }, OPTIONS);
  if (report === null) throw new Error('nothing was given');
  const run: LabelledRun = { metric: 'yes-no-maybe.macro-f1', estimate: report.macroF1, answers };
  return { ...run, asked: wanted.map((_, index) => ({ index, repeat: 0 })) };
}

const apart = (count: number) => Array.from({ length: count }, (_, at) => `q${at}`);

describe.each(golden.cases)('the difference in macro-F1, $name', (one) => {
  const found = compareLabels(
    labelled(one.wanted, one.a, one.clusters),
    labelled(one.wanted, one.b, one.clusters),
    OPTIONS,
  );

  it('is that of numpy, and so is its interval within what drawing allows', () => {
    const { value, meanA, meanB, low, high, standardError, n, method } = found.difference;
    expect(value).toBeCloseTo(one.difference, 12);
    expect([meanA, meanB]).toEqual([expect.closeTo(one.macroA, 12), expect.closeTo(one.macroB, 12)]);
    expect([n, method]).toEqual([one.wanted.length, 'percentile-bootstrap']);
    // 2,000 draws here, 40,000 there: an end varies by 0.06 standard errors; four times that.
    const slack = 0.25 * one.standardError;
    expect(Math.abs((low ?? NaN) - one.low)).toBeLessThan(slack);
    expect(Math.abs((high ?? NaN) - one.high)).toBeLessThan(slack);
    expect(Math.abs((standardError ?? NaN) - one.standardError)).toBeLessThan(0.06 * one.standardError);
  });

  it('has the p-value of every way to swap, where they can be counted', () => {
    if (one.p === null) expect(found.test?.name).toBe('label-swap-monte-carlo');
    else if (found.test?.name === 'label-swap-exact') expect(found.test.p).toBeCloseTo(one.p, 12);
    else expect(found.test?.p).toBeCloseTo(one.p, 1);
  });

  it('turns its sign with the runs, and keeps its test', () => {
    const turned = compareLabels(
      labelled(one.wanted, one.b, one.clusters),
      labelled(one.wanted, one.a, one.clusters),
      OPTIONS,
    );
    expect(turned.difference.value).toBeCloseTo(-one.difference, 12);
    expect(turned.test?.p).toBeCloseTo(found.test?.p ?? NaN, 12);
  });
});

describe('the difference in macro-F1', () => {
  const wanted = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 'yes' : 'no'));

  it('takes answers that both runs gave, and counts the others', () => {
    const a = labelled(
      wanted,
      wanted.map((label, at) => (at < 3 ? null : label)),
      apart(40),
    );
    const b = labelled(
      wanted,
      wanted.map((label, at) => (at === 2 || at === 9 ? null : label)),
      apart(40),
    );
    const { difference, scored } = compareLabels(a, b, OPTIONS);
    expect(scored).toEqual({ both: 36, onlyA: 1, onlyB: 2, neither: 1 });
    expect(difference).toMatchObject({ value: 0, low: null, n: 36, unreliable: 'few-samples' });
  });

  it('is seen where one wrong answer gives way to another, which no accuracy shows', () => {
    const a = wanted.map((label, at) => (at < 12 ? (label === 'yes' ? 'no' : 'yes') : label));
    const b = wanted.map((label, at) => (at < 12 ? 'maybe' : label));
    const found = compareLabels(labelled(wanted, a, apart(40)), labelled(wanted, b, apart(40)), OPTIONS);
    expect(found.leads).toEqual({ a: 0, b: 0, equal: 40 });
    expect(found.difference.value).not.toBe(0);
    expect(verdictOf(found).kind).not.toBe('same');
  });

  it('draws the answers about one patient together', () => {
    const a = wanted.map((label, at) => (at % 20 < 6 ? 'yes' : label));
    const width = (clusters: readonly string[]) => {
      const { low, high } = compareLabels(
        labelled(wanted, a, clusters),
        labelled(wanted, wanted, clusters),
        OPTIONS,
      ).difference;
      return (high ?? NaN) - (low ?? NaN);
    };
    const patients = wanted.map((_, at) => `p${Math.floor((at % 20) / 6)}`);
    expect(width(patients)).toBeGreaterThan(1.3 * width(apart(40)));
  });

  it('stands among the headline measures of a comparison and is adjusted with them', () => {
    const pack = testPack(wanted.map((_, at) => testSample(`sample ${at}`)));
    const items = pack.samples.map((sample, index) => ({ index, repeat: 0, key: `${index}#0`, sample }));
    const runOf = (given: Given): ComparedRun => {
      const { asked: _asked, ...labels } = labelled(wanted, given, apart(40));
      return { name: 'run.jsonl', header: testHeader(pack), scored: { items, tables: [], labels: [labels] } };
    };
    const { metrics } = compareRuns(
      runOf(wanted.map((label, at) => (at < 20 ? 'maybe' : label))),
      runOf(wanted),
    );
    expect(metrics.map(({ metric }) => metric)).toEqual(['yes-no-maybe.macro-f1']);
    expect(metrics[0]?.test?.holm).toBe(metrics[0]?.test?.p);
    expect(metrics[0]?.direction).toBe('better');
  });
});
