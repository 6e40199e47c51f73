/** The table of labels, the same in every report. */
import type { Estimate } from '../contracts.ts';
import { MACRO_F1 } from '../metrics/label-report.ts';
import type { DerivedMetric } from '../run/derived-metrics.ts';
import type { RunLabels } from '../run/label-reports.ts';
import { numberText } from './estimate-words.ts';

export const LABEL_HEADER = ['label', 'right for', 'given for', 'precision', 'recall', 'F1'] as const;

export function labelRows({ report }: RunLabels): readonly (readonly string[])[] {
  return report.labels.map(({ label, wanted, given, precision, recall, f1 }) => [
    label,
    String(wanted),
    String(given),
    shareText(precision),
    shareText(recall),
    shareText(f1),
  ]);
}

/** What stands over the table: the mean of its last column. */
export function macroWords({ metric, report: { macroF1 } }: RunLabels, percent: string): string {
  const { n, unscored, failed, unreliable } = macroF1;
  const counts = `n ${n}, unscored ${unscored}${failed > 0 ? `, failed ${failed}` : ''}`;
  const caution =
    unreliable === undefined
      ? ''
      : unreliable === 'few-clusters'
        ? `; interval unreliable: ${macroF1.clusters ?? 0} clusters`
        : '; interval unreliable: fewer than ten right answers for one of the labels';
  return `Macro-F1 (${metric}), the mean of F1 over the labels: ${shareText(macroF1)}, ${percent} percentile bootstrap interval; ${counts}${caution}. Intervals of precision and recall are those of a share among the answers counted for it.`;
}

export const POOLED_HEADER = ['measure', 'metric', 'value with interval', 'counts', 'notes'] as const;

/** What is counted over all items together; the mean over labels stands over its own table. */
export function pooledRows(derived: readonly DerivedMetric[]): readonly (readonly string[])[] {
  return derived
    .filter(({ measure }) => measure.id !== MACRO_F1.id)
    .map(({ measure, metric, estimate }) => [
      measure.title,
      metric,
      shareText(estimate),
      `n ${estimate.n}, unscored ${estimate.unscored}`,
      estimate.unreliable === undefined ? '' : `interval unreliable: ${estimate.unreliable}`,
    ]);
}

function shareText({ value, low, high, n }: Estimate): string {
  if (value === null) return 'n/a (0 answers)';
  if (low === null || high === null) return `${numberText(value)} (no interval, n ${n})`;
  return `${numberText(value)} (${numberText(low)} to ${numberText(high)})`;
}
