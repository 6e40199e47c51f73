// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { MetricRow } from '../../../app/services.ts';
import { labelReport } from '../../../core/metrics/label-report.ts';
import type { RunLabels } from '../../../core/run/label-reports.ts';
import { LabelsPanel } from './LabelsPanel.tsx';
import { mayHaveDerived, withDerived } from './derived-rows.ts';
import { DERIVING_SCORERS } from '../../../core/run/derived-metrics.ts';
import { MACRO_F1 } from '../../../core/metrics/label-report.ts';
import { SCORERS } from '../../../core/scorers/registry.ts';

afterEach(cleanup);

const report = labelReport(
  [...'yynnm'].map((wanted, at) => ({ wanted, given: 'yynyn'[at] ?? '', cluster: String(at) })),
  { unscored: 2, failed: 1 },
  { level: 0.95, seed: 1 },
);
const found: RunLabels[] =
  report === null
    ? []
    : [
        {
          scorer: { id: 'yes-no-maybe', version: '1', title: 'Yes, no or maybe' },
          metric: 'yes-no-maybe.macro-f1',
          report,
        },
      ];
const row = (scorerId: string, id: string): MetricRow => ({
  key: `${scorerId}.${id}`,
  scorerId,
  scorerTitle: scorerId,
  measure: { id, title: id, kind: 'binary', better: 'higher', headline: true },
  estimate: { value: 1, low: 0, high: 1, level: 0.95, method: 'wilson', n: 5, unscored: 0, failed: 0 },
});

describe('label by label', () => {
  it('shows each figure with its interval and its n', () => {
    render(<LabelsPanel found={found} />);
    const cells = (label: string) =>
      within(screen.getByRole('rowheader', { name: label }).closest('tr') as HTMLElement)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent);
    expect(cells('y').slice(0, 3)).toEqual([
      '2',
      '3',
      expect.stringMatching(/^0\.6670\.\d{3} to 0\.\d{3}n = 3/u),
    ]);
    expect(cells('m').slice(1, 4)).toEqual(['0', 'never given', expect.stringMatching(/^0\.0000\.000 to/u)]);
  });
  it('is absent where there are no labels', () => {
    expect(render(<LabelsPanel found={[]} />).container.textContent).toBe('');
  });
  it('puts macro-F1 once, behind the other measures of its scorer', () => {
    const rows = [
      row('yes-no-maybe', 'accuracy'),
      row('exact', 'accuracy'),
      row('yes-no-maybe', 'extracted'),
    ];
    const derived = found.map(({ scorer, metric, report: { macroF1 } }) => ({
      scorer,
      metric,
      measure: MACRO_F1,
      estimate: macroF1,
    }));
    const keys = withDerived(rows, derived).map(({ key }) => key);
    expect(keys).toEqual([
      'yes-no-maybe.accuracy',
      'exact.accuracy',
      'yes-no-maybe.extracted',
      'yes-no-maybe.macro-f1',
    ]);
    for (const { id } of SCORERS)
      expect([id, mayHaveDerived({ metrics: [row(id, 'x')] })]).toEqual([id, DERIVING_SCORERS.has(id)]);
    expect(mayHaveDerived({ metrics: [row('choice@boxed', 'accuracy')] })).toBe(true);
  });
});
