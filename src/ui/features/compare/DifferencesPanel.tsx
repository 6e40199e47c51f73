import { ForestPlot } from '../../charts/ForestPlot.tsx';
import type { ForestRow } from '../../charts/forest-layout.ts';
import { Panel } from '../../components/Panel.tsx';
import type { MetricComparison } from '../../../core/compare/compare-metric.ts';
import type { Verdict } from '../../../core/compare/verdict.ts';
import {
  differenceText,
  figuresText,
  rangeText,
  verdictText,
} from '../../../core/compare/difference-words.ts';
import type { ShownComparison } from './shown-comparison.ts';

interface DifferencesPanelProps extends ShownComparison {
  readonly onPick: (metric: string) => void;
}

/** Fractions and percentages share one axis; counts have their own. */
export function DifferencesPanel({ set, shown, onPick }: DifferencesPanelProps) {
  const rows = shown.comparison.metrics.flatMap((metric) => {
    const verdict = shown.verdicts[metric.metric];
    return verdict === undefined || verdict.value === null
      ? []
      : [{ metric, row: rowOf(metric, verdict, set.report.tests) }];
  });
  const shares = rows.filter(({ metric }) => metric.measure.kind !== 'count').map(({ row }) => row);
  const counts = rows.filter(({ metric }) => metric.measure.kind === 'count').map(({ row }) => row);
  if (rows.length === 0) return null;
  return (
    <Panel title="Paired differences">
      {shares.length > 0 && (
        <ForestPlot
          title="Gains in shares and fractions"
          rows={shares}
          left="A"
          right="B"
          unit="Difference as a share of 1: 0.1 is 10 points"
          onPick={onPick}
        />
      )}
      {counts.length > 0 && (
        <ForestPlot
          title="Gains in counts per sample"
          rows={counts}
          left="A"
          right="B"
          unit="Difference per sample"
          onPick={onPick}
        />
      )}
      <p className="muted small no-print">
        Choose a mark (click, or Enter) to list the samples below by that measure.
      </p>
    </Panel>
  );
}

function rowOf(metric: MetricComparison, verdict: Verdict, tests: number): ForestRow {
  const { kind, better, title } = metric.measure;
  const { value } = verdict;
  // An interval without width would claim to know what no sample has shown.
  const { low, high } = verdict.kind === 'same' ? { low: null, high: null } : verdict;
  const gain = (one: number | null) => (one === null ? null : better === 'higher' ? one : -one);
  const [from, to] = better === 'higher' ? [low, high] : [high, low];
  const interval = low === null || high === null ? '' : ` (${rangeText(low, high, kind)})`;
  return {
    id: metric.metric,
    label: title,
    value: gain(value),
    low: gain(from),
    high: gain(to),
    text: value === null ? '' : `${differenceText(value, kind)}${interval}`,
    words: `${verdictText(metric, verdict)} ${figuresText(metric, verdict, tests)}`,
    shown: verdict.kind === 'better' || verdict.kind === 'worse',
    unreliable: verdict.unreliable !== null,
  };
}
