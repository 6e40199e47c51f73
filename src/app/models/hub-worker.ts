/** The downloading thread, for one piece of work; it starts under the policy of that moment and ends with the work. */
import * as Comlink from 'comlink';
import '../../../workers/comlink-errors.ts';
import type { HubApi } from '../../../workers/hub/hub-protocol.ts';
import { workerFailure } from '../worker-failure.ts';

export type WithHubWorker = <T>(work: (api: HubApi) => Promise<T>) => Promise<T>;

export const withHubWorker: WithHubWorker = async (work) => {
  // The URL must stay literal: the bundler finds the worker's entry by it.
  const worker = new Worker(new URL('../../../workers/hub.worker.ts', import.meta.url), {
    type: 'module',
    name: 'bedside-hub',
  });
  const remote = Comlink.wrap<HubApi>(worker);
  const api: HubApi = {
    listing: (base, address) => remote.listing(base, address),
    config: (url) => remote.config(url),
    head: (url, bytes) => remote.head(url, bytes),
    download: (job, onEvent) => remote.download(job, Comlink.proxy(onEvent)),
    stop: () => remote.stop(),
  };
  try {
    return await Promise.race([work(api), workerFailure(worker, 'download')]);
  } finally {
    worker.terminate();
  }
};
