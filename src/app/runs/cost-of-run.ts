/** Cost of one run from its records, and the quality that its time bought. */
import {
  type PricedSample,
  type QualityPerSecond,
  qualityPerSecond,
} from '../../core/cost/quality-per-second.ts';
import { runCost } from '../../core/cost/run-cost.ts';
import type { CostOfRun } from '../../core/cost/cost-of-run.ts';
import type { RunRecord } from '../../core/contracts.ts';
import type { PackPart } from '../../core/packs/pack-part.ts';
import { recordKey } from '../../core/run/record-key.ts';
import type { RunResults } from '../services.ts';
import type { FoundRun } from './found-run.ts';

/** Without the pack nobody knows which samples share a patient: each is then taken for itself. */
export async function costOfRun(
  { run, store }: FoundRun,
  pack: PackPart | null,
  { metrics, samples }: Pick<RunResults, 'metrics' | 'samples'>,
): Promise<CostOfRun> {
  const records: RunRecord[] = [];
  const priced: PricedSample[] = [];
  const clusterOf = ({ id, index }: RunRecord): string => pack?.samples[index]?.cluster ?? id;
  const byKey = new Map(samples.map((row) => [row.key, row]));
  for await (const record of store.records(run.header.id, () => undefined)) {
    records.push(record);
    // A row's scores are made when they are asked for: here while records come in, not all at once.
    const row = byKey.get(recordKey(record));
    if (row !== undefined && record.timings !== null)
      priced.push({
        cluster: clusterOf(record),
        seconds: record.timings.totalMs / 1000,
        scores: row.scores,
      });
  }
  const cost = runCost(records, records.map(clusterOf));
  const quality: QualityPerSecond[] = [];
  for (const { key, scorerTitle, measure } of metrics.filter((one) => one.measure.headline)) {
    // The page answers between two measures.
    await new Promise((done) => {
      setTimeout(done, 0);
    });
    quality.push(
      ...qualityPerSecond(priced, [{ metric: key, title: `${scorerTitle}: ${measure.title}`, measure }]),
    );
  }
  return { cost, quality };
}
