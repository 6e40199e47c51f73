import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agreementReport } from './agreement-report.ts';
import { blandAltman } from './bland-altman.ts';
import { type KappaWeights, cohenKappa } from './cohen-kappa.ts';
import { fQuantile, fTail } from './f-distribution.ts';
import { LEVELS, OPTIONS, ratings, tableOf, valueOf } from './testing/tables.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { type IntraclassForm, intraclass } from './intraclass.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { type MeasurementLevel, ratingsByItem } from './ratings-table.ts';
import { rawAgreement, twoByTwoIndices } from './raw-agreement.ts';
import { roganGladen } from './rogan-gladen.ts';

interface Coefficient {
  value: number;
  standardError: number;
}
interface IccForm {
  value: number;
  f: number;
  df1: number;
  df2: number;
  p: number;
  low: number;
  high: number;
}
interface Golden {
  icc: { source: string; matrix: number[][]; forms: Record<IntraclassForm, IccForm> }[];
  kappa: ({ source: string; table: number[][] } & Record<KappaWeights, Coefficient>)[];
  fleiss: { source: string; rows: (number | string)[][]; value: number }[];
  alpha: ({ source: string; raters: (number | null)[][] } & Record<MeasurementLevel, number>)[];
  blandAltman: {
    x: number[];
    y: number[];
    bias: number;
    low: number;
    high: number;
    sd: number;
    lower: number;
    upper: number;
    limitHalf: number;
  }[];
  roganGladen: {
    cases: {
      judged: [number, number];
      sensitivity: [number, number];
      specificity: [number, number];
      level: number;
      value: number;
      low: number;
      high: number;
    }[];
  };
}
const golden = JSON.parse(readFileSync(new URL('./fixtures/golden.json', import.meta.url), 'utf8')) as Golden;
const FORMS = ['icc.1.1', 'icc.2.1', 'icc.3.1', 'icc.1.k', 'icc.2.k', 'icc.3.k'] as const;

/** Pairs of ratings that give this table of counts; categories are 0, 1, 2, ... */
function pairsOf(table: readonly (readonly number[])[]): [string, string][] {
  return table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, (): [string, string] => [`${i}`, `${j}`])),
  );
}

describe('golden values', () => {
  it('ICC, F, df, p and intervals agree with psych::ICC to six digits', () => {
    for (const one of golden.icc) {
      const forms = intraclass(one.matrix, 0.95);
      for (const form of FORMS) {
        const actual = forms[form];
        const expected = one.forms[form];
        if (actual.kind !== 'value' || actual.test === null) throw new Error(`${form} has no value`);
        expect(actual.value).toBeCloseTo(expected.value, 9);
        expect(actual.test.f).toBeCloseTo(expected.f, 7);
        expect([actual.test.df1, actual.test.df2]).toEqual([expected.df1, expected.df2]);
        expect(actual.test.p).toBeCloseTo(expected.p, 9);
        expect(actual.low).toBeCloseTo(expected.low, 6);
        expect(actual.high).toBeCloseTo(expected.high, 6);
      }
    }
  });
  it('ICC reproduces the published table of Shrout and Fleiss 1979', () => {
    const forms = intraclass(golden.icc[0]?.matrix ?? [], 0.95);
    const published = [0.17, 0.29, 0.71, 0.44, 0.62, 0.91];
    FORMS.forEach((form, i) => {
      const one = forms[form];
      expect(one.kind === 'value' && Math.abs(one.value - (published[i] ?? 9)) < 0.0051).toBe(true);
    });
  });
  it('kappa and its standard error agree with vcd::Kappa', () => {
    for (const one of golden.kappa) {
      const categories = one.table.map((_, i) => `${i}`);
      for (const weights of ['plain', 'linear', 'quadratic'] as const) {
        const kappa = cohenKappa(pairsOf(one.table), categories, weights, categories.map(Number), 0.95);
        expect(valueOf(kappa)).toBeCloseTo(one[weights].value, 9);
        expect(kappa.kind === 'value' ? kappa.standardError : 9).toBeCloseTo(one[weights].standardError, 9);
      }
    }
  });
  it("Fleiss' kappa agrees with irr", () => {
    for (const one of golden.fleiss)
      expect(
        valueOf(
          fleissKappa(
            one.rows.map((row) => row.map(String)),
            OPTIONS,
          ),
        ),
      ).toBeCloseTo(one.value, 9);
  });
  it("Krippendorff's alpha agrees with irr, missing ratings included", () => {
    for (const one of golden.alpha) {
      const items = (one.raters[0] ?? []).map((_, i) => one.raters.map((rater) => rater[i] ?? null));
      for (const level of LEVELS)
        expect(valueOf(krippendorffAlpha(ratingsByItem(items), level, OPTIONS))).toBeCloseTo(one[level], 9);
    }
  });
  it("Krippendorff's 2011 example gives the published .743, .815 and .849", () => {
    const example = golden.alpha[0];
    const items = (example?.raters[0] ?? []).map((_, i) => example?.raters.map((r) => r[i] ?? null) ?? []);
    const published = { nominal: 0.743, ordinal: 0.815, interval: 0.849 };
    for (const level of LEVELS)
      expect(valueOf(krippendorffAlpha(ratingsByItem(items), level, OPTIONS))).toBeCloseTo(
        published[level],
        3,
      );
  });
  it('Bland-Altman agrees with R, and with the paper: -2.1, SD 38.8', () => {
    for (const one of golden.blandAltman) {
      const limits = blandAltman(
        one.x.map((x, i): [number, number] => [x, one.y[i] ?? 0]),
        0.95,
      );
      if (limits.kind !== 'limits') throw new Error('no limits');
      expect(limits.bias).toBeCloseTo(one.bias, 9);
      expect(limits.standardDeviation).toBeCloseTo(one.sd, 9);
      expect(limits.biasInterval.low).toBeCloseTo(one.low, 8);
      expect(limits.biasInterval.high).toBeCloseTo(one.high, 8);
      expect(limits.lowerLimit).toBeCloseTo(one.lower, 8);
      expect(limits.upperLimit).toBeCloseTo(one.upper, 8);
      expect(limits.upperInterval.high - limits.upperLimit).toBeCloseTo(one.limitHalf, 8);
      expect(limits.lowerLimit - limits.lowerInterval.low).toBeCloseTo(one.limitHalf, 8);
    }
    const paper = golden.blandAltman[0];
    expect(paper?.bias).toBeCloseTo(-2.1, 1);
    expect(paper?.sd).toBeCloseTo(38.8, 1);
  });
  it("Rogan-Gladen agrees with Lang and Reiczigel's function", () => {
    const share = ([count, n]: readonly [number, number]) => ({ count, n });
    for (const one of golden.roganGladen.cases) {
      const corrected = roganGladen(
        {
          judged: share(one.judged),
          sensitivity: share(one.sensitivity),
          specificity: share(one.specificity),
        },
        one.level,
      );
      if (corrected.kind !== 'value') throw new Error('no value');
      expect(corrected.value).toBeCloseTo(one.value, 9);
      expect(corrected.low).toBeCloseTo(one.low, 9);
      expect(corrected.high).toBeCloseTo(one.high, 9);
    }
  });
  it('prevalence, bias and PABAK indices of a 2 x 2 table', () => {
    // Byrt, Bishop and Carlin 1993: |a-d|/n, |b-c|/n, 2·p_o-1.
    expect(
      twoByTwoIndices(
        pairsOf([
          [80, 5],
          [10, 5],
        ]),
        ['0', '1'],
      ),
    ).toEqual({ prevalenceIndex: 0.75, biasIndex: 0.05, pabak: 2 * 0.85 - 1, n: 100 });
  });
  it('the F quantile inverts the F tail', () => {
    for (const [df1, df2] of [
      [5, 15],
      [3.7, 210.2],
      [1, 1],
      [24, 48],
    ] as const)
      for (const p of [0.025, 0.5, 0.975])
        expect(fTail(fQuantile(p, df1, df2), df1, df2)).toBeCloseTo(1 - p, 10);
  });
});

function valuesOf(cells: (string | null)[][], level: MeasurementLevel): Record<string, number | string> {
  const report = agreementReport(tableOf(cells), level, OPTIONS);
  const first = report.pairs[0];
  const all: Record<string, { kind: string; value?: number; reason?: string }> = {
    agreement: report.agreement,
    fleiss: report.fleiss,
    ...report.alpha,
    ...report.icc,
    ...(first === undefined ? {} : first.kappa),
  };
  return Object.fromEntries(
    Object.entries(all).map(([key, one]) => [
      key,
      one.value === undefined ? (one.reason ?? '') : Number(one.value.toFixed(9)) + 0,
    ]),
  );
}

describe('invariances', () => {
  it('does not depend on the order of items, intervals included', () => {
    fc.assert(
      fc.property(ratings, (cells) => {
        const one = agreementReport(tableOf(cells), 'ordinal', OPTIONS);
        const other = agreementReport(tableOf([...cells].reverse()), 'ordinal', OPTIONS);
        const rounded = (value: unknown): string =>
          JSON.stringify(value, (_key, v: unknown) =>
            typeof v === 'number' ? Number(Number(v.toFixed(8)).toPrecision(7)) + 0 : v,
          );
        expect(rounded(other)).toBe(rounded(one));
      }),
      { numRuns: 12 },
    );
  });
  it('does not depend on the order of raters', () => {
    fc.assert(
      fc.property(ratings, (cells) => {
        const swapped = cells.map((row) => [...row].reverse());
        fc.pre((cells[0]?.length ?? 0) <= 2);
        expect(valuesOf(swapped, 'interval')).toEqual(valuesOf(cells, 'interval'));
      }),
      { numRuns: 25 },
    );
  });
  it('nominal coefficients do not depend on what the categories are called', () => {
    fc.assert(
      fc.property(ratings, (cells) => {
        const names: Record<string, string> = { 1: 'zebra', 2: 'ant', 3: 'mole', 5: 'bee' };
        const renamed = cells.map((row) => row.map((cell) => (cell === null ? null : (names[cell] ?? ''))));
        const pick = (values: Record<string, number | string>) => [
          values['agreement'],
          values['fleiss'],
          values['nominal'],
          values['plain'],
        ];
        expect(pick(valuesOf(renamed, 'nominal'))).toEqual(pick(valuesOf(cells, 'nominal')));
      }),
      { numRuns: 25 },
    );
  });
  it('ICC, alpha and weighted kappa do not depend on origin and unit of the scale', () => {
    fc.assert(
      fc.property(ratings, (cells) => {
        const moved = cells.map((row) =>
          row.map((cell) => (cell === null ? null : String(Number(cell) * 4 - 7))),
        );
        expect(valuesOf(moved, 'interval')).toEqual(valuesOf(cells, 'interval'));
      }),
      { numRuns: 25 },
    );
  });
  it('every item twice leaves agreement and kappa as they are', () => {
    fc.assert(
      fc.property(ratings, (cells) => {
        const doubled = [...cells, ...cells];
        const pick = (values: Record<string, number | string>) => [
          values['agreement'],
          values['fleiss'],
          values['plain'],
          values['quadratic'],
        ];
        expect(pick(valuesOf(doubled, 'interval'))).toEqual(pick(valuesOf(cells, 'interval')));
      }),
      { numRuns: 25 },
    );
  });
  it('linear and quadratic weights are plain kappa when there are two categories', () => {
    const pairs = pairsOf([
      [20, 5],
      [10, 15],
    ]);
    const [plain, linear, quadratic] = (['plain', 'linear', 'quadratic'] as const).map((weights) =>
      valueOf(cohenKappa(pairs, ['0', '1'], weights, [0, 1], 0.95)),
    );
    expect(linear).toBeCloseTo(plain ?? Number.NaN, 12);
    expect(quadratic).toBeCloseTo(plain ?? Number.NaN, 12);
  });
  it('raw agreement of more than two raters counts pairs of ratings', () => {
    const agreement = rawAgreement(
      [
        ['a', 'a', 'b'],
        ['a', 'a', 'a'],
      ],
      OPTIONS,
    );
    expect(valueOf(agreement)).toBeCloseTo((1 / 3 + 1) / 2, 12);
  });
});
