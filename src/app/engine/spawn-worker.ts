import type { EngineWorker } from './worker-session.ts';

/** The real worker. The URL must stay literal: the bundler finds the worker's entry by it. */
export function spawnEngineWorker(): EngineWorker {
  const worker = new Worker(new URL('../../../workers/engine.worker.ts', import.meta.url), {
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
