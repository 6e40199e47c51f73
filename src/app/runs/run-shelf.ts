/**
 * Where a run is read from. Recorded runs come with the page and are kept in memory only: they can be read,
 * scored and compared like any other, and never mix with what a person stored.
 */
import { AppError } from '../../core/errors.ts';
import type { OnCorrupt, ResultStore, StoredRun } from '../../storage/contract.ts';
import type { FoundRun } from './found-run.ts';
import type { RecordedRuns } from './recorded-runs.ts';

export interface RunShelf {
  /** Newest first, recorded ones last. */
  list(onCorrupt: OnCorrupt): Promise<readonly StoredRun[]>;
  /** Throws storage/missing. */
  find(runId: string): Promise<FoundRun>;
}

export function createRunShelf(store: ResultStore, recorded: RecordedRuns): RunShelf {
  return {
    list: async (onCorrupt) => [...(await store.listRuns(onCorrupt)), ...(await recorded.list())],
    find: async (runId) => {
      const own = await store.getRun(runId);
      if (own !== null) return { run: own, store };
      const shipped = await recorded.open(runId);
      if (shipped !== null) return shipped;
      throw new AppError('storage/missing', `no run "${runId}" is stored`, { what: 'run', id: runId });
    },
  };
}
