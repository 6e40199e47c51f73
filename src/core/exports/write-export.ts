/** One stored run in one foreign format, with the gate before any text leaves. */
import type { Evidence, RunHeader, RunRecord } from '../contracts.ts';
import type { FidelityOverride } from '../fidelity/override.ts';
import type { SealedPack } from '../packs/read-pack.ts';
import { type RecordedTable, recordedScores } from '../results-import/recorded-scores.ts';
import type { KeptScoreOverride } from '../review/score-override.ts';
import type { ExportFile } from './export-contract.ts';
import { type ExportInput, exportView } from './export-view.ts';
import { type Consent, fullTextGate } from './full-text-gate.ts';
import type { IdentifierReport } from './identifier-scan.ts';
import type { Privacy } from './privacy.ts';
import { exportById } from './registry.ts';

/** A run as it is stored. */
export interface StoredExportRun {
  readonly header: RunHeader;
  readonly records: readonly RunRecord[];
  readonly tables: readonly RecordedTable[];
  /** Scorer -> record key -> evidence; of scorers with an accuracy at every level, of the others at full only. */
  readonly evidence: ReadonlyMap<string, ReadonlyMap<string, Evidence>>;
  readonly pack: SealedPack;
  readonly overrides: readonly KeptScoreOverride[];
  readonly fidelityOverride?: FidelityOverride | null;
}

export interface WriteExportRequest extends StoredExportRun {
  readonly to: string;
  readonly privacy: Privacy;
  readonly consent: Consent;
}

export type WriteExportOutcome =
  | { readonly kind: 'written'; readonly files: readonly ExportFile[]; readonly report: IdentifierReport }
  | { readonly kind: 'needs-permission' }
  | { readonly kind: 'needs-acceptance'; readonly report: IdentifierReport };

export function writeExport(request: WriteExportRequest): WriteExportOutcome {
  const { to, privacy, consent } = request;
  const view = exportView({ ...exportInputOf(request), privacy });
  const verdict = fullTextGate(view, consent);
  if (verdict.kind !== 'open') return verdict;
  return { kind: 'written', files: exportById(to).write(view), report: verdict.report };
}

/** Nothing is scored again: the stored tables are read. */
export function exportInputOf(run: StoredExportRun): Omit<ExportInput, 'privacy'> {
  const { header, records, tables, evidence, pack, overrides, fidelityOverride = null } = run;
  return {
    header,
    records,
    scored: recordedScores(pack, tables, evidence),
    pack,
    overrides,
    fidelityOverride,
  };
}
