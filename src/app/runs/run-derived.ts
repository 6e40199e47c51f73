/** What is no mean of samples' scores: label tables with their macro-F1, and F1 pooled over items. */
import type { Evidence } from '../../core/contracts.ts';
import type { PackPart } from '../../core/packs/pack-part.ts';
import { recordedScores } from '../../core/results-import/recorded-scores.ts';
import { type DerivedMetric, derivedMetrics } from '../../core/run/derived-metrics.ts';
import { type RunLabels, labelReports } from '../../core/run/label-reports.ts';
import { scorerOfTable } from '../../core/scorers/registry.ts';
import type { FoundRun } from './found-run.ts';

export interface RunDerived {
  readonly metrics: readonly DerivedMetric[];
  /** None where questions offer different answers, or where the scores are from before labels were kept. */
  readonly labels: readonly RunLabels[];
}

export async function runDerived(
  { run, store }: FoundRun,
  pack: Pick<PackPart, 'samples'> | null,
): Promise<RunDerived> {
  if (pack === null) return { metrics: [], labels: [] };
  const tables = (await store.listScores(run.header.id)).map((table) => ({
    ...table,
    measures: table.measures ?? scorerOfTable(table.scorerId)?.measures ?? [],
  }));
  const evidence = new Map<string, ReadonlyMap<string, Evidence>>();
  // Only scorers of one answer out of several keep what was picked.
  for (const { scorerId, measures } of tables)
    if (measures.some(({ id }) => id === 'accuracy'))
      evidence.set(scorerId, await store.listEvidence(run.header.id, scorerId));
  const scored = recordedScores(pack, tables, evidence);
  const labels = labelReports(scored).map((one) => ({
    ...one,
    // Recorded tables know their scorer's id only.
    scorer: { ...one.scorer, title: scorerOfTable(one.scorer.id)?.title ?? one.scorer.title },
  }));
  return { labels, metrics: derivedMetrics(scored, labels) };
}
