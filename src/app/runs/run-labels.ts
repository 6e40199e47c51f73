/** Precision, recall and F1 of each label, from the evidence stored beside the scores. */
import type { Evidence } from '../../core/contracts.ts';
import type { Pack } from '../../core/packs/pack.ts';
import { recordedScores } from '../../core/results-import/recorded-scores.ts';
import { type RunLabels, labelReports } from '../../core/run/label-reports.ts';
import { scorerOfTable } from '../../core/scorers/registry.ts';
import type { FoundRun } from './found-run.ts';

/** None where questions offer different answers, or where the scores are from before labels were kept. */
export async function runLabels(
  { run, store }: FoundRun,
  pack: Pick<Pack, 'samples'> | null,
): Promise<readonly RunLabels[]> {
  if (pack === null) return [];
  const tables = (await store.listScores(run.header.id)).flatMap((table) => {
    const measures = table.measures ?? scorerOfTable(table.scorerId)?.measures ?? [];
    return measures.some(({ id }) => id === 'accuracy') ? [{ ...table, measures }] : [];
  });
  const evidence = new Map<string, ReadonlyMap<string, Evidence>>();
  for (const { scorerId } of tables)
    evidence.set(scorerId, await store.listEvidence(run.header.id, scorerId));
  return labelReports(recordedScores(pack, tables, evidence));
}
