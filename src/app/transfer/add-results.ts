import type { Evidence } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import type { ImportedRun } from '../../core/results-import/imported-run.ts';
import type { ReadResults } from '../../core/results-import/read-results.ts';
import { scorerOfTable } from '../../core/scorers/registry.ts';
import type { ScoreTable, StoredRun } from '../../storage/contract.ts';
import type { TransferDeps } from './transfer-deps.ts';

/** All runs of the files or none: a run that is stored already refuses them all, before anything is written. */
export async function addResults(results: ReadResults, deps: TransferDeps): Promise<readonly string[]> {
  for (const { header } of results.runs) {
    if ((await deps.store.getRun(header.id)) !== null)
      throw new AppError('input/duplicate-id', `the run of ${header.model.title} is stored already`, {
        file: header.imported?.files[0]?.name ?? '',
        id: header.id,
      });
  }
  for (const run of results.runs) await addRun(run, deps);
  deps.changed();
  for (const { header, tables } of results.runs) {
    // Predictions bring no scores: the pack's scorers make them.
    if (tables.length === 0 && header.scorers.length > 0)
      await deps.rescore(header.id, header.scorers, () => undefined);
  }
  return results.runs.map(({ header }) => header.id);
}

async function addRun(
  { header, records, tables, items, pack }: ImportedRun,
  deps: TransferDeps,
): Promise<void> {
  const { store, packs, now } = deps;
  if (pack !== null && !(await packs.has(pack.id, pack.seal))) await packs.add(pack);
  const run: StoredRun = {
    header,
    status: 'finished',
    updatedAt: records.at(-1)?.createdAt ?? header.createdAt,
    done: records.length,
    total: items.length,
  };
  const createdAt = now().toISOString();
  const scores = tables.map(
    ({ measures, ...table }): readonly [ScoreTable, ReadonlyMap<string, Evidence>] => {
      const known = scorerOfTable(table.scorerId)?.measures ?? [];
      const declared = measures.every(({ id }) => known.some((measure) => measure.id === id));
      return [
        { runId: header.id, createdAt, ...table, ...(declared ? {} : { measures }) },
        new Map<string, Evidence>(),
      ];
    },
  );
  await store.putWholeRun(run, records, { scores });
}
