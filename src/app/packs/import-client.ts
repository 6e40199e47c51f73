/** One worker an import: whatever a file makes it do, it is ended afterwards. */
import * as Comlink from 'comlink';
import '../../../workers/comlink-errors.ts';
import type { ImportApi } from '../../../workers/import-api.ts';
import type { ImportPreview } from '../services.ts';
import { importRead } from './import-answers.ts';
import { workerFailure } from '../worker-failure.ts';

export function previewImport(
  files: readonly File[],
  importerId: string | null,
  map: Readonly<Record<string, string>>,
): Promise<ImportPreview> {
  const paths = files.map((file) => file.webkitRelativePath || file.name);
  return withImportWorker(async (api) => importRead(await api.read(files, importerId, map, paths)));
}

export async function withImportWorker<T>(work: (api: Comlink.Remote<ImportApi>) => Promise<T>): Promise<T> {
  // The URL must stay literal: the bundler finds the worker's entry by it.
  const worker = new Worker(new URL('../../../workers/import.worker.ts', import.meta.url), {
    type: 'module',
    name: 'bedside-import',
  });
  const failed = workerFailure(worker, 'import');
  try {
    return await Promise.race([work(Comlink.wrap<ImportApi>(worker)), failed]);
  } finally {
    worker.terminate();
  }
}
