import { type ComparedRun, assertSamePack } from '../compare/compare-runs.ts';
import { bySample, columnOfMetric } from '../compare/pair-scores.ts';
import { AppError } from '../errors.ts';
import type { RatingsTable } from '../stats/agreement/ratings-table.ts';

/** One metric of several runs of a pack as ratings: each run is a rater, each sample an item (the mean of its repeats). */
export function ratingsOfRuns(runs: readonly ComparedRun[], metric: string): RatingsTable {
  const [first] = runs;
  if (first === undefined || runs.length < 2)
    throw new AppError('input/option', 'two runs or more make raters', { option: 'file' });
  const columns = runs.map((run) => {
    assertSamePack(first, run);
    const column = columnOfMetric(run.scored, metric);
    if (column !== null) return bySample(column);
    const known = run.scored.tables.flatMap((table) => table.columns.map((one) => one.metric));
    throw new AppError('input/option', `${run.name} has no metric "${metric}"`, {
      option: '--metric',
      known,
    });
  });
  const items = new Map<number, { readonly id: string; readonly cluster?: string | undefined }>();
  for (const column of columns) for (const [index, { sample }] of column) items.set(index, sample);
  const places = [...items.keys()].sort((a, b) => a - b);
  return {
    items: places.map((index) => items.get(index)?.id ?? ''),
    clusters: places.map((index) => items.get(index)?.cluster ?? items.get(index)?.id ?? ''),
    raters: runs.map(({ name }) => name),
    cells: places.map((index) =>
      columns.map((column) => {
        const values = column.get(index)?.values ?? [];
        return values.length === 0
          ? null
          : String(values.reduce((sum, value) => sum + value, 0) / values.length);
      }),
    ),
  };
}
