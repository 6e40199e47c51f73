/** Results of other tools in, exports out: long work on somebody's whole results, off the page's thread. */
import { COMPARISON_EXPORTS } from '../src/core/exports/comparison/registry.ts';
import {
  type ComparisonReportOutcome,
  type StoredComparisonRequest,
  writeStoredComparison,
} from '../src/core/exports/comparison/write-comparison.ts';
import { EXPORTS } from '../src/core/exports/registry.ts';
import {
  type WriteExportOutcome,
  type WriteExportRequest,
  writeExport,
} from '../src/core/exports/write-export.ts';
import { type FindPack, type ReadResults, readResults } from '../src/core/results-import/read-results.ts';
import { type TableOptions, type TableReport, tableReport } from '../src/core/results-import/table-report.ts';
import type { SourceFile } from '../src/core/contracts.ts';
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
  /** Tells which part of the work is done, from 0 to 1. */
  read(
    files: readonly File[],
    now: string,
    findPack: FindPack,
    onProgress: (part: number) => void,
  ): Promise<ReadResults>;
  /** A CSV of ratings or of models and benchmarks. */
  table(file: File, options: TableOptions): Promise<TableReport>;
  write(request: WriteExportRequest): WriteExportOutcome;
  comparisonFormats(): readonly ExportFormat[];
  compare(request: StoredComparisonRequest): ComparisonReportOutcome;
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
    read: (files, now, findPack, onProgress) => readResults(watched(files, onProgress), { now, findPack }),
    table: (file, options) => tableReport(sourceOfFile(file), options),
    write: writeExport,
    comparisonFormats: () =>
      COMPARISON_EXPORTS.map(({ id, title, description }) => ({ id, title, description, beside: [] })),
    compare: writeStoredComparison,
  };
}

/** Every file is read for its rows and again for its hash. */
const READINGS = 2;

/** The files, telling at each whole percent how far their reading is. */
function watched(files: readonly File[], onProgress: (part: number) => void): SourceFile[] {
  const total = Math.max(1, READINGS * files.reduce((sum, { size }) => sum + size, 0));
  let done = 0;
  let told = 0;
  return files.map((file) => {
    const source = sourceOfFile(file);
    return {
      ...source,
      async *stream() {
        for await (const piece of source.stream()) {
          done += piece.length;
          const percent = Math.min(100, Math.floor((100 * done) / total));
          if (percent > told) onProgress((told = percent) / 100);
          yield piece;
        }
      },
    };
  });
}
