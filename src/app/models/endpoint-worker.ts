/** Asks a server which models it has, in a thread of its own that ends with the answer. */
import * as Comlink from 'comlink';
import * as v from 'valibot';
import '../../../workers/comlink-errors.ts';
import type { EndpointApi } from '../../../workers/endpoint-api.ts';
import { spawnEngineWorker } from '../engine/spawn-worker.ts';
import { AppError } from '../../core/errors.ts';

const NamesSchema = v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(300)));

export async function servedModels(origin: string, key: string | null): Promise<readonly string[]> {
  const worker = spawnEngineWorker('endpoint');
  const remote = Comlink.wrap<EndpointApi>(worker.endpoint);
  const crashed = new Promise<never>((_done, fail) => {
    worker.onCrash((message) => fail(new AppError('runtime/failed', `the worker failed: ${message}`)));
  });
  try {
    return v.parse(NamesSchema, await Promise.race([remote.servedModels(origin, key), crashed]));
  } finally {
    worker.terminate();
  }
}
