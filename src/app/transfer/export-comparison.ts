import { DEFAULT_EFFECT } from '../../core/compare/compare-runs.ts';
import { readSealedPlan } from '../../core/compare/sealed-plan.ts';
import { parseStrictJson } from '../../core/packs/strict-json.ts';
import type { StoredExportRun } from '../../core/exports/write-export.ts';
import { exportBlob } from './export-blob.ts';
import { readStoredRun } from './stored-run.ts';
import type { TransferDeps } from './transfer-deps.ts';
import type { ComparisonExportRequest, ExportOutcome } from './transfer-port.ts';

/** The runs one after the other, then the comparison. */
export async function exportComparison(
  { runIds, plan, to, privacy, consent }: ComparisonExportRequest,
  deps: TransferDeps,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<ExportOutcome> {
  const sealed =
    plan === null ? null : readSealedPlan(parseStrictJson(await plan.text(), { file: plan.name }), plan.name);
  const runs: StoredExportRun[] = [];
  for (const [at, runId] of runIds.entries()) {
    const told = (done: number, total: number) => onProgress(at * total + done, total * runIds.length);
    runs.push(await readStoredRun(runId, deps, () => false, told, signal));
  }
  const [a, b] = runs;
  // A run is created before its first record, so a plan older than it is older than every record.
  const firstRecordAt = [a, b].flatMap((run) => run?.header.createdAt ?? []).sort()[0] ?? null;
  const work = { runs, effect: DEFAULT_EFFECT, plan: sealed, firstRecordAt, to, privacy, consent };
  const outcome = await deps.worker((api) => api.compare(work), signal);
  if (outcome.kind !== 'written') return outcome;
  const name = `${a?.header.pack.id ?? 'pack'}-comparison`;
  const file = await exportBlob([{ beside: null, text: outcome.text }], name, to);
  return { kind: 'file', ...file, found: outcome.report };
}
