import type { Evidence, RunRecord } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import type { WriteExportRequest } from '../../core/exports/write-export.ts';
import type { RecordedTable } from '../../core/results-import/recorded-scores.ts';
import { readFidelityOverride } from '../../core/fidelity/override.ts';
import { readScoreOverrides } from '../../core/review/score-override.ts';
import { scorerOfTable } from '../../core/scorers/registry.ts';
import type { ScoreTable } from '../../storage/contract.ts';
import { exportBlob } from './export-blob.ts';
import type { TransferDeps } from './transfer-deps.ts';
import type { ExportOutcome, ExportRequest } from './transfer-port.ts';

/** Scores leave as they are stored; nothing is scored again, so a file cannot say other than the page. */
export async function exportRun(
  request: ExportRequest,
  deps: TransferDeps,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<ExportOutcome> {
  const { runId, to, privacy, consent } = request;
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
  // Evidence itself leaves in full only; the table of labels is counted from it at every level.
  for (const { scorerId, measures } of tables)
    if (privacy === 'full' || measures.some(({ id }) => id === 'accuracy'))
      evidence.set(scorerId, await store.listEvidence(runId, scorerId));
  const annotations = run.recorded === true ? [] : await store.listAnnotations(runId);
  const { overrides } = readScoreOverrides(annotations);
  const work: WriteExportRequest = {
    header,
    records,
    tables,
    evidence,
    pack: { ...pack, seal: header.pack.sha256 },
    overrides,
    fidelityOverride: readFidelityOverride(annotations),
    to,
    privacy,
    consent,
  };
  const outcome = await deps.worker((api) => api.write(work), signal);
  return outcome.kind === 'written'
    ? {
        kind: 'file',
        ...(await exportBlob(outcome.files, `${header.pack.id}-${header.model.id}`, to)),
        found: outcome.report,
      }
    : outcome;
}

function recorded(table: ScoreTable): RecordedTable[] {
  const measures = table.measures ?? scorerOfTable(table.scorerId)?.measures;
  return measures === undefined ? [] : [{ ...table, measures }];
}
