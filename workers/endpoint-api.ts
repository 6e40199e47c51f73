/** What endpoint.worker.ts offers: the engine's interface over one server, and the names of that server's models. */
import { AppError } from '../src/core/errors.ts';
import { ALLOWED_ENDPOINTS } from '../src/core/network/allowed-endpoints.ts';
import { createEngine } from './engine.ts';
import type { EngineApi } from './protocol.ts';
import { createEndpointRuntime } from './runtimes/endpoint.ts';
import { BROWSER } from './runtimes/endpoint/browser-surroundings.ts';
import { servedModels } from './runtimes/endpoint/served-models.ts';

export interface EndpointApi extends EngineApi {
  /** Sends nothing but the question which models there are. */
  servedModels(origin: string, key: string | null): Promise<readonly string[]>;
}

const PATIENCE_MS = 20_000;

export function createEndpointApi(): EndpointApi {
  const engine = createEngine(async (id) => {
    if (id === 'endpoint') return createEndpointRuntime();
    throw new AppError('input/unknown-id', `the worker for servers runs no "${id}"`, {
      id,
      known: ['endpoint'],
    });
  });
  return {
    ...engine,
    servedModels: (origin, key) =>
      servedModels(
        { ...BROWSER, allowed: ALLOWED_ENDPOINTS },
        { origin, key: key ?? undefined },
        AbortSignal.timeout(PATIENCE_MS),
      ),
  };
}
