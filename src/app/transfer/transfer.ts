/** Results into the store and out of it: other tools' files in, exports out, scores as people changed them. */
import type { Privacy } from '../../core/exports/privacy.ts';
import type { Consent } from '../../core/exports/full-text-gate.ts';
import type { IdentifierReport } from '../../core/exports/identifier-scan.ts';
import type { ReadResults } from '../../core/results-import/read-results.ts';
import type { ExportFormat } from '../../../workers/transfer-api.ts';
import type { ResultStore } from '../../storage/contract.ts';
import type { Packs } from '../packs/packs.ts';
import type { RunShelf } from '../runs/run-shelf.ts';
import type { Services } from '../services.ts';
import { addResults } from './add-results.ts';
import { exportRun } from './export-run.ts';
import { type ScoreChanges, createScoreChanges } from './score-changes.ts';
import { packFinder } from './find-pack.ts';
import type { WithTransferWorker } from './transfer-worker.ts';

export interface TransferDeps {
  readonly store: ResultStore;
  readonly shelf: RunShelf;
  readonly packs: Packs;
  readonly rescore: Services['runs']['rescore'];
  readonly now: () => Date;
  readonly newId: () => string;
  readonly changed: () => void;
  /** Tests compute on their own thread. */
  readonly worker: WithTransferWorker;
}

export interface ExportRequest {
  readonly runId: string;
  readonly to: string;
  readonly privacy: Privacy;
  readonly consent: Consent;
}

export type ExportOutcome =
  | { readonly kind: 'file'; readonly blob: Blob; readonly name: string; readonly found: IdentifierReport }
  | { readonly kind: 'needs-permission' }
  | { readonly kind: 'needs-acceptance'; readonly report: IdentifierReport };

export interface Transfer extends ScoreChanges {
  formats(signal: AbortSignal): Promise<readonly ExportFormat[]>;
  /** Reads other tools' results without storing anything. */
  preview(files: readonly File[], signal: AbortSignal): Promise<ReadResults>;
  /** Stores previewed runs, with the packs that their files quote; gives their ids. */
  add(results: ReadResults): Promise<readonly string[]>;
  write(
    request: ExportRequest,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<ExportOutcome>;
}

export function createTransfer(deps: TransferDeps): Transfer {
  return {
    ...createScoreChanges(deps),
    formats: (signal) => deps.worker((api) => api.formats(), signal),
    preview: (files, signal) =>
      deps.worker((api) => api.read(files, deps.now().toISOString(), packFinder(deps.packs)), signal),
    add: (results) => addResults(results, deps),
    write: (request, onProgress, signal) => exportRun(request, deps, onProgress, signal),
  };
}
