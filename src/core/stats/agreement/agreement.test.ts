import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agreementReport } from './agreement-report.ts';
import type { Agreement } from './agreement-value.ts';
import { blandAltman } from './bland-altman.ts';
import { type KappaWeights, cohenKappa } from './cohen-kappa.ts';
import { fQuantile, fTail } from './f-distribution.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { type IntraclassForm, intraclass } from './intraclass.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { type MeasurementLevel, type RatingsTable, ratingsByItem } from './ratings-table.ts';
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
const OPTIONS = { level: 0.95, seed: 1 };
const LEVELS = ['nominal', 'ordinal', 'interval'] as const;
const FORMS = ['icc.1.1', 'icc.2.1', 'icc.3.1', 'icc.1.k', 'icc.2.k', 'icc.3.k'] as const;

const valueOf = (agreement: Agreement): number => (agreement.kind === 'value' ? agreement.value : Number.NaN);

/** Pairs of ratings that give this table of counts; categories are 0, 1, 2, ... */
function pairsOf(table: readonly (readonly number[])[]): [string, string][] {
  return table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, (): [string, string] => [`${i}`, `${j}`])),
  );
}

function tableOf(cells: readonly (readonly (string | null)[])[]): RatingsTable {
  return {
    items: cells.map((_, i) => `i${i}`),
    raters: (cells[0] ?? []).map((_, i) => `r${i}`),
    cells,
  };
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

const rating = fc.option(fc.constantFrom('1', '2', '3', '5'), { nil: null, freq: 5 });
const ratings = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 8 }))
  .chain(([raters, items]) =>
    fc.array(fc.array(rating, { minLength: raters, maxLength: raters }), {
      minLength: items,
      maxLength: items,
    }),
  );

/** All coefficients of a report, without intervals. */
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

describe('items of one patient', () => {
  const patients = 30;
  const one: RatingsTable = {
    items: Array.from({ length: patients }, (_, at) => `v${at}`),
    raters: ['a', 'b', 'c'],
    cells: Array.from({ length: patients }, (_, at) => [
      String(at % 3),
      String(at % 5 === 0 ? (at + 1) % 3 : at % 3),
      String(at % 7 === 0 ? 2 : at % 3),
    ]),
  };
  const each = <T>(rows: readonly T[]): T[] => rows.flatMap((row) => [row, row, row, row]);
  const four: RatingsTable = {
    items: each(one.items).map((id, at) => `${id} ${at}`),
    raters: one.raters,
    cells: each(one.cells),
    clusters: each(one.items),
  };
  const alone = agreementReport(one, 'ordinal', OPTIONS);
  const together = agreementReport(four, 'ordinal', OPTIONS);

  it('four alike tell no more than one: drawn by patient, the interval stays what it is for one each', () => {
    for (const [single, drawn] of [
      [alone.agreement, together.agreement],
      [alone.fleiss, together.fleiss],
    ] as const) {
      if (single.kind !== 'value' || drawn.kind !== 'value') throw new Error('no value');
      expect([single.method, drawn.method]).toEqual(['item-bootstrap', 'cluster-bootstrap']);
      expect(drawn.low).toBeCloseTo(single.low ?? 9, 9);
      expect(drawn.high).toBeCloseTo(single.high ?? 9, 9);
    }
    expect(together.clusters).toBe(patients);
    expect(together.items).toBe(4 * patients);
  });
  it('drawn one by one they would halve it, and kappa of two raters does not either', () => {
    const width = (value: Agreement): number =>
      value.kind === 'value' ? (value.high ?? 0) - (value.low ?? 0) : 0;
    const { clusters: _, ...apart } = four;
    const wrong = agreementReport(apart, 'ordinal', OPTIONS);
    expect(width(wrong.agreement)).toBeLessThan(0.6 * width(together.agreement));
    expect(width(wrong.alpha.ordinal)).toBeLessThan(0.6 * width(together.alpha.ordinal));
    const kappa = together.pairs[0]?.kappa.plain;
    if (kappa?.kind !== 'value') throw new Error('no kappa');
    expect(kappa.method).toBe('cluster-bootstrap');
    expect(width(kappa)).toBeGreaterThan(1.5 * width(wrong.pairs[0]?.kappa.plain ?? kappa));
  });
  it('one each change nothing, and under 20 patients the interval is marked', () => {
    const own = agreementReport({ ...one, clusters: one.items }, 'ordinal', OPTIONS);
    expect(own).toEqual(alone);
    const few = { ...four, clusters: four.items.map((_, at) => `patient ${at % 6}`) };
    expect(agreementReport(few, 'nominal', OPTIONS).agreement).toMatchObject({
      method: 'cluster-bootstrap',
      unreliable: 'few-clusters',
    });
    const all = { ...four, clusters: four.items.map(() => 'one') };
    expect(agreementReport(all, 'nominal', OPTIONS).agreement).toMatchObject({
      low: null,
      unreliable: 'few-clusters',
    });
  });
});

describe('undefined statistics are n/a with a reason', () => {
  const reasonOf = (one: { kind: string; reason?: string }): string => one.reason ?? one.kind;

  it('one category: agreement is complete, chance-corrected coefficients are n/a', () => {
    const report = agreementReport(
      tableOf([
        ['3', '3'],
        ['3', '3'],
      ]),
      'ordinal',
      OPTIONS,
    );
    expect(valueOf(report.agreement)).toBe(1);
    expect(reasonOf(report.fleiss)).toBe('one-category');
    expect(reasonOf(report.alpha.interval)).toBe('one-category');
    expect(reasonOf(report.pairs[0]?.kappa.quadratic ?? { kind: '' })).toBe('one-category');
    expect(reasonOf(report.icc['icc.2.1'])).toBe('no-variation');
  });
  it('one rater', () => {
    const report = agreementReport(tableOf([['1'], ['2']]), 'ordinal', OPTIONS);
    expect(reasonOf(report.agreement)).toBe('one-rater');
    expect(reasonOf(report.alpha.ordinal)).toBe('no-pairable-ratings');
    expect(reasonOf(report.icc['icc.1.1'])).toBe('one-rater');
    expect(report.pairs).toEqual([]);
  });
  it('raters who share no item', () => {
    const report = agreementReport(
      tableOf([
        ['1', null],
        [null, '2'],
      ]),
      'ordinal',
      OPTIONS,
    );
    expect(reasonOf(report.agreement)).toBe('no-pairable-ratings');
    expect(reasonOf(report.fleiss)).toBe('no-complete-item');
    expect(reasonOf(report.icc['icc.3.k'])).toBe('too-few-items');
  });
  it('words have no ICC, order or distance', () => {
    const report = agreementReport(
      tableOf([
        ['good', 'bad'],
        ['bad', 'bad'],
      ]),
      'nominal',
      OPTIONS,
    );
    expect(reasonOf(report.icc['icc.2.1'])).toBe('not-numeric');
    expect(reasonOf(report.alpha.interval)).toBe('not-numeric');
    expect(reasonOf(report.blandAltman)).toBe('not-numeric');
  });
  it('perfect consistency has a coefficient and no F', () => {
    const forms = intraclass(
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      0.95,
    );
    expect(forms['icc.3.1']).toMatchObject({ value: 1, test: null, unreliable: 'no-disagreement' });
    expect(forms['icc.2.1']).toMatchObject({ kind: 'value' });
  });
  it('gives no interval where only rounding would decide its end', () => {
    // Found by the order property: Spearman-Brown at its pole, and items of one and the same mean.
    const atPole = intraclass(
      [
        [2, 3, 3],
        [3, 1, 5],
      ],
      0.95,
    );
    expect(atPole['icc.2.k']).toMatchObject({ kind: 'value', low: null, high: null, method: 'none' });
    const sameMeans = intraclass(
      [
        [1, 3, 1],
        [1, 2, 2],
        [2, 1, 2],
      ],
      0.95,
    );
    expect(sameMeans['icc.2.1']).toMatchObject({ low: null, high: null, test: { f: 0, p: 1 } });
  });
  it('a judge no better than chance cannot be corrected', () => {
    const half = { count: 10, n: 20 };
    expect(
      reasonOf(roganGladen({ judged: { count: 5, n: 40 }, sensitivity: half, specificity: half }, 0.95)),
    ).toBe('uninformative-judge');
    const none = { count: 0, n: 0 };
    expect(reasonOf(roganGladen({ judged: half, sensitivity: none, specificity: half }, 0.95))).toBe(
      'no-calibration',
    );
    expect(reasonOf(roganGladen({ judged: none, sensitivity: half, specificity: half }, 0.95))).toBe(
      'no-judged-items',
    );
  });
  it('holds only finite numbers for any table', () => {
    fc.assert(
      fc.property(ratings, fc.constantFrom(...LEVELS), (cells, level) => {
        const check = (value: unknown): void => {
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          else if (value !== null && typeof value === 'object') Object.values(value).forEach(check);
        };
        check(agreementReport(tableOf(cells), level, OPTIONS));
      }),
      { numRuns: 80 },
    );
  });
});
