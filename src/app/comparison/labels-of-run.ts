import type { LabelledRun } from '../../core/compare/labelled-run.ts';
import type { Evidence } from '../../core/contracts.ts';
import { readSamples, type PackPart } from '../../core/packs/pack-part.ts';
import { recordedScores } from '../../core/results-import/recorded-scores.ts';
import { labelledRuns, offersSameAnswers } from '../../core/run/label-reports.ts';
import { scorerOfTable } from '../../core/scorers/registry.ts';
import type { ScoreTable } from '../../storage/contract.ts';
import type { FoundRun } from '../runs/found-run.ts';

/** Which labels a run gave. Evidence is only read where the pack's questions all offer the same answers. */
export async function labelsOf(
  { run, store }: FoundRun,
  tables: readonly ScoreTable[],
  pack: PackPart,
): Promise<readonly LabelledRun[]> {
  if (!offersSameAnswers(readSamples(pack))) return [];
  const labelled = tables.flatMap((table) => {
    const measures = table.measures ?? scorerOfTable(table.scorerId)?.measures ?? [];
    return measures.some(({ id }) => id === 'accuracy') ? [{ ...table, measures }] : [];
  });
  const evidence = new Map<string, ReadonlyMap<string, Evidence>>();
  for (const { scorerId } of labelled)
    evidence.set(scorerId, await store.listEvidence(run.header.id, scorerId));
  return labelledRuns(recordedScores(pack, labelled, evidence));
}
