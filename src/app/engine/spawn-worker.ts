import type { EngineWorker } from './worker-session.ts';

/**
 * The real worker: that of the models on this device, or the one that may ask a server. The URLs must stay literal: the
 * bundler finds the workers' entries by them.
 */
export function spawnEngineWorker(runtimeId: string | null): EngineWorker {
  const worker =
    runtimeId === 'endpoint'
      ? new Worker(new URL('../../../workers/endpoint.worker.ts', import.meta.url), {
          type: 'module',
          name: 'bedside-endpoint',
        })
      : new Worker(new URL('../../../workers/engine.worker.ts', import.meta.url), {
          type: 'module',
          name: 'bedside-engine',
        });
  return {
    endpoint: worker,
    onCrash: (listener) => {
      worker.addEventListener('error', (event) =>
        listener(event.message || 'its script could not be loaded'),
      );
      worker.addEventListener('messageerror', () => listener('it sent a message that could not be read'));
    },
    terminate: () => worker.terminate(),
  };
}
