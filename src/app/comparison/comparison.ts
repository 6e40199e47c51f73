/** Comparing stored runs, as the pages ask for it. What it needs is loaded when a comparison is first opened. */
import type { Packs } from '../packs/packs.ts';
import type { RunShelf } from '../runs/run-shelf.ts';
import type { Services } from '../services.ts';
import type { WithCompareWorker } from './compare-worker.ts';

export interface ComparisonDeps {
  readonly shelf: RunShelf;
  readonly packs: Packs;
  /** Tests compute on their own thread. */
  readonly worker?: WithCompareWorker;
}

export function createComparison({ shelf, packs, worker }: ComparisonDeps): Services['comparison'] {
  const deps = async () => ({
    shelf,
    packs,
    worker: worker ?? (await import('./compare-worker.ts')).withCompareWorker,
  });
  return {
    compare: async (request, onProgress, signal) =>
      (await import('./compare-stored.ts')).compareStored(request, await deps(), onProgress, signal),
    costs: async (runId, onProgress, signal) =>
      (await import('./compare-stored.ts')).costsOfStored(runId, await deps(), onProgress, signal),
    intervals: async (runId, metric, signal) =>
      (await import('./compare-stored.ts')).intervalsOfStored(runId, metric, await deps(), signal),
    repeats: async (runId, signal) =>
      (await import('./compare-stored.ts')).repeatsOfStored(runId, await deps(), signal),
    agreement: async (request, signal) =>
      (await import('./compare-stored.ts')).agreementOfStored(request, await deps(), signal),
    ranking: async (runIds, signal) =>
      (await import('./compare-stored.ts')).rankingOfStored(runIds, await deps(), signal),
    verdict: async (plan, a, b, signal) =>
      (await import('./compare-stored.ts')).plannedVerdictOf(plan, [a, b], await deps(), signal),
  };
}
