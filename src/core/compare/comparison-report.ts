/** Several runs of one pack against a chosen baseline, and all of them ranked. */
import type { RunHeader } from '../contracts.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../run/score-run.ts';
import { type RankingReport, rankingReport } from '../stats/ranking/ranking-report.ts';
import {
  type ComparedRun,
  type RunComparison,
  assertSamePack,
  compareRuns,
  withHolm,
} from './compare-runs.ts';
import { columnOfMetric, sharedSamples } from './pair-scores.ts';
import { type SliceDifference, type SliceField, sliceDifferences } from './slice-differences.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface ComparisonRequest {
  /** The baseline first. Names tell the runs apart in the ranking. */
  readonly runs: readonly ComparedRun[];
  readonly slices: readonly SliceField[];
  readonly headlineOnly: boolean;
  readonly effect: number;
}

/** Both scores of every shared sample, by column, so that a list of thousands stays small. */
export interface PairedSamples {
  readonly ids: readonly string[];
  readonly indices: readonly number[];
  readonly columns: Readonly<
    Record<string, { readonly a: readonly (number | null)[]; readonly b: readonly (number | null)[] }>
  >;
}

export interface BaselineComparison {
  /** Run ids. */
  readonly a: string;
  readonly b: string;
  readonly comparison: RunComparison;
  /** Metric -> what may be said. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly slices: readonly SliceDifference[];
  readonly samples: PairedSamples;
}

export interface ComparisonReport {
  readonly comparisons: readonly BaselineComparison[];
  /** Headline tests adjusted together, over all comparisons. */
  readonly tests: number;
  /** Every headline measure one benchmark; null for two runs, where it would say nothing new. */
  readonly ranking: RankingReport | null;
}

export function comparisonReport(
  request: ComparisonRequest,
  onProgress: (done: number, total: number) => void = () => undefined,
): ComparisonReport {
  const [baseline, ...others] = request.runs;
  if (baseline === undefined || others.length === 0) return { comparisons: [], tests: 0, ranking: null };
  for (const other of others) assertSamePack(baseline, other);
  const metrics = metricsOf(baseline.scored, request.headlineOnly);
  // The groups of one comparison count as one step more than its metrics.
  const total = others.length * (metrics.length + (baseline.scored.labels?.length ?? 0) + 1);
  let done = 0;
  const step = (): void => {
    done += 1;
    onProgress(Math.min(done, total), total);
  };
  const how = { level: DEFAULT_LEVEL, seed: DEFAULT_SEED };
  const made = others.map((other) => {
    const comparison = compareRuns(baseline, other, {
      ...how,
      effect: request.effect,
      headlineOnly: request.headlineOnly,
      onMetric: step,
    });
    const slices = sliceDifferences(baseline, other, request.slices, how);
    step();
    return { other, comparison, slices };
  });
  const adjusted = withHolm(made.map(({ comparison }) => comparison.metrics));
  const comparisons = made.map(({ other, comparison, slices }, index): BaselineComparison => {
    const together = adjusted[index] ?? [];
    return {
      a: baseline.header.id,
      b: other.header.id,
      comparison: { ...comparison, metrics: together },
      verdicts: Object.fromEntries(together.map((metric) => [metric.metric, verdictOf(metric)])),
      slices,
      samples: pairedSamples(baseline, other, metrics),
    };
  });
  return {
    comparisons,
    tests: adjusted.flat().filter(({ measure, test }) => measure.headline && test !== null).length,
    ranking: others.length < 2 ? null : rankRuns(request.runs),
  };
}

function metricsOf({ tables }: ComparedRun['scored'], headlineOnly: boolean): string[] {
  return tables.flatMap(({ columns }) =>
    columns.flatMap(({ metric, measure }) => (measure.headline || !headlineOnly ? [metric] : [])),
  );
}

function pairedSamples(a: ComparedRun, b: ComparedRun, metrics: readonly string[]): PairedSamples {
  const columns: Record<string, { a: (number | null)[]; b: (number | null)[] }> = {};
  let ids: string[] = [];
  let indices: number[] = [];
  for (const metric of metrics) {
    const [first, second] = [columnOfMetric(a.scored, metric), columnOfMetric(b.scored, metric)];
    if (first === null || second === null) continue;
    const { samples } = sharedSamples(first, second);
    // The items are the same for every metric of a run, so the samples are too.
    ids = samples.map(({ id }) => id);
    indices = samples.map(({ index }) => index);
    columns[metric] = { a: samples.map((sample) => sample.a), b: samples.map((sample) => sample.b) };
  }
  return { ids, indices, columns };
}

/** Runs over headline measures. */
function rankRuns(runs: readonly ComparedRun[]): RankingReport {
  const specs = new Map(
    runs
      .flatMap(({ scored }) => scored.tables.flatMap(({ columns }) => columns))
      .filter(({ measure }) => measure.headline)
      .map(({ metric, measure }) => [metric, measure.better] as const),
  );
  const valueOf = ({ scored }: ComparedRun, metric: string): number | null =>
    scored.tables.flatMap(({ columns }) => columns).find((column) => column.metric === metric)?.estimate
      .value ?? null;
  return rankingReport(
    {
      models: runs.map(({ name }) => name),
      benchmarks: [...specs].map(([id, better]) => ({ id, better })),
      cells: runs.map((run) => [...specs.keys()].map((metric) => valueOf(run, metric))),
    },
    { level: DEFAULT_LEVEL, seed: DEFAULT_SEED },
  );
}

/** Names for runs that are told apart by what differs, e.g. in a ranking. */
export function runNames(headers: readonly RunHeader[]): string[] {
  const parts: ((header: RunHeader) => string)[] = [
    ({ model }) => model.title,
    ({ model }) => model.dtype,
    ({ runtime }) => runtime.device,
    ({ prompt }) => `prompt ${prompt.id} ${prompt.version}`,
    ({ solver }) => solver.id,
    ({ generation }) => `at most ${generation.maxTokens} tokens`,
    ({ generation }) => `temperature ${generation.temperature}`,
    ({ generation }) => `seed ${generation.seed}`,
    ({ createdAt }) => createdAt.slice(0, 16).replace('T', ' '),
    ({ id }) => id.slice(0, 8),
  ];
  let names = headers.map(() => '');
  parts.forEach((part, at) => {
    if (at > 0 && new Set(names).size === names.length) return;
    const words = headers.map(part);
    // The model always; anything else only where it tells at least two runs apart.
    if (at > 0 && new Set(words).size === 1) return;
    names = names.map((name, index) => [name, words[index] ?? ''].filter((word) => word !== '').join(', '));
  });
  return names;
}
