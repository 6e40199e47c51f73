import type { LoadedModel, LoadRequest } from '../../../workers/protocol.ts';
import type { EngineClient, LoadOptions } from '../engine/engine-client.ts';

/** What a run needs of the engine; tests give a scripted one. */
export type Engine = Pick<
  EngineClient,
  'loaded' | 'loadWithFallback' | 'ask' | 'cancel' | 'dispose' | 'probe'
>;

export interface EngineHolder {
  readonly engine: Engine;
  /** Loads unless exactly this is loaded already: a probe, then a run, then the next pack share one load. */
  load(request: LoadRequest, options: LoadOptions): Promise<LoadedModel>;
  release(): Promise<void>;
}

export function createEngineHolder(engine: Engine): EngineHolder {
  let held: LoadRequest | null = null;
  return {
    engine,
    load: async (request, options) => {
      if (held !== null && engine.loaded !== null && isSame(held, request)) return engine.loaded;
      held = null;
      const loaded = await engine.loadWithFallback(request, options);
      held = request;
      return loaded;
    },
    release: async () => {
      held = null;
      await engine.dispose();
    },
  };
}

function isSame(a: LoadRequest, b: LoadRequest): boolean {
  return (
    a.runtimeId === b.runtimeId &&
    a.modelId === b.modelId &&
    a.dtype === b.dtype &&
    a.device === b.device &&
    a.threads === b.threads
  );
}
