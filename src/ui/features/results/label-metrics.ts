import type { MetricRow, RunResults } from '../../../app/services.ts';
import { MACRO_F1 } from '../../../core/metrics/label-report.ts';
import type { RunLabels } from '../../../core/run/label-reports.ts';

/** Only scorers of one answer out of several have labels; without them the evidence need not be read. */
export function mayHaveLabels({ metrics }: Pick<RunResults, 'metrics'>): boolean {
  return metrics.some(({ scorerId, measure }) => measure.id === 'accuracy' && LABEL_SCORER.test(scorerId));
}

const LABEL_SCORER = /^(?:choice|yes-no-maybe)(?:@|$)/u;

/** The rows of a score table with each scorer's macro-F1 after its own first rows. */
export function withMacroF1(rows: readonly MetricRow[], found: readonly RunLabels[]): readonly MetricRow[] {
  return rows.flatMap((row, at) => {
    const labels = found.find(({ scorer }) => scorer.id === row.scorerId);
    if (labels === undefined || rows[at + 1]?.scorerId === row.scorerId) return [row];
    // Further measures of the same scorer may stand below: the mean over labels comes once.
    if (rows.slice(at + 1).some(({ scorerId }) => scorerId === row.scorerId)) return [row];
    const { metric, report } = labels;
    return [row, { ...row, key: metric, measure: MACRO_F1, estimate: report.macroF1 }];
  });
}
