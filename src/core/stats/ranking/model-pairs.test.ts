import { describe, expect, it } from 'vitest';
import { rankingReport } from './ranking-report.ts';
import { modelPairs } from './model-pairs.ts';

const options = { level: 0.95, seed: 1 };
const higher = (ids: readonly string[]) => ids.map((id) => ({ id, better: 'higher' as const }));

describe('models paired over benchmarks', () => {
  // Gosset's sleep data (Biometrika 6:1, 1908): ten patients, two drugs; R's t.test(paired = TRUE) gives 1.58,
  // 0.7001142 to 2.4598858. The exact sign-flip p is 4/1024: eight differences are positive and one is zero.
  const matrix = {
    models: ['dextro', 'laevo'],
    benchmarks: higher(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']),
    cells: [
      [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
      [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
    ],
  };
  it("agrees with R's paired t-test", () => {
    const [pair] = modelPairs(matrix, options);
    expect(pair?.difference.value).toBeCloseTo(1.58, 10);
    expect(pair?.difference.low).toBeCloseTo(0.7001142, 6);
    expect(pair?.difference.high).toBeCloseTo(2.4598858, 6);
    expect(pair?.test).toMatchObject({ method: 'exact', p: 4 / 1024 });
    expect(pair?.holm).toBe(4 / 1024);
  });
  it('swaps sign and nothing else when the models change places', () => {
    const [pair] = modelPairs(matrix, options);
    const turned = { ...matrix, models: ['laevo', 'dextro'], cells: matrix.cells.toReversed() };
    const [other] = modelPairs(turned, options);
    expect(other?.difference.value).toBeCloseTo(-(pair?.difference.value ?? 0), 12);
    expect(other?.test).toEqual(pair?.test);
  });
  it('words what it cannot pair, without NaN', () => {
    const mixed = {
      ...matrix,
      benchmarks: matrix.benchmarks.map((one, at) => (at === 0 ? { ...one, better: 'lower' as const } : one)),
    };
    expect(modelPairs(mixed, options)).toEqual([]);
    const apart = {
      models: ['x', 'y'],
      benchmarks: higher(['a', 'b']),
      cells: [
        [1, null],
        [null, 1],
      ],
    };
    expect(modelPairs(apart, options)[0]).toMatchObject({
      difference: { value: null, n: 0 },
      test: null,
      holm: null,
    });
    const nine = Array.from({ length: 9 }, (_, at) => `m${at}`);
    expect(
      modelPairs({ models: nine, benchmarks: higher(['a']), cells: nine.map((_, at) => [at]) }, options),
    ).toEqual([]);
    expect(JSON.stringify(rankingReport(apart, options))).not.toMatch(/NaN|Infinity/);
  });
});
