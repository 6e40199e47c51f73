import type { WriteExportRequest } from '../../core/exports/write-export.ts';
import { exportBlob } from './export-blob.ts';
import { readStoredRun } from './stored-run.ts';
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
  const stored = await readStoredRun(
    runId,
    deps,
    // Evidence itself leaves in full only; the table of labels is counted from it at every level.
    ({ measures }) => privacy === 'full' || measures.some(({ id }) => id === 'accuracy'),
    onProgress,
    signal,
  );
  const work: WriteExportRequest = { ...stored, to, privacy, consent };
  const outcome = await deps.worker((api) => api.write(work), signal);
  const { pack, model } = stored.header;
  return outcome.kind === 'written'
    ? {
        kind: 'file',
        ...(await exportBlob(outcome.files, `${pack.id}-${model.id}`, to)),
        found: outcome.report,
      }
    : outcome;
}
