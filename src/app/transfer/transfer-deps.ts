/** What transfers need of the rest of the application. */
import type { ResultStore } from '../../storage/contract.ts';
import type { Packs } from '../packs/packs.ts';
import type { RunShelf } from '../runs/run-shelf.ts';
import type { WithTransferWorker } from './transfer-worker.ts';

export interface TransferDeps {
  readonly store: ResultStore;
  readonly shelf: RunShelf;
  readonly packs: Packs;
  readonly rescore: (
    runId: string,
    scorerIds: readonly string[],
    onProgress: (done: number, total: number) => void,
  ) => Promise<void>;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly changed: () => void;
  /** Tests compute on their own thread. */
  readonly worker: WithTransferWorker;
}
