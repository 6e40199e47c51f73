import { AppError } from '../errors.ts';
import type { ScoredRun } from './score-run.ts';
import { estimateSlices, type SliceEstimates } from './slices.ts';

/** The measures of a scored run within each value of one field of the samples' meta. */
export function scoredSlices({ items, tables }: ScoredRun, field: string): readonly SliceEstimates[] {
  const values = items.map(({ sample }) => {
    const value = sample.meta?.[field];
    return value === undefined ? null : String(value);
  });
  if (values.every((value) => value === null)) {
    throw new AppError('input/option', `no sample has a "${field}" to group by`, {
      option: '--by',
      known: [...new Set(items.flatMap(({ sample }) => Object.keys(sample.meta ?? {})))],
    });
  }
  return estimateSlices({
    clusters: items.map(({ sample }) => sample.cluster ?? sample.id),
    fields: [{ field, values }],
    columns: tables.flatMap(({ columns }) =>
      columns.map(({ metric, measure, scores }) => ({
        key: metric,
        measure,
        cells: scores.map((score) => (score.state === 'scored' ? score.value : score.reason)),
      })),
    ),
  });
}
