import type { ScoredColumns } from '../../core/run/scoring-session.ts';
import type { ResultStore } from '../../storage/contract.ts';

export async function storeScores(
  store: ResultStore,
  runId: string,
  scored: readonly ScoredColumns[],
  createdAt: string,
): Promise<void> {
  for (const { evidence, ...table } of scored)
    await store.putScores({ runId, createdAt, ...table }, evidence);
}
