import type { ScoreConnection } from './scoring.ts';

/** The real worker, connected by the first call; calls keep their order. */
export function lazyScoreWorker(): ScoreConnection {
  const worker = import('./score-worker.ts').then(({ connectScoreWorker }) => connectScoreWorker());
  // Whoever calls is told; without a call nobody waits for it.
  worker.catch(() => undefined);
  return {
    open: async (...args) => (await worker).open(...args),
    add: async (...args) => (await worker).add(...args),
    soFar: async (...args) => (await worker).soFar(...args),
    finish: async (...args) => (await worker).finish(...args),
    close: async (...args) => (await worker).close(...args),
    slices: async (...args) => (await worker).slices(...args),
    one: async (...args) => (await worker).one(...args),
  };
}
