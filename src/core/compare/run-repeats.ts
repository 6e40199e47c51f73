import type { Estimate, MeasureSpec } from '../contracts.ts';
import { estimateMean } from '../metrics/estimate.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../run/score-run.ts';
import type { ComparedRun } from './compare-runs.ts';
import { bySample, columnOfMetric } from './pair-scores.ts';
import { type RepeatSummary, repeatSummary } from './repeat-summary.ts';

/** Several answers to each sample, by one right/wrong measure. */
export interface RunRepeats {
  readonly metric: string;
  readonly measure: MeasureSpec;
  /** Mean over samples of the mean of their answers. */
  readonly mean: Estimate;
  readonly summary: RepeatSummary;
}

/** Empty for one answer per sample. */
export function repeatsOfRun({ scored }: ComparedRun): RunRepeats[] {
  const how = { level: DEFAULT_LEVEL, seed: DEFAULT_SEED };
  return scored.tables
    .flatMap(({ columns }) => columns)
    .flatMap(({ metric, measure }): RunRepeats[] => {
      const summary = repeatSummary(scored, metric, measure, how);
      const column = columnOfMetric(scored, metric);
      if (summary === null || column === null) return [];
      const samples = [...bySample(column).values()];
      const mean = estimateMean(
        samples.map(({ values }) =>
          values.length === 0
            ? { state: 'unscored', reason: 'not-applicable' }
            : { state: 'scored', value: values.reduce((sum, value) => sum + value, 0) / values.length },
        ),
        samples.map(({ sample }) => sample.cluster ?? sample.id),
        { kind: 'fraction' },
        how,
      );
      return [{ metric, measure, mean, summary }];
    });
}
