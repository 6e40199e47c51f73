import { describe, expect, it } from 'vitest';
import { labelReport } from './label-report.ts';

const of = (wanted: string, given: string, cluster = (at: number) => String(at)) =>
  labelReport(
    [...wanted].map((label, at) => ({ wanted: label, given: given[at] ?? '', cluster: cluster(at) })),
    { unscored: 3, failed: 1 },
    { level: 0.95, seed: 1 },
  );
const numbers = (report: ReturnType<typeof of>) =>
  report?.labels.map(({ label, wanted, given, precision, recall, f1 }) => [
    label,
    wanted,
    given,
    precision.value,
    recall.value,
    f1.value,
  ]);

describe('a label report', () => {
  it('has the macro-F1 of the example in the documentation of scikit-learn’s f1_score', () => {
    expect(of('012012', '021001')?.macroF1.value).toBeCloseTo(0.26666, 4);
  });

  it('has precision, recall and F1 of each label with their own n', () => {
    // yes: 2 of 3 said are right, 2 of 2 found. no: 1 of 2, 1 of 2. maybe: never right.
    const report = of('yynnm', 'yynyn');
    expect(numbers(report)).toEqual([
      ['y', 2, 3, 2 / 3, 1, 0.8],
      ['n', 2, 2, 0.5, 0.5, 0.5],
      ['m', 1, 0, null, 0, 0],
    ]);
    expect(report?.labels[0]?.recall).toMatchObject({ n: 2, method: 'wilson' });
    expect(report?.macroF1.value).toBeCloseTo(1.3 / 3, 12);
  });

  it('counts a label that is only given, and is null for nothing', () => {
    expect(of('aa', 'ab')?.macroF1.value).toBeCloseTo(1 / 3, 12);
    expect(of('', '')).toBeNull();
  });

  it('has an interval around the value, with n, what was unscored and a warning where a label is rare', () => {
    const macro = of('yn'.repeat(30), 'yn'.repeat(20) + 'ny'.repeat(10))?.macroF1;
    expect(macro).toMatchObject({ n: 60, unscored: 3, failed: 1, method: 'percentile-bootstrap' });
    expect(macro?.unreliable).toBeUndefined();
    // 40 of 60 right, so about as wide as the interval of that share.
    expect(macro?.low).toBeGreaterThan(0.48);
    expect(macro?.low).toBeLessThan(0.6);
    expect(macro?.high).toBeGreaterThan(0.72);
    expect(macro?.high).toBeLessThan(0.84);
    expect(of('yn'.repeat(30) + 'm', 'yn'.repeat(30) + 'm')?.macroF1.unreliable).toBe('few-samples');
  });

  it('draws whole clusters, and says so when they are few', () => {
    const pairs = 'yn'.repeat(30);
    const said = 'yn'.repeat(20) + 'ny'.repeat(10);
    const apart = of(pairs, said)?.macroF1;
    const together = of(pairs, said, (at) => String(Math.floor(at / 10)))?.macroF1;
    expect(together).toMatchObject({ clusters: 6, unreliable: 'few-clusters' });
    const width = (one: typeof apart) => (one?.high ?? 0) - (one?.low ?? 0);
    expect(width(together)).toBeGreaterThan(width(apart) * 1.5);
    expect(of(pairs, said, () => 'one')?.macroF1).toMatchObject({ low: null, high: null, method: 'none' });
  });
});
