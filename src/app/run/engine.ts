import type { LoadedModel, LoadRequest } from '../../../workers/protocol.ts';
import type { EngineClient, LoadOptions } from '../engine/engine-client.ts';

/** What a run needs of the engine; tests give a scripted one. */
export type Engine = Pick<
  EngineClient,
  'loaded' | 'loadWithFallback' | 'ask' | 'cancel' | 'dispose' | 'probe'
>;

export interface EngineHolder {
  engine(): Promise<Engine>;
  /** Loads unless exactly this is loaded already: a probe, then a run, then the next pack share one load. */
  load(request: LoadRequest, options: LoadOptions): Promise<LoadedModel>;
  release(): Promise<void>;
}

/** `connect` is called when the engine is first needed: its code is no part of the first load. */
export function createEngineHolder(connect: () => Engine | Promise<Engine>): EngineHolder {
  let held: LoadRequest | null = null;
  let opened: Promise<Engine> | null = null;

  async function opening(): Promise<Engine> {
    try {
      return await connect();
    } catch (thrown) {
      opened = null;
      throw thrown;
    }
  }
  const engineOnce = () => (opened ??= opening());

  return {
    engine: engineOnce,
    load: async (request, options) => {
      const engine = await engineOnce();
      if (held !== null && engine.loaded !== null && isSame(held, request)) return engine.loaded;
      held = null;
      const loaded = await engine.loadWithFallback(request, options);
      held = request;
      return loaded;
    },
    release: async () => {
      held = null;
      if (opened !== null) await (await opened).dispose();
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
