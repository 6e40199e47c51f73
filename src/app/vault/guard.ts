/** Holds ports to the lock: what they offer is refused while the vault is locked. */
import type { LiveState, RunQueue } from '../services.ts';
import type { ObservableRunQueue } from '../run/run-queue.ts';
import type { Vault } from './vault.ts';

/** Every method of `port` must be asynchronous. */
export function guarded<Port extends object>(port: Port, vault: Pick<Vault, 'use'>): Port {
  return new Proxy(port, {
    get: (target, name, receiver): unknown => {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) =>
        vault.use(async (): Promise<unknown> => Reflect.apply(value, target, args));
    },
  });
}

const NOTHING: ReturnType<RunQueue['getSnapshot']> = { live: null, waiting: [], finishedRunIds: [] };

/** A locked view is told nothing of a run, and starts none. The run itself goes on and keeps the key. */
export function guardedQueue(queue: ObservableRunQueue, vault: Vault): ObservableRunQueue {
  const started = async (begin: () => Promise<void>) => {
    await vault.use(begin);
    vault.keep(() => queue.idle()).catch(() => undefined);
  };
  return {
    getSnapshot: () => (vault.isOpen() ? queue.getSnapshot() : NOTHING),
    subscribe: (listener) => {
      const stops = [queue.subscribe(listener), vault.port.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    onNotice: (listener) => queue.onNotice((notice) => void (vault.isOpen() && listener(notice))),
    idle: () => queue.idle(),
    start: (requests) => started(() => queue.start(requests)),
    resume: (runId, options) => started(() => queue.resume(runId, options)),
    cancel: () => queue.cancel(),
    estimate: (request, signal) => vault.use(() => queue.estimate(request, signal)),
  };
}

export function progressOf(live: LiveState | null): string | null {
  if (live === null || !['loading', 'running', 'cancelling'].includes(live.phase)) return null;
  return `${live.done} of ${live.total}`;
}
