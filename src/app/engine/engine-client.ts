/**
 * The page's side of inference: one dedicated worker per loaded model, ended and made anew after any runtime
 * error, and a model that comes back by itself on the next call.
 */
import type { Remote } from 'comlink';
import '../../../workers/comlink-errors.ts';
import type { Ask, RenderedPrompt } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import { expectedFiles } from '../../core/models/expected-files.ts';
import type { Message } from '../../core/packs/pack.ts';
import type {
  DeviceProbe,
  EngineApi,
  GenerateProgress,
  GenerateRequest,
  GenerateResult,
  InspectRequest,
  InspectResult,
  LoadedModel,
  LoadProgress,
  LoadRequest,
  LogprobsRequest,
  LogprobsResult,
} from '../../../workers/protocol.ts';
import { engineError, poisonsWorker, worthAnotherDevice } from './error-policy.ts';
import { spawnEngineWorker } from './spawn-worker.ts';
import { WorkerSession, type CallLimits, type EngineWorker, type Listen } from './worker-session.ts';

export interface EngineClientOptions {
  /** `runtimeId`: what the worker is to run; null for one that only says what the device offers. */
  readonly spawn?: (runtimeId: string | null) => EngineWorker;
  /** Without progress for this long a worker counts as hung. A prefill on a slow CPU makes no progress either. */
  readonly watchdogMs?: number;
  readonly cancelGraceMs?: number;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}
export interface LoadOptions extends CallOptions {
  readonly onProgress?: (progress: LoadProgress) => void;
}
export interface GenerateOptions extends CallOptions {
  readonly onProgress?: (progress: GenerateProgress) => void;
}

type Fallback = NonNullable<LoadedModel['runtime']['fallback']>;

/** What to load again, and how it came to be, should the worker be lost. */
interface Recipe {
  readonly request: LoadRequest;
  readonly fallback: Fallback | null;
}

/** Comes with the first model, not with the page. */
const answers = () => import('./engine-answers.ts');

const WATCHDOG_MS = 120_000;
const CANCEL_GRACE_MS = 300;

export class EngineClient {
  readonly #spawn: (runtimeId: string | null) => EngineWorker;
  readonly #watchdogMs: number;
  readonly #cancelGraceMs: number;
  #session: WorkerSession | null = null;
  #recipe: Recipe | null = null;
  #loaded: LoadedModel | null = null;
  #probe: Promise<DeviceProbe> | null = null;
  /** Calls take turns: a worker does one thing at a time. */
  #turn: Promise<unknown> = Promise.resolve();
  #current: AbortController | null = null;

  constructor(options: EngineClientOptions = {}) {
    this.#spawn = options.spawn ?? spawnEngineWorker;
    this.#watchdogMs = options.watchdogMs ?? WATCHDOG_MS;
    this.#cancelGraceMs = options.cancelGraceMs ?? CANCEL_GRACE_MS;
  }

  /** The model as it was first loaded; kept while a lost worker waits to be made anew. */
  get loaded(): LoadedModel | null {
    return this.#loaded;
  }

  /** What this device offers. Asked once, in a worker of its own, so that a probe can poison nothing. */
  probe(): Promise<DeviceProbe> {
    this.#probe ??= this.#probeOnce();
    return this.#probe;
  }

  /** Loads into a fresh worker; a model loaded before is let go. */
  load(request: LoadRequest, options: LoadOptions = {}): Promise<LoadedModel> {
    return this.#inTurn(options.signal, async (signal) => {
      await this.#close();
      return this.#start({ request, fallback: null }, options.onProgress, signal);
    });
  }

  /**
   * Like load, but a model that cannot run on WebGPU here is loaded on WASM instead, in a fresh worker (a
   * failed one would answer with the old error), and the reason is part of the runtime's identity.
   */
  loadWithFallback(request: LoadRequest, options: LoadOptions = {}): Promise<LoadedModel> {
    return this.#inTurn(options.signal, async (signal) => {
      await this.#close();
      try {
        return await this.#start({ request, fallback: null }, options.onProgress, signal);
      } catch (thrown) {
        const error = engineError(thrown);
        if (request.device !== 'webgpu' || !worthAnotherDevice(error)) throw error;
        const recipe: Recipe = {
          request: { ...request, device: 'wasm' },
          fallback: { from: 'webgpu', reason: error.message },
        };
        return this.#start(recipe, options.onProgress, signal);
      }
    });
  }

  render(messages: readonly Message[], options: CallOptions = {}): Promise<RenderedPrompt> {
    return this.#onModel(options.signal, 1, async (api) =>
      (await answers()).rendered(await api.render(messages)),
    );
  }

  generate(request: GenerateRequest, options: GenerateOptions = {}): Promise<GenerateResult> {
    return this.#onModel(options.signal, 1, async (api, listen) => {
      const { generated, writing } = await answers();
      return generated(await api.generate(request, listen(writing(options.onProgress))));
    });
  }

  logprobs(request: LogprobsRequest, options: CallOptions = {}): Promise<LogprobsResult> {
    // Not every runtime gives signs of life while it scores; each continuation may take as long as one otherwise would.
    return this.#onModel(options.signal, 1 + request.continuations.length, async (api, listen) =>
      (await answers()).scored(await api.logprobs(request, listen<void>(undefined))),
    );
  }

  /** The answer is of the kind that was asked for. */
  inspect<Kind extends InspectRequest['kind']>(
    request: Extract<InspectRequest, { kind: Kind }>,
    options: CallOptions = {},
  ): Promise<Extract<InspectResult, { kind: Kind }>> {
    return this.#onModel(options.signal, 1, async (api) => {
      const result = (await answers()).inspected(await api.inspect(request));
      if (result.kind === request.kind) return result as Extract<InspectResult, { kind: Kind }>;
      throw new AppError('runtime/failed', `asked for ${request.kind}, the worker gave ${result.kind}`);
    });
  }

  /** The next prompt may be tokenised while the model is busy. Nobody waits for it, and it may be left undone. */
  prepare(messages: readonly Message[]): void {
    this.#session?.tell((api) => api.prepare(messages));
  }

  /** Linear memory of the worker's WebAssembly, null when there is none or it cannot be asked now. */
  async wasmBytes(): Promise<number | null> {
    const session = this.#session;
    if (session?.alive !== true || this.#current !== null) return null;
    try {
      const bytes: unknown = await session.call((api) => api.wasmBytes(), this.#limits(undefined, 1));
      return typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : null;
    } catch {
      return null;
    }
  }

  /** The model as solvers see it. */
  ask(options: GenerateOptions = {}): Ask {
    return {
      generate: (messages, settings) => this.generate({ messages, settings }, options),
      logprobs: (messages, continuations) => this.logprobs({ messages, continuations }, options),
    };
  }

  /**
   * Stops what is in flight: it rejects with runtime/cancelled within the grace time, because a worker that
   * does not stop by itself (a long prefill cannot) is ended and made anew on the next use.
   */
  cancel(): void {
    this.#current?.abort();
  }

  /** Lets go of the model and its worker. The client can load again. */
  async dispose(): Promise<void> {
    this.cancel();
    await this.#turn.catch(() => undefined);
    await this.#close();
    this.#recipe = null;
    this.#loaded = null;
  }

  async #probeOnce(): Promise<DeviceProbe> {
    const session = new WorkerSession(this.#spawn(null));
    try {
      return await session.call((api) => api.probe(), this.#limits(undefined, 1));
    } catch (thrown) {
      this.#probe = null;
      throw engineError(thrown);
    } finally {
      session.end(new AppError('runtime/cancelled', 'the probe is over'));
    }
  }

  async #start(
    recipe: Recipe,
    onProgress: ((progress: LoadProgress) => void) | undefined,
    signal: AbortSignal,
  ): Promise<LoadedModel> {
    const session = new WorkerSession(this.#spawn(recipe.request.runtimeId));
    this.#session = session;
    try {
      const model = await session.call(
        async (api, listen) => {
          const { loaded, loading } = await answers();
          return loaded(await api.load(recipe.request, listen(loading(onProgress))));
        },
        this.#limits(signal, 1),
      );
      const loaded: LoadedModel =
        recipe.fallback === null
          ? model
          : { ...model, runtime: { ...model.runtime, fallback: recipe.fallback } };
      this.#recipe = recipe;
      this.#loaded = loaded;
      return loaded;
    } catch (thrown) {
      const error = engineError(thrown);
      session.end(error);
      throw error;
    }
  }

  /** Runs a call on the loaded model, loading it again first when its worker was lost. */
  #onModel<T>(
    outer: AbortSignal | undefined,
    patience: number,
    operation: (api: Remote<EngineApi>, listen: Listen) => Promise<T>,
  ): Promise<T> {
    return this.#inTurn(outer, async (signal) => {
      const session = await this.#liveSession(signal);
      try {
        return await session.call(operation, this.#limits(signal, patience));
      } catch (thrown) {
        const error = engineError(thrown);
        if (poisonsWorker(error)) session.end(error);
        throw error;
      }
    });
  }

  async #liveSession(signal: AbortSignal): Promise<WorkerSession> {
    if (this.#session?.alive === true) return this.#session;
    if (this.#recipe === null || this.#loaded === null)
      throw new AppError('runtime/failed', 'no model is loaded');
    // The files must be those that the run began with, even if the server has others by now.
    const { fallback, request } = this.#recipe;
    await this.#start(
      { fallback, request: { ...request, expected: expectedFiles(this.#loaded.files) } },
      undefined,
      signal,
    );
    return this.#liveSession(signal);
  }

  async #close(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    this.#recipe = null;
    this.#loaded = null;
    await session?.close(this.#cancelGraceMs);
  }

  /** One call at a time, each with a controller that cancel() and the caller's signal both reach. */
  #inTurn<T>(outer: AbortSignal | undefined, operation: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const run = async (): Promise<T> => {
      const controller = new AbortController();
      const forward = (): void => controller.abort();
      if (outer?.aborted === true) throw new AppError('runtime/cancelled', 'cancelled');
      outer?.addEventListener('abort', forward, { once: true });
      this.#current = controller;
      try {
        return await operation(controller.signal);
      } finally {
        outer?.removeEventListener('abort', forward);
        this.#current = null;
      }
    };
    const result = this.#turn.then(run, run);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  #limits(signal: AbortSignal | undefined, patience: number): CallLimits {
    return { signal, watchdogMs: this.#watchdogMs * patience, cancelGraceMs: this.#cancelGraceMs };
  }
}
