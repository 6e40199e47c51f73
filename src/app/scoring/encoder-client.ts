/** A text encoder in a worker of its own: ending the worker is how encoding is cancelled, also within a long text. */
import * as Comlink from 'comlink';
import '../../../workers/comlink-errors.ts';
import type { EncoderApi } from '../../../workers/encoder-api.ts';
import { AppError } from '../../core/errors.ts';
import { workerFailure } from '../worker-failure.ts';

/** Runs one piece of work with an encoder that ends with it, or with the signal. */
export type WithEncoder = <T>(work: (api: EncoderApi) => Promise<T>, signal: AbortSignal) => Promise<T>;

export const withEncoderWorker: WithEncoder = async (work, signal) => {
  // The URL must stay literal: the bundler finds the worker's entry by it.
  const worker = new Worker(new URL('../../../workers/encoder.worker.ts', import.meta.url), {
    type: 'module',
    name: 'bedside-encoder',
  });
  const remote = Comlink.wrap<EncoderApi>(worker);
  const api: EncoderApi = {
    load: (request, onProgress) => remote.load(request, Comlink.proxy(onProgress)),
    match: (target, text) => remote.match(target, text),
    embed: (text) => remote.embed(text),
  };
  const aborted = new Promise<never>((_resolve, reject) => {
    const cancel = () => reject(new AppError('runtime/cancelled', 'encoding was stopped'));
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
  });
  try {
    return await Promise.race([work(api), aborted, workerFailure(worker, 'encoder')]);
  } finally {
    worker.terminate();
  }
};
