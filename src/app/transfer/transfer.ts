/** Results into the store and out of it: other tools' files in, exports out, scores as people changed them. */
import { addResults } from './add-results.ts';
import { exportComparison } from './export-comparison.ts';
import { exportRun } from './export-run.ts';
import { createScoreChanges } from './score-changes.ts';
import type { TransferDeps } from './transfer-deps.ts';
import type { Transfer } from './transfer-port.ts';
import { packFinder } from './find-pack.ts';

export function createTransfer(deps: TransferDeps): Transfer {
  return {
    ...createScoreChanges(deps),
    formats: (signal) => deps.worker((api) => api.formats(), signal),
    preview: (files, onProgress, signal) =>
      deps.worker(
        (api) => api.read(files, deps.now().toISOString(), packFinder(deps.packs), onProgress),
        signal,
      ),
    table: (file, options, signal) => deps.worker((api) => api.table(file, options), signal),
    add: (results) => addResults(results, deps),
    comparisonFormats: (signal) => deps.worker((api) => api.comparisonFormats(), signal),
    writeComparison: (request, onProgress, signal) => exportComparison(request, deps, onProgress, signal),
    write: (request, onProgress, signal) => exportRun(request, deps, onProgress, signal),
  };
}
