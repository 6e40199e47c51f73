import type { ComparedRun } from '../compare/compare-runs.ts';
import { AppError } from '../errors.ts';
import type { ScoreMatrix } from '../stats/ranking/score-matrix.ts';

/** Means of runs as a matrix: a row a model, a column a pack and headline metric; what a model has no run of is missing. */
export function matrixOfRuns(runs: readonly ComparedRun[]): ScoreMatrix {
  const models = [...new Set(runs.map(modelOf))];
  if (models.length < 2)
    throw new AppError('input/empty', 'runs of two models or more make a ranking', {
      file: runs[0]?.name ?? '',
    });
  const columns = new Map<string, 'higher' | 'lower'>();
  const means = new Map<string, number>();
  for (const run of runs) {
    for (const { metric, measure, estimate } of run.scored.tables.flatMap((table) => table.columns)) {
      if (!measure.headline) continue;
      const id = `${run.header.pack.title || run.header.pack.id}: ${metric}`;
      const place = `${modelOf(run)}\n${id}`;
      if (means.has(place))
        throw new AppError('input/duplicate-id', `two runs of ${modelOf(run)} have ${id}: give one`, {
          ids: [modelOf(run)],
        });
      columns.set(id, measure.better);
      if (estimate.value !== null) means.set(place, estimate.value);
    }
  }
  const benchmarks = [...columns].map(([id, better]) => ({ id, better }));
  return {
    models,
    benchmarks,
    cells: models.map((model) => benchmarks.map(({ id }) => means.get(`${model}\n${id}`) ?? null)),
  };
}

function modelOf({ header }: ComparedRun): string {
  const { model } = header;
  return model.source === 'imported' ? model.title : `${model.title} (${model.dtype})`;
}
