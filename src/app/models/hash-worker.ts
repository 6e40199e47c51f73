/** Hashing of picked files in a thread of its own. */
import * as Comlink from 'comlink';
import '../../../workers/comlink-errors.ts';
import type { HashApi } from '../../../workers/hash-api.ts';
import { AppError } from '../../core/errors.ts';
import { workerFailure } from '../worker-failure.ts';
import type { HashFiles } from './hash-files.ts';

export const hashInWorker: HashFiles = async (files, onProgress, signal) => {
  // The URL must stay literal: the bundler finds the worker's entry by it.
  const worker = new Worker(new URL('../../../workers/hash.worker.ts', import.meta.url), {
    type: 'module',
    name: 'bedside-hash',
  });
  const stopped = new Promise<never>((_resolve, reject) => {
    const cancel = () => reject(new AppError('runtime/cancelled', 'the reading was stopped'));
    if (signal?.aborted === true) cancel();
    else signal?.addEventListener('abort', cancel, { once: true });
  });
  try {
    const api = Comlink.wrap<HashApi>(worker);
    const told = Comlink.proxy(onProgress ?? (() => undefined));
    return await Promise.race([api.sha256(files, told), stopped, workerFailure(worker, 'hash')]);
  } finally {
    worker.terminate();
  }
};
