import type { RunHeader } from '../../core/contracts.ts';
import type { PackPart } from '../../core/packs/pack-part.ts';
import { AppError } from '../../core/errors.ts';
import type { ChosenResources } from '../../core/scorers/bind-scorers.ts';
import type { ResultStore } from '../../storage/contract.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { storeScores } from '../scoring/store-scores.ts';

/** Scores the records of a run that is over. No model is needed; the tables replace those of equal version. */
export async function scoreStoredRun(
  store: ResultStore,
  header: RunHeader,
  pack: PackPart,
  scorerIds: readonly string[],
  scoring: Scoring,
  now: string,
  onRecord: () => void,
  chosen?: ChosenResources,
  signal?: AbortSignal,
): Promise<void> {
  const session = scoring.open(pack, scorerIds, header.selection, chosen);
  try {
    for await (const record of store.records(header.id, () => undefined)) {
      if (signal?.aborted === true) throw new AppError('runtime/cancelled', 'scoring was stopped');
      session.add(record);
      onRecord();
    }
    await storeScores(store, header.id, await session.finish('missing-output'), now);
  } finally {
    session.close();
  }
}
