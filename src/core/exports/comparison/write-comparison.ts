/** A comparison as a report, with the same gate before any text leaves as an export of one run has. */
import { type Consent, fullTextGate } from '../full-text-gate.ts';
import type { IdentifierReport } from '../identifier-scan.ts';
import { type StoredExportRun, exportInputOf } from '../write-export.ts';
import { type ComparisonInput, comparisonView } from './comparison-view.ts';
import { comparisonExportById } from './registry.ts';

export interface ComparisonReportRequest extends ComparisonInput {
  readonly to: string;
  readonly consent: Consent;
}

export type ComparisonReportOutcome =
  | { readonly kind: 'written'; readonly text: string; readonly report: IdentifierReport }
  | { readonly kind: 'needs-permission' }
  | { readonly kind: 'needs-acceptance'; readonly report: IdentifierReport };

export function writeComparison(request: ComparisonReportRequest): ComparisonReportOutcome {
  const { to, consent, privacy } = request;
  const form = comparisonExportById(to);
  // Asked before anything is computed: the answer is often no.
  if (privacy === 'full' && !consent.permission && request.runs.some(({ pack }) => pack.private === true))
    return { kind: 'needs-permission' };
  const view = comparisonView(request);
  const rows = view.runs.flatMap((run) => run.view.rows);
  const pack = { private: view.runs.some((run) => run.view.pack.private) };
  const verdict = fullTextGate({ privacy, pack, rows }, consent);
  if (verdict.kind !== 'open') return verdict;
  return { kind: 'written', text: form.write(view), report: verdict.report };
}

/** The same of runs as they are stored. */
export type StoredComparisonRequest = Omit<ComparisonReportRequest, 'runs'> & {
  readonly runs: readonly StoredExportRun[];
};

export function writeStoredComparison(request: StoredComparisonRequest): ComparisonReportOutcome {
  return writeComparison({ ...request, runs: request.runs.map(exportInputOf) });
}
