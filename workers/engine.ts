import { releaseProxy } from 'comlink';
import { AppError } from '../src/core/errors.ts';
import { probeDevice } from './device-probe.ts';
import {
  checkedMessage,
  GenerateRequestSchema,
  InspectRequestSchema,
  LoadRequestSchema,
  LogprobsRequestSchema,
  MessagesSchema,
} from './protocol-schemas.ts';
import type { EngineApi, Runtime } from './protocol.ts';
import { wasmMemoryBytes } from './wasm-memory.ts';

/** A callback from the other thread; Comlink adds the release method, a plain function has none. */
type Callback<T> = ((value: T) => unknown) & { readonly [releaseProxy]?: () => void };

/**
 * Calls back without waiting. A page that went away, or whose callback throws, must not stop the model;
 * the proxy is released at the end, or its message port would live as long as the worker.
 */
function reporter<T>(callback: Callback<T>): { report: (value: T) => void; release: () => void } {
  return {
    report: (value) => {
      Promise.resolve(callback(value)).catch(() => undefined);
    },
    release: () => callback[releaseProxy]?.(),
  };
}

/** The EngineApi over one runtime at a time. */
export function createEngine(createRuntime: (id: string) => Promise<Runtime>): EngineApi {
  let runtime: Runtime | null = null;
  let inFlight: AbortController | null = null;

  const loaded = (): Runtime => {
    if (runtime === null) throw new AppError('runtime/failed', 'no model is loaded in this worker');
    return runtime;
  };

  /** One operation at a time: the sampler's random numbers and ONNX Runtime's session are both shared. */
  const exclusive = async <T>(operation: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    if (inFlight !== null) throw new AppError('defect', 'the worker was asked for two things at once');
    const controller = new AbortController();
    inFlight = controller;
    try {
      return await operation(controller.signal);
    } finally {
      inFlight = null;
    }
  };

  return {
    probe: () => probeDevice(),
    load: (request, onProgress) =>
      exclusive(async (signal) => {
        const { report, release } = reporter(onProgress);
        try {
          const wanted = checkedMessage(LoadRequestSchema, request, 'the request to load', 'defect');
          await runtime?.dispose();
          runtime = null;
          const candidate = await createRuntime(wanted.runtimeId);
          const model = await candidate.load(wanted, report, signal);
          runtime = candidate;
          return model;
        } finally {
          release();
        }
      }),
    render: (messages) =>
      exclusive(async () =>
        loaded().render(checkedMessage(MessagesSchema, messages, 'the request to render', 'defect')),
      ),
    generate: (request, onProgress) =>
      exclusive(async (signal) => {
        const { report, release } = reporter(onProgress);
        try {
          const wanted = checkedMessage(GenerateRequestSchema, request, 'the request to write', 'defect');
          return await loaded().generate(wanted, report, signal);
        } finally {
          release();
        }
      }),
    logprobs: (request, onAlive) =>
      exclusive(async (signal) => {
        const { report, release } = reporter(onAlive);
        try {
          const wanted = checkedMessage(LogprobsRequestSchema, request, 'the request to score', 'defect');
          return await loaded().logprobs(wanted, signal, () => report(undefined));
        } finally {
          release();
        }
      }),
    inspect: (request) =>
      exclusive(async (signal) => {
        const wanted = checkedMessage(InspectRequestSchema, request, 'the request to inspect', 'defect');
        const model = loaded();
        if (model.inspect === undefined)
          throw new AppError('runtime/unsupported-operation', `${model.id} shows no probabilities`, {
            operation: 'inspect',
          });
        return model.inspect(wanted, signal);
      }),
    prepare: async (messages) =>
      runtime?.prepare?.(checkedMessage(MessagesSchema, messages, 'the request to prepare', 'defect')),
    wasmBytes: async () => wasmMemoryBytes(),
    cancel: async () => inFlight?.abort(),
    dispose: async () => {
      inFlight?.abort();
      const ended = runtime;
      runtime = null;
      await ended?.dispose();
    },
  };
}
