/** One worker an import: whatever a file makes it do, it is ended afterwards. */
import * as Comlink from 'comlink';
import '../../../workers/comlink-errors.ts';
import type { DeliveredPack, PackPort } from '../../../workers/deliver-pack.ts';
import type { ImportApi, ReadingToKeep } from '../../../workers/import-api.ts';
import type { ImportRequest } from '../../../workers/protocol.ts';
import { AppError } from '../../core/errors.ts';
import type { ImportPreview, ImportWatch } from '../services.ts';
import { importRead, packDelivered, samplesGiven } from './import-answers.ts';
import { workerFailure } from '../worker-failure.ts';

export function previewImport(request: ImportRequest, watch: ImportWatch): Promise<ImportPreview> {
  return withImportWorker(
    async (api) => importRead(await api.read(withPaths(request), told(watch))),
    watch.signal,
  );
}

export function deliverImport(
  request: ImportRequest,
  reading: ReadingToKeep,
  store: PackPort,
  watch: ImportWatch,
): Promise<DeliveredPack> {
  const checked: PackPort = async (samples) => store(samplesGiven(samples));
  return withImportWorker(
    async (api) =>
      packDelivered(await api.deliver(withPaths(request), reading, Comlink.proxy(checked), told(watch))),
    watch.signal,
  );
}

function withPaths(request: ImportRequest): ImportRequest {
  return { ...request, paths: request.files.map((file) => file.webkitRelativePath || file.name) };
}

function told({ onProgress }: ImportWatch) {
  return Comlink.proxy((part: number, rows: number) => onProgress?.({ part, rows }));
}

export async function withImportWorker<T>(
  work: (api: Comlink.Remote<ImportApi>) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  // The URL must stay literal: the bundler finds the worker's entry by it.
  const worker = new Worker(new URL('../../../workers/import.worker.ts', import.meta.url), {
    type: 'module',
    name: 'bedside-import',
  });
  const failed = workerFailure(worker, 'import');
  const stopped = new Promise<never>((_resolve, reject) => {
    const stop = () => reject(new AppError('runtime/cancelled', 'the import was cancelled'));
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work(Comlink.wrap<ImportApi>(worker)), failed, stopped]);
  } finally {
    worker.terminate();
  }
}
