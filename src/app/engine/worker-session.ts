/**
 * One worker from start to end. Comlink alone waits for ever when a worker dies or never answers; here every
 * call ends: with its result, with the worker's crash, with the watchdog, or with the caller's abort.
 */
import * as Comlink from 'comlink';
import { AppError } from '../../core/errors.ts';
import type { EngineApi } from '../../../workers/protocol.ts';

/** What a session needs of a worker; tests give a MessageChannel's port instead. */
export interface EngineWorker {
  readonly endpoint: Comlink.Endpoint;
  /** Called when the worker's script could not be loaded or threw outside of any call. */
  onCrash(listener: (message: string) => void): void;
  terminate(): void;
}

export interface CallLimits {
  readonly signal?: AbortSignal | undefined;
  /** No progress for this long ends the worker (runtime/watchdog). */
  readonly watchdogMs: number;
  /** How long a cancelled call may take to end by itself before its worker is ended. */
  readonly cancelGraceMs: number;
}

/** Makes a callback that crosses to the worker, counts as a sign of life, and is silent once the call is over. */
export type Listen = <T>(callback: ((value: T) => void) | undefined) => (value: T) => void;

export class WorkerSession {
  readonly #worker: EngineWorker;
  readonly #api: Comlink.Remote<EngineApi>;
  /** Ends the call in flight when the worker goes away under it. */
  #fail: ((error: AppError) => void) | null = null;
  #ended: AppError | null = null;

  constructor(worker: EngineWorker) {
    this.#worker = worker;
    this.#api = Comlink.wrap<EngineApi>(worker.endpoint);
    worker.onCrash((message) => this.end(new AppError('runtime/failed', `the worker failed: ${message}`)));
  }

  get alive(): boolean {
    return this.#ended === null;
  }

  /** Terminates the worker. What is in flight rejects with `reason`. */
  end(reason: AppError): void {
    if (this.#ended !== null) return;
    this.#ended = reason;
    // No release message first: a computing or hanging worker would never read it.
    this.#worker.terminate();
    this.#fail?.(reason);
  }

  /**
   * Runs one call. Once the caller has aborted, it rejects with runtime/cancelled whatever the worker answers,
   * so that callers have one case to handle.
   */
  async call<T>(
    operation: (api: Comlink.Remote<EngineApi>, listen: Listen) => Promise<T>,
    limits: CallLimits,
  ): Promise<T> {
    if (this.#ended !== null) throw this.#ended;
    const { signal } = limits;
    if (signal?.aborted === true) throw cancelled();
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const after = (ms: number, action: () => void): ReturnType<typeof setTimeout> => {
      const timer = setTimeout(action, ms);
      timers.add(timer);
      return timer;
    };

    let watchdog: ReturnType<typeof setTimeout> | null = null;
    const progressed = (): void => {
      if (watchdog !== null) clearTimeout(watchdog);
      watchdog = after(limits.watchdogMs, () => {
        // After a computer's sleep this timer can fire before the worker's waiting messages are read.
        watchdog = after(limits.watchdogMs / 10, () => {
          const seconds = Math.round(limits.watchdogMs / 1000);
          this.end(
            new AppError('runtime/watchdog', `the model gave no sign of life for ${seconds} s`, { seconds }),
          );
        });
      });
    };

    const onAbort = (): void => {
      this.#api.cancel().catch(() => undefined);
      after(limits.cancelGraceMs, () => this.end(cancelled()));
    };
    signal?.addEventListener('abort', onAbort, { once: true });

    // Callbacks travel on ports of their own, so a late one can arrive after the result.
    let over = false;
    const listen: Listen = (callback) =>
      Comlink.proxy((value) => {
        if (over) return;
        progressed();
        callback?.(value);
      });

    const failed = new Promise<never>((_resolve, reject) => {
      this.#fail = reject;
    });
    progressed();
    try {
      const result = await Promise.race([operation(this.#api, listen), failed]);
      if (aborted(signal)) throw cancelled();
      return result;
    } catch (thrown) {
      if (aborted(signal)) throw cancelled();
      throw thrown;
    } finally {
      over = true;
      signal?.removeEventListener('abort', onAbort);
      for (const timer of timers) clearTimeout(timer);
      this.#fail = null;
    }
  }

  /** Says something to the worker that nobody waits for, whatever it is busy with. */
  tell(message: (api: Comlink.Remote<EngineApi>) => Promise<unknown>): void {
    if (this.#ended === null) message(this.#api).catch(() => undefined);
  }

  /** Ends the worker in good order: the model's memory is freed before the thread is. */
  async close(graceMs: number): Promise<void> {
    if (this.#ended !== null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waited = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([this.#api.dispose().catch(() => undefined), waited]);
    clearTimeout(timer);
    this.#api[Comlink.releaseProxy]();
    this.end(new AppError('runtime/cancelled', 'the model was closed'));
  }
}

function cancelled(): AppError {
  return new AppError('runtime/cancelled', 'cancelled');
}

/** A function, because the compiler takes the flag for constant across awaits. */
function aborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
