import type { RunHeader } from '../../core/contracts.ts';
import type { Pack } from '../../core/packs/pack.ts';
import type { ResultStore } from '../../storage/contract.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { storeScores } from '../scoring/store-scores.ts';

/** Scores the records of a run that is over. No model is needed; the tables replace those of equal version. */
export async function scoreStoredRun(
  store: ResultStore,
  header: RunHeader,
  pack: Pack,
  scorerIds: readonly string[],
  scoring: Scoring,
  now: string,
  onRecord: () => void,
): Promise<void> {
  const session = scoring.open(pack, scorerIds, header.selection);
  try {
    for await (const record of store.records(header.id, () => undefined)) {
      session.add(record);
      onRecord();
    }
    await storeScores(store, header.id, await session.finish('missing-output'), now);
  } finally {
    session.close();
  }
}
