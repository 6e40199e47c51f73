import type { Estimate, Score } from '../contracts.ts';
import type { ScoredRun } from './score-run.ts';

export interface ScoreJson {
  readonly pack: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly metrics: Readonly<Record<string, ScoreJsonMetric>>;
  readonly samples: readonly {
    readonly id: string;
    /** Only when samples were answered more than once; counts from zero. */
    readonly repeat?: number;
    readonly scores: Readonly<Record<string, Score>>;
  }[];
}

export type ScoreJsonMetric = Pick<
  Estimate,
  'value' | 'low' | 'high' | 'level' | 'method' | 'n' | 'unscored' | 'failed'
>;

/**
 * The object of `score --json`. Kept stable: automated checks and hospitals' scripts read it. Built field by field in a
 * fixed order with nothing of time, machine or run in it, so that equal outputs give equal bytes.
 */
export function scoreJson(pack: ScoreJson['pack'], run: ScoredRun): ScoreJson {
  const columns = run.tables.flatMap((table) => table.columns);
  const repeated = run.items.some((item) => item.repeat > 0);
  return {
    pack: { id: pack.id, version: pack.version, sha256: pack.sha256 },
    metrics: Object.fromEntries(columns.map(({ metric, estimate }) => [metric, metricJson(estimate)])),
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

function metricJson(estimate: Estimate): ScoreJsonMetric {
  const { value, low, high, level, method, n, unscored, failed } = estimate;
  return { value, low, high, level, method, n, unscored, failed };
}

/** Only the contract's fields, in its order, whatever else a scorer put beside them. */
function scoreOf(score: Score): Score {
  return score.state === 'scored'
    ? { state: 'scored', value: score.value }
    : { state: 'unscored', reason: score.reason };
}
