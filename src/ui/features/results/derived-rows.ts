import type { MetricRow, RunResults } from '../../../app/services.ts';
import type { DerivedMetric } from '../../../core/run/derived-metrics.ts';

/** Mirrors DERIVING_SCORERS of core, which is not loaded for this; a test holds the two together. */
const DERIVING = /^(?:choice|yes-no-maybe|labels|entities)(?:@|$)/u;

/** Whether a run has metrics that are no mean; else its evidence need not be read. */
export function mayHaveDerived({ metrics }: Pick<RunResults, 'metrics'>): boolean {
  return metrics.some(({ scorerId }) => DERIVING.test(scorerId));
}

/** The rows of a score table with each scorer's derived metrics once, after its other rows. */
export function withDerived(
  rows: readonly MetricRow[],
  found: readonly DerivedMetric[],
): readonly MetricRow[] {
  return rows.flatMap((row, at) => {
    const isLast = !rows.slice(at + 1).some(({ scorerId }) => scorerId === row.scorerId);
    const own = isLast ? found.filter(({ scorer }) => scorer.id === row.scorerId) : [];
    return [row, ...own.map(({ metric, measure, estimate }) => ({ ...row, key: metric, measure, estimate }))];
  });
}
