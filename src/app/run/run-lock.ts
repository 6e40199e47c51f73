/**
 * One writer a run: the tab that writes a run holds its lock, and the browser frees the lock when that tab
 * ends in any way. A run that is not finished and whose lock is free was interrupted.
 */
import { AppError } from '../../core/errors.ts';

const PREFIX = 'bedside-run-';

export interface RunLocks {
  /** Throws storage/locked-by-other-tab when another tab writes this run. */
  hold<Result>(runId: string, work: () => Promise<Result>): Promise<Result>;
  /** Ids of runs that some tab, this one included, is writing now. */
  held(): Promise<ReadonlySet<string>>;
}

/** A browser without Web Locks has one tab's knowledge only; commits stay safe, as a key is written once. */
export function createRunLocks(locks: LockManager | null): RunLocks {
  const here = new Set<string>();
  return {
    hold: async (runId, work) => {
      if (here.has(runId)) throw lockedElsewhere(runId);
      here.add(runId);
      try {
        if (locks === null) return await work();
        return await locks.request(`${PREFIX}${runId}`, { ifAvailable: true }, async (lock) => {
          if (lock === null) throw lockedElsewhere(runId);
          return work();
        });
      } finally {
        here.delete(runId);
      }
    },
    held: async () => {
      const { held = [] } = locks === null ? {} : await locks.query();
      const elsewhere = held.flatMap(({ name }) =>
        name?.startsWith(PREFIX) === true ? [name.slice(PREFIX.length)] : [],
      );
      return new Set([...here, ...elsewhere]);
    },
  };
}

function lockedElsewhere(runId: string): AppError {
  return new AppError('storage/locked-by-other-tab', 'another tab is writing this run', { runId });
}
