import type { ResultStore, ScoreTable } from '../../storage/contract.ts';

/**
 * Recordings ship their score tables without evidence, which would double the page. Who asks for all evidence of a
 * scorer (how sure the model was, the table of labels, an export in full) gets it by scoring the records again here,
 * once for each scorer: a score is a function of sample and output, so the tables stay what they were.
 */
export function withEvidence(
  store: ResultStore,
  shipped: readonly Pick<ScoreTable, 'scorerId' | 'scorerVersion'>[],
  scoreAgain: (scorerId: string) => Promise<void>,
): ResultStore {
  const found = new Map<string, Promise<void>>();

  /** A table that somebody made here since has its evidence already. */
  async function find(runId: string, scorerId: string): Promise<void> {
    const stored = await store.listEvidence(runId, scorerId);
    if (stored.size === 0) await scoreAgain(scorerId);
  }

  return {
    ...store,
    listEvidence: async (runId, scorerId, scorerVersion) => {
      const isShipped = shipped.some(
        (table) =>
          table.scorerId === scorerId &&
          (scorerVersion === undefined || table.scorerVersion === scorerVersion),
      );
      if (isShipped) {
        const finding = found.get(scorerId) ?? find(runId, scorerId);
        found.set(scorerId, finding);
        try {
          await finding;
        } catch (thrown) {
          found.delete(scorerId);
          throw thrown;
        }
      }
      return store.listEvidence(runId, scorerId, scorerVersion);
    },
  };
}
