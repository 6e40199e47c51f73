import type { Estimate } from '../../core/contracts.ts';
import type { DerivedMetric } from '../../core/run/derived-metrics.ts';
import type { RunLabels } from '../../core/run/label-reports.ts';
import { textTable } from '../text-table.ts';

/** Macro-F1 and what it is the mean of, for packs whose questions all offer the same answers. */
export function labelLines(found: readonly RunLabels[]): string[] {
  return found.flatMap(({ metric, report }) => {
    const { macroF1, labels } = report;
    const counts = `n ${macroF1.n}, unscored ${macroF1.unscored}`;
    const rows = labels.map(({ label, wanted, given, precision, recall, f1 }) => [
      label,
      String(wanted),
      String(given),
      withInterval(precision),
      withInterval(recall),
      withInterval(f1),
    ]);
    return [
      '',
      `${metric}: ${withInterval(macroF1)}, ${counts}${unreliableWords(macroF1)}`,
      textTable(['label', 'right', 'given', 'precision', 'recall', 'F1'], rows),
    ];
  });
}

/** F1 over all items of all samples, which no row of the table of means holds. */
export function pooledLines(found: readonly DerivedMetric[]): string[] {
  return found.map(
    ({ metric, estimate }) =>
      `${metric}: ${withInterval(estimate)}, n ${estimate.n}, unscored ${estimate.unscored}${
        estimate.unreliable === undefined ? '' : '; unreliable: few or equal samples'
      }`,
  );
}

function withInterval({ value, low, high }: Estimate): string {
  if (value === null) return 'n/a';
  const interval = low === null || high === null ? 'no interval' : `${low.toFixed(4)} to ${high.toFixed(4)}`;
  return `${value.toFixed(4)} (${interval})`;
}

function unreliableWords({ unreliable, clusters }: Estimate): string {
  if (unreliable === 'few-clusters') return `; unreliable: ${clusters ?? 0} clusters`;
  return unreliable === undefined ? '' : '; unreliable: fewer than ten right answers for one of the labels';
}
