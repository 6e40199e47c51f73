import type { LoadedModel, LoadRequest } from '../../../workers/protocol.ts';
import type { EngineClient, LoadOptions } from '../engine/engine-client.ts';

/** What a run needs of the engine; tests give a scripted one. */
export type Engine = Pick<
  EngineClient,
  'loaded' | 'loadWithFallback' | 'ask' | 'cancel' | 'dispose' | 'probe' | 'prepare' | 'wasmBytes'
>;

export interface HeldModel {
  readonly loaded: LoadedModel;
  /** False when it was here already, so that nobody had to wait for it. */
  readonly fresh: boolean;
}

export interface EngineHolder {
  engine(): Promise<Engine>;
  /** Loads unless exactly this is loaded already: a probe, then a run, then the next pack share one load. */
  load(request: LoadRequest, options: LoadOptions): Promise<HeldModel>;
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
      if (held !== null && engine.loaded !== null && isSame(held, request))
        return { loaded: engine.loaded, fresh: false };
      held = null;
      const loaded = await engine.loadWithFallback(request, options);
      held = request;
      return { loaded, fresh: true };
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
    a.threads === b.threads &&
    a.prefixReuse === b.prefixReuse &&
    keyOf(a) === keyOf(b)
  );
}

/** A server that refused the last key is asked again with another. */
function keyOf({ location }: LoadRequest): string | undefined {
  return location.kind === 'server' ? location.key : undefined;
}
