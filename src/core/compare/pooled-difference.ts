/** One difference over several packs: two models, each run on all of them. */
import type { MeasureSpec } from '../contracts.ts';
import { FEW_CLUSTERS } from '../metrics/estimate.ts';
import { groupMean } from '../stats/group-mean.ts';
import { clipInterval } from '../stats/interval.ts';
import { tQuantile } from '../stats/student-t.ts';
import type { MetricComparison } from './compare-metric.ts';

export interface PackDifference {
  readonly pack: string;
  readonly metrics: readonly Pick<MetricComparison, 'metric' | 'measure' | 'difference'>[];
}

export interface PooledDifference {
  readonly metric: string;
  readonly measure: MeasureSpec;
  /** B - A in each pack that has a score of both, in the order given. */
  readonly packs: readonly { readonly pack: string; readonly difference: MetricComparison['difference'] }[];
  /** Mean difference, each pair of answers counting the same, so that a larger pack weighs more. */
  readonly value: number;
  /** Null where a pack is too small to tell its own error. */
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  readonly n: number;
  /** Fewer patients in all than an interval can be relied on with. */
  readonly unreliable: boolean;
  /** Some packs say that B is higher and some that it is lower. */
  readonly opposed: boolean;
}

/**
 * Headline measures that at least two packs share. The packs are taken as fixed: the interval is of answers to more
 * samples of these packs, not to other packs. The error is pooled within packs as groupMean does it, with Student's t
 * for as many degrees of freedom as there are patients (or samples) less one for each pack.
 */
export function pooledDifferences(parts: readonly PackDifference[], level: number): PooledDifference[] {
  const known = new Map<string, MeasureSpec>();
  for (const { metrics } of parts) {
    for (const { metric, measure } of metrics) if (measure.headline) known.set(metric, measure);
  }
  return [...known].flatMap(([metric, measure]) => {
    const packs = parts.flatMap(({ pack, metrics }) => {
      const difference = metrics.find((one) => one.metric === metric)?.difference;
      return difference === undefined || difference.value === null ? [] : [{ pack, difference }];
    });
    return packs.length < 2 ? [] : [pooled(metric, measure, packs, level)];
  });
}

function pooled(
  metric: string,
  measure: MeasureSpec,
  packs: PooledDifference['packs'],
  level: number,
): PooledDifference {
  const mean = groupMean(
    packs.map(({ difference: { value, standardError, n } }) => ({ mean: value ?? 0, standardError, n })),
  );
  const patients = packs.reduce((sum, { difference: { clusters, n } }) => sum + (clusters ?? n), 0);
  const freedom = patients - packs.length;
  const value = mean?.mean ?? 0;
  const standardError = mean?.standardError ?? null;
  const half =
    standardError === null || freedom < 1 ? null : tQuantile((1 + level) / 2, freedom) * standardError;
  const interval = half === null ? null : { low: value - half, high: value + half };
  const bounded = interval === null || measure.kind === 'count' ? interval : clipInterval(interval, -1, 1);
  const signs = new Set(packs.map(({ difference }) => Math.sign(difference.value ?? 0)));
  return {
    metric,
    measure,
    packs,
    value,
    standardError,
    low: bounded?.low ?? null,
    high: bounded?.high ?? null,
    level,
    n: mean?.n ?? 0,
    unreliable: patients < FEW_CLUSTERS || standardError === 0,
    opposed: signs.has(1) && signs.has(-1),
  };
}
