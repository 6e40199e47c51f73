import { describe, expect, it } from 'vitest';
import { agreementReport } from './agreement-report.ts';
import type { Agreement } from './agreement-value.ts';
import { OPTIONS } from './testing/tables.ts';
import type { RatingsTable } from './ratings-table.ts';

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
