/** One worker a comparison: ending it is how one is cancelled, however deep in its resampling it is. */
import * as Comlink from 'comlink';
import '../../../workers/comlink-errors.ts';
import type { CompareApi } from '../../../workers/compare-api.ts';
import { AppError } from '../../core/errors.ts';
import { workerFailure } from '../worker-failure.ts';
import {
  agreementAnswer,
  comparisonAnswer,
  costsAnswer,
  intervalsAnswer,
  rankingAnswer,
  repeatsAnswer,
  verdictAnswer,
} from './compare-answers.ts';

export type CompareConnection = {
  readonly [Name in keyof CompareApi]: (
    ...args: Parameters<CompareApi[Name]>
  ) => Promise<ReturnType<CompareApi[Name]>>;
};

/** Runs one piece of work in a worker that ends with it, or with the signal. */
export type WithCompareWorker = <T>(
  work: (api: CompareConnection) => Promise<T>,
  signal: AbortSignal,
) => Promise<T>;

export const withCompareWorker: WithCompareWorker = async (work, signal) => {
  // The URL must stay literal: the bundler finds the worker's entry by it.
  const worker = new Worker(new URL('../../../workers/compare.worker.ts', import.meta.url), {
    type: 'module',
    name: 'bedside-compare',
  });
  const remote = Comlink.wrap<CompareApi>(worker);
  const api: CompareConnection = {
    report: async (request, onProgress) =>
      comparisonAnswer(await remote.report(request, Comlink.proxy(onProgress))),
    costs: async (header, records) => costsAnswer(await remote.costs(header, records)),
    intervals: async (run, metric) => intervalsAnswer(await remote.intervals(run, metric)),
    repeats: async (run) => repeatsAnswer(await remote.repeats(run)),
    agreement: async (runs, metric, level) => agreementAnswer(await remote.agreement(runs, metric, level)),
    ranking: async (runs) => rankingAnswer(await remote.ranking(runs)),
    verdict: async (plan, a, b, firstRecordAt) =>
      verdictAnswer(await remote.verdict(plan, a, b, firstRecordAt)),
  };
  const aborted = new Promise<never>((_resolve, reject) => {
    const cancel = () => reject(new AppError('runtime/cancelled', 'the comparison was stopped'));
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
  });
  try {
    return await Promise.race([work(api), aborted, workerFailure(worker, 'comparison')]);
  } finally {
    worker.terminate();
  }
};
