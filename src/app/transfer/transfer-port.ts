/** Results into the store and out of it, as pages ask for it. Types only: nothing that they come from needs them. */
import type { Consent } from '../../core/exports/full-text-gate.ts';
import type { IdentifierReport } from '../../core/exports/identifier-scan.ts';
import type { Privacy } from '../../core/exports/privacy.ts';
import type { ReadResults } from '../../core/results-import/read-results.ts';
import type { TableOptions, TableReport } from '../../core/results-import/table-report.ts';
import type { ExportFormat } from '../../../workers/transfer-api.ts';
import type { ScoreChanges } from './score-changes-port.ts';

export type { ExportFormat };

export interface ExportRequest {
  readonly runId: string;
  readonly to: string;
  readonly privacy: Privacy;
  readonly consent: Consent;
}

export interface ComparisonExportRequest extends Omit<ExportRequest, 'runId'> {
  /** The baseline, the run held against it, then the others. */
  readonly runIds: readonly string[];
  /** A sealed plan for the first two. */
  readonly plan: File | null;
}

export type ExportOutcome =
  | { readonly kind: 'file'; readonly blob: Blob; readonly name: string; readonly found: IdentifierReport }
  | { readonly kind: 'needs-permission' }
  | { readonly kind: 'needs-acceptance'; readonly report: IdentifierReport };

export interface Transfer extends ScoreChanges {
  formats(signal: AbortSignal): Promise<readonly ExportFormat[]>;
  /** Reads other tools' results without storing anything. */
  preview(
    files: readonly File[],
    onProgress: (part: number) => void,
    signal: AbortSignal,
  ): Promise<ReadResults>;
  /** Stores previewed runs, with the packs that their files quote; gives their ids. */
  add(results: ReadResults): Promise<readonly string[]>;
  /** A CSV of several raters' ratings, or of models and benchmarks. Nothing of it is stored. */
  table(file: File, options: TableOptions, signal: AbortSignal): Promise<TableReport>;
  write(
    request: ExportRequest,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<ExportOutcome>;
  /** Forms of a report of several runs. */
  comparisonFormats(signal: AbortSignal): Promise<readonly ExportFormat[]>;
  writeComparison(
    request: ComparisonExportRequest,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<ExportOutcome>;
}
