/** Held by whoever writes a pack in parts, in any tab: what is unfinished while nobody holds it was left behind. */
const LOCK = 'bedside-import';

export interface ImportLocks {
  /** Waits for its turn. */
  hold<T>(work: () => Promise<T>): Promise<T>;
  /** Does nothing while somebody else holds it. */
  ifFree(work: () => Promise<unknown>): Promise<void>;
}

/** `locks` null: a browser without them, where each tab takes itself for the only one. */
export function createImportLocks(locks: Pick<LockManager, 'request'> | null): ImportLocks {
  let held = false;
  if (locks === null) {
    return {
      hold: async (work) => {
        held = true;
        try {
          return await work();
        } finally {
          held = false;
        }
      },
      ifFree: async (work) => {
        if (!held) await work();
      },
    };
  }
  return {
    hold: async (work) => locks.request(LOCK, work),
    ifFree: async (work) => {
      await locks.request(LOCK, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await work();
      });
    },
  };
}
