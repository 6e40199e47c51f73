/** One worker a piece of work: ending it is how one is cancelled, and whatever a file made it do ends with it. */
import * as Comlink from 'comlink';
import '../../../workers/comlink-errors.ts';
import type { TransferApi } from '../../../workers/transfer-api.ts';
import { AppError } from '../../core/errors.ts';
import { workerFailure } from '../worker-failure.ts';
import {
  comparisonReportAnswer,
  exportAnswer,
  formatsAnswer,
  resultsAnswer,
  tableAnswer,
} from './transfer-answers.ts';

export type TransferConnection = {
  readonly [Name in keyof TransferApi]: (
    ...args: Parameters<TransferApi[Name]>
  ) => Promise<Awaited<ReturnType<TransferApi[Name]>>>;
};

export type WithTransferWorker = <T>(
  work: (api: TransferConnection) => Promise<T>,
  signal: AbortSignal,
) => Promise<T>;

export const withTransferWorker: WithTransferWorker = async (work, signal) => {
  // The URL must stay literal: the bundler finds the worker's entry by it.
  const worker = new Worker(new URL('../../../workers/transfer.worker.ts', import.meta.url), {
    type: 'module',
    name: 'bedside-transfer',
  });
  const remote = Comlink.wrap<TransferApi>(worker);
  const api: TransferConnection = {
    formats: async () => formatsAnswer(await remote.formats()),
    read: async (files, now, findPack, onProgress) =>
      resultsAnswer(await remote.read(files, now, Comlink.proxy(findPack), Comlink.proxy(onProgress))),
    table: async (file, options) => tableAnswer(await remote.table(file, options)),
    write: async (request) => exportAnswer(await remote.write(request)),
    comparisonFormats: async () => formatsAnswer(await remote.comparisonFormats()),
    compare: async (request) => comparisonReportAnswer(await remote.compare(request)),
  };
  const aborted = new Promise<never>((_resolve, reject) => {
    const cancel = () => reject(new AppError('runtime/cancelled', 'the transfer was stopped'));
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
  });
  try {
    return await Promise.race([work(api), aborted, workerFailure(worker, 'transfer')]);
  } finally {
    worker.terminate();
  }
};
