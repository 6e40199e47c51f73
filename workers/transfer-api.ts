/** Results of other tools in, exports out: long work on somebody's whole results, off the page's thread. */
import { EXPORTS } from '../src/core/exports/registry.ts';
import {
  type WriteExportOutcome,
  type WriteExportRequest,
  writeExport,
} from '../src/core/exports/write-export.ts';
import { type FindPack, type ReadResults, readResults } from '../src/core/results-import/read-results.ts';
import { sourceOfFile } from './source-of-file.ts';

export interface ExportFormat {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Names of the files that come beside the first at full privacy. */
  readonly beside: readonly string[];
}

export interface TransferApi {
  formats(): readonly ExportFormat[];
  read(files: readonly File[], now: string, findPack: FindPack): Promise<ReadResults>;
  write(request: WriteExportRequest): WriteExportOutcome;
}

export function createTransferApi(): TransferApi {
  return {
    formats: () =>
      EXPORTS.map(({ id, title, description, beside }) => ({
        id,
        title,
        description,
        beside: beside.map(({ name }) => name),
      })),
    read: (files, now, findPack) => readResults(files.map((file) => sourceOfFile(file)), { now, findPack }),
    write: writeExport,
  };
}
