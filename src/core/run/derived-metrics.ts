/** Metrics that are no mean of samples' scores: macro-F1 over labels, and F1 pooled over items. */
import type { Estimate, MeasureSpec } from '../contracts.ts';
import { MACRO_F1 } from '../metrics/label-report.ts';
import { type ItemCounts, pooledF1 } from '../metrics/pooled-f1.ts';
import { partsOfBoundId } from '../scorers/bound-id.ts';
import { type RunLabels, labelReports } from './label-reports.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED, type ScoredRun, type ScoredTable } from './score-run.ts';

export interface DerivedMetric {
  readonly scorer: { readonly id: string; readonly version: string; readonly title: string };
  /** `<scorer>.<measure>`. */
  readonly metric: string;
  readonly measure: MeasureSpec;
  readonly estimate: Estimate;
}

/** Which counts of a scorer are pooled into which metric. */
interface Pooled {
  readonly id: string;
  readonly title: string;
  readonly counts: Readonly<Record<Exclude<keyof ItemCounts, 'cluster'>, string>>;
}

const POOLED: Readonly<Record<string, readonly Pooled[]>> = {
  labels: [
    {
      id: 'micro-f1',
      title: 'Labels, F1 pooled over all samples (micro)',
      counts: { given: 'given', right: 'right', wanted: 'wanted', found: 'right' },
    },
  ],
  entities: [
    {
      id: 'exact.micro-f1',
      title: 'Entities, type and words: F1 pooled over all samples (as seqeval)',
      counts: { given: 'given', right: 'exact.right', wanted: 'wanted', found: 'exact.found' },
    },
    {
      id: 'partial.micro-f1',
      title: 'Entities, type and a word in common: F1 pooled over all samples',
      counts: { given: 'given', right: 'partial.right', wanted: 'wanted', found: 'partial.found' },
    },
  ],
};

/** Scorers that have any, by their id without what they were bound to. */
export const DERIVING_SCORERS: ReadonlySet<string> = new Set([
  'choice',
  'yes-no-maybe',
  ...Object.keys(POOLED),
]);

export function derivedMetrics(
  run: ScoredRun,
  labels: readonly RunLabels[] = labelReports(run),
): readonly DerivedMetric[] {
  return [
    ...labels.map(({ scorer, metric, report }) => ({
      scorer,
      metric,
      measure: MACRO_F1,
      estimate: report.macroF1,
    })),
    ...run.tables.flatMap((table) => pooledOf(run, table)),
  ];
}

function pooledOf({ items }: ScoredRun, { scorer, columns }: ScoredTable): readonly DerivedMetric[] {
  const { id, version, title } = scorer;
  return (POOLED[partsOfBoundId(id).scorerId] ?? []).flatMap((pooled) => {
    const column = (measure: string) => columns.find((one) => one.measure.id === measure);
    const wanted = column(pooled.counts.wanted);
    // Tables from before there were counts have nothing to pool.
    if (wanted === undefined) return [];
    const at = (measure: string, row: number): number => {
      const score = column(measure)?.scores[row];
      return score?.state === 'scored' ? score.value : 0;
    };
    const samples = items.flatMap(({ sample }, row): ItemCounts[] =>
      wanted.scores[row]?.state === 'scored'
        ? [
            {
              given: at(pooled.counts.given, row),
              right: at(pooled.counts.right, row),
              wanted: at(pooled.counts.wanted, row),
              found: at(pooled.counts.found, row),
              cluster: sample.cluster ?? sample.id,
            },
          ]
        : [],
    );
    const { unscored, failed } = wanted.estimate;
    const estimate = pooledF1(samples, { unscored, failed }, { level: DEFAULT_LEVEL, seed: DEFAULT_SEED });
    const measure: MeasureSpec = {
      id: pooled.id,
      title: pooled.title,
      kind: 'fraction',
      better: 'higher',
      headline: true,
    };
    return [{ scorer: { id, version, title }, metric: `${id}.${pooled.id}`, measure, estimate }];
  });
}
