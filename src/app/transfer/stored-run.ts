import type { Evidence, RunRecord } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import type { StoredExportRun } from '../../core/exports/write-export.ts';
import { readFidelityOverride } from '../../core/fidelity/override.ts';
import type { RecordedTable } from '../../core/results-import/recorded-scores.ts';
import { readScoreOverrides } from '../../core/review/score-override.ts';
import { scorerOfTable } from '../../core/scorers/registry.ts';
import type { ScoreTable } from '../../storage/contract.ts';
import type { TransferDeps } from './transfer-deps.ts';

type Progress = (done: number, total: number) => void;

/** Everything of a run that may stand in a file. `evidenceOf` says of which scorers the evidence is needed. */
export async function readStoredRun(
  runId: string,
  deps: TransferDeps,
  evidenceOf: (table: RecordedTable) => boolean,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<StoredExportRun> {
  const { run, store } = await deps.shelf.find(runId);
  const { header } = run;
  const pack = await deps.packs.find(header.pack.id, header.pack.sha256);
  if (pack === null)
    throw new AppError('storage/missing', `the pack "${header.pack.id}" of this run is not here`, {
      what: 'pack',
      id: header.pack.id,
      sha256: header.pack.sha256,
    });
  const tables = (await store.listScores(runId)).flatMap(recorded);
  if (tables.length === 0)
    throw new AppError('storage/missing', `the run ${runId} has not been scored`, {
      what: 'scores',
      id: runId,
    });
  const records: RunRecord[] = [];
  for await (const record of store.records(runId, () => undefined)) {
    if (signal.aborted) throw new AppError('runtime/cancelled', 'the export was stopped');
    records.push(record);
    if (records.length % 100 === 0) onProgress(records.length, run.done);
  }
  onProgress(records.length, run.done);
  const evidence = new Map<string, ReadonlyMap<string, Evidence>>();
  for (const table of tables)
    if (evidenceOf(table)) evidence.set(table.scorerId, await store.listEvidence(runId, table.scorerId));
  const annotations = run.recorded === true ? [] : await store.listAnnotations(runId);
  return {
    header,
    records,
    tables,
    evidence,
    pack: { ...pack, seal: header.pack.sha256 },
    overrides: readScoreOverrides(annotations).overrides,
    fidelityOverride: readFidelityOverride(annotations),
  };
}

function recorded(table: ScoreTable): RecordedTable[] {
  const measures = table.measures ?? scorerOfTable(table.scorerId)?.measures;
  return measures === undefined ? [] : [{ ...table, measures }];
}
