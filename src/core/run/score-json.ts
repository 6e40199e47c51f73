import type { Estimate, Score } from '../contracts.ts';
import type { ScoringSettings } from '../scorers/scorer-resources.ts';
import type { LabelRow } from '../metrics/label-report.ts';
import { derivedMetrics } from './derived-metrics.ts';
import { labelReports } from './label-reports.ts';
import type { ScoredRun } from './score-run.ts';
import type { SliceEstimates } from './slices.ts';

export interface ScoreJson {
  readonly pack: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly metrics: Readonly<Record<string, ScoreJsonMetric>>;
  /** By scorer; only where every question offers the same answers. The macro-F1 over them stands among the metrics. */
  readonly labels?: Readonly<Record<string, readonly ScoreJsonLabel[]>>;
  /** Only of scorers whose numbers depend on more than pack and outputs, e.g. the vocabulary and its SHA-256. */
  readonly settings?: Readonly<Record<string, ScoringSettings>>;
  /** Only where groups were asked for. */
  readonly slices?: readonly {
    readonly field: string;
    readonly value: string;
    readonly metrics: Readonly<Record<string, ScoreJsonMetric>>;
  }[];
  readonly samples: readonly {
    readonly id: string;
    /** Only when samples were answered more than once; counts from zero. */
    readonly repeat?: number;
    readonly scores: Readonly<Record<string, Score>>;
  }[];
}

/** `unreliable` only where the interval is. */
export type ScoreJsonMetric = Pick<
  Estimate,
  'value' | 'low' | 'high' | 'level' | 'method' | 'n' | 'unscored' | 'failed' | 'unreliable'
>;

export interface ScoreJsonLabel {
  readonly label: string;
  readonly wanted: number;
  readonly given: number;
  readonly precision: ScoreJsonMetric;
  readonly recall: ScoreJsonMetric;
  readonly f1: ScoreJsonMetric;
}

/**
 * The object of `score --json`. Kept stable: automated checks and hospitals' scripts read it. Built field by field in a
 * fixed order with nothing of time, machine or run in it, so that equal outputs give equal bytes.
 */
export function scoreJson(
  pack: ScoreJson['pack'],
  run: ScoredRun,
  slices: readonly SliceEstimates[] | null = null,
): ScoreJson {
  const columns = run.tables.flatMap((table) => table.columns);
  const labels = labelReports(run);
  const repeated = run.items.some((item) => item.repeat > 0);
  const settings = run.tables.flatMap(({ scorer }) =>
    scorer.settings === undefined ? [] : [[scorer.id, scorer.settings] as const],
  );
  return {
    pack: { id: pack.id, version: pack.version, sha256: pack.sha256 },
    metrics: Object.fromEntries([
      ...columns.map(({ metric, estimate }) => [metric, metricJson(estimate)] as const),
      ...derivedMetrics(run, labels).map(({ metric, estimate }) => [metric, metricJson(estimate)] as const),
    ]),
    ...(labels.length === 0
      ? {}
      : {
          labels: Object.fromEntries(
            labels.map(({ scorer, report }) => [scorer.id, report.labels.map(labelJson)]),
          ),
        }),
    ...(settings.length === 0 ? {} : { settings: Object.fromEntries(settings) }),
    ...(slices === null
      ? {}
      : {
          slices: slices.map(({ field, value, estimates }) => ({
            field,
            value,
            metrics: Object.fromEntries(
              Object.entries(estimates).map(([metric, estimate]) => [metric, metricJson(estimate)]),
            ),
          })),
        }),
    samples: run.items.map((item, index) => ({
      id: item.sample.id,
      ...(repeated ? { repeat: item.repeat } : {}),
      scores: Object.fromEntries(
        columns.flatMap(({ metric, scores }) => {
          const score = scores[index];
          return score === undefined ? [] : [[metric, scoreOf(score)] as const];
        }),
      ),
    })),
  };
}

function labelJson({ label, wanted, given, precision, recall, f1 }: LabelRow): ScoreJsonLabel {
  return {
    label,
    wanted,
    given,
    precision: metricJson(precision),
    recall: metricJson(recall),
    f1: metricJson(f1),
  };
}

function metricJson(estimate: Estimate): ScoreJsonMetric {
  const { value, low, high, level, method, n, unscored, failed, unreliable } = estimate;
  const numbers = { value, low, high, level, method, n, unscored, failed };
  return unreliable === undefined ? numbers : { ...numbers, unreliable };
}

/** Only the contract's fields, in its order, whatever else a scorer put beside them. */
function scoreOf(score: Score): Score {
  return score.state === 'scored'
    ? { state: 'scored', value: score.value }
    : { state: 'unscored', reason: score.reason };
}
