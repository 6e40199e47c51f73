import type { ResultStore, StoredRun } from '../../storage/contract.ts';

/** A run and the store that its records and scores are in. */
export interface FoundRun {
  readonly run: StoredRun;
  readonly store: ResultStore;
}
