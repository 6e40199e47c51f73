// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { agreementReport } from '../../../core/stats/agreement/agreement-report.ts';
import type { RatingsTable } from '../../../core/stats/agreement/ratings-table.ts';
import { AgreementView } from './AgreementView.tsx';

afterEach(cleanup);

function shown(table: RatingsTable, level: 'nominal' | 'ordinal' | 'interval'): string {
  const report = agreementReport(table, level, { level: 0.95, seed: 1 });
  render(<AgreementView report={report} readAs="Read as ratings." />);
  const text = document.body.textContent;
  cleanup();
  return text;
}

const items = ['1', '2', '3', '4'];
const equal = items.map(() => ['1', '1']);
const mixed = [
  ['1', '2'],
  ['2', '2'],
  ['1', '1'],
  ['2', '1'],
];

describe('agreement on the page', () => {
  it.each([
    ['one rater', { items, raters: ['a'], cells: items.map(() => ['1']) }],
    ['one item', { items: ['1'], raters: ['a', 'b'], cells: [['1', '2']] }],
    ['all equal', { items, raters: ['a', 'b'], cells: equal }],
    ['all equal, of patients', { items, raters: ['a', 'b'], cells: equal, clusters: ['p', 'p', 'q', 'q'] }],
    ['all of one patient', { items, raters: ['a', 'b'], cells: mixed, clusters: ['p', 'p', 'p', 'p'] }],
    [
      'nothing rated by two',
      {
        items: ['1', '2'],
        raters: ['a', 'b'],
        cells: [
          ['1', null],
          [null, '2'],
        ],
      },
    ],
  ] satisfies [string, RatingsTable][])('of %s is worded', (_, table) => {
    for (const level of ['nominal', 'ordinal', 'interval'] as const)
      expect(shown(table, level)).not.toMatch(/\bNaN\b|Infinity|\bundefined\b|\bnull\b|\[object/);
  });
  it('says that items of one patient are drawn together, and which statistics take them apart', () => {
    const text = shown(
      { items, raters: ['a', 'b'], cells: mixed, clusters: ['p', 'p', 'q', 'q'] },
      'ordinal',
    );
    expect(text).toContain('The items come from 2 patients');
    expect(text).toContain('fewer than 20 patients: a rough guide');
    expect(text).toContain('ICC and Bland–Altman have no such form');
    expect(shown({ items, raters: ['a', 'b'], cells: mixed }, 'ordinal')).not.toContain(
      'patients, and items',
    );
  });
});
