import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementReport } from './agreement-report.ts';
import { intraclass } from './intraclass.ts';
import { roganGladen } from './rogan-gladen.ts';
import { LEVELS, OPTIONS, ratings, tableOf, valueOf } from './testing/tables.ts';

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
