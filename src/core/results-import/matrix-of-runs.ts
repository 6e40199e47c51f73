import type { ComparedRun } from '../compare/compare-runs.ts';
import type { RunHeader } from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { ScoreMatrix } from '../stats/ranking/score-matrix.ts';

/** Means of runs as a matrix: a row a model, a column a pack and headline metric; what a model has no run of is missing. */
export function matrixOfRuns(runs: readonly ComparedRun[]): ScoreMatrix {
  const models = [...new Set(runs.map(({ header }) => modelInMatrix(header)))];
  if (models.length < 2)
    throw new AppError('input/empty', 'runs of two models or more make a ranking', {
      file: runs[0]?.name ?? '',
    });
  const packs = packNames(runs);
  const columns = new Map<string, 'higher' | 'lower'>();
  const means = new Map<string, number>();
  for (const run of runs) {
    const model = modelInMatrix(run.header);
    const pack = packs.get(run.header.pack.sha256) ?? run.header.pack.id;
    for (const { metric, measure, estimate } of run.scored.tables.flatMap((table) => table.columns)) {
      if (!measure.headline) continue;
      const id = `${pack}: ${metric}`;
      const place = `${model}\n${id}`;
      if (means.has(place))
        throw new AppError('input/duplicate-id', `two runs of ${model} have ${id}: give one`, {
          ids: [model],
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

/** Weights in one number format are one row. */
export function modelInMatrix({ model }: Pick<RunHeader, 'model'>): string {
  return model.source === 'imported' ? model.title : `${model.title} (${model.dtype})`;
}

/** By seal: titles, with version and seal where two packs have the same title. */
function packNames(runs: readonly ComparedRun[]): ReadonlyMap<string, string> {
  const packs = [...new Map(runs.map(({ header: { pack } }) => [pack.sha256, pack])).values()];
  const titleOf = ({ title, id }: (typeof packs)[number]): string => title || id;
  return new Map(
    packs.map((pack) => {
      const alone = packs.filter((other) => titleOf(other) === titleOf(pack)).length === 1;
      const title = titleOf(pack);
      return [pack.sha256, alone ? title : `${title} (${pack.version}, ${pack.sha256.slice(0, 8)})`];
    }),
  );
}
