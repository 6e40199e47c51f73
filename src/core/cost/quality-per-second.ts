/** What a second of this device buys: the sum of a measure over the sum of the seconds. */
import type { MeasureSpec, Score } from '../contracts.ts';
import { DEFAULT_SEED } from '../run/score-run.ts';
import { quantileOfSorted } from '../stats/quantile.ts';
import { seededRng } from '../stats/seeded-rng.ts';

export interface PricedSample {
  readonly cluster: string;
  readonly seconds: number;
  readonly scores: Readonly<Record<string, Score>>;
}

export interface QualityPerSecond {
  readonly metric: string;
  readonly title: string;
  readonly value: number;
  /** 95 % percentile bootstrap over clusters; null with fewer than two. */
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

const RESAMPLES = 2_000;

/** For measures of which more is better; a count of errors bought by the second would read as praise. */
export function qualityPerSecond(
  samples: readonly PricedSample[],
  measures: readonly { readonly metric: string; readonly title: string; readonly measure: MeasureSpec }[],
): readonly QualityPerSecond[] {
  return measures.flatMap(({ metric, title, measure }) => {
    if (measure.better !== 'higher') return [];
    const groups = new Map<string, { score: number; seconds: number }>();
    let n = 0;
    for (const { cluster, seconds, scores } of samples) {
      const score = scores[metric];
      if (score?.state !== 'scored' || !(seconds > 0)) continue;
      const group = groups.get(cluster) ?? { score: 0, seconds: 0 };
      group.score += score.value;
      group.seconds += seconds;
      groups.set(cluster, group);
      n += 1;
    }
    const all = [...groups.values()];
    if (all.length === 0) return [];
    return [{ metric, title, value: ratio(all), ...interval(all), n }];
  });
}

type Group = { readonly score: number; readonly seconds: number };

function ratio(groups: readonly Group[]): number {
  let score = 0;
  let seconds = 0;
  for (const group of groups) {
    score += group.score;
    seconds += group.seconds;
  }
  return score / seconds;
}

/** Fewer for very many clusters, whose interval is narrow however often they are drawn. */
const DRAWN_CLUSTERS = 4_000_000;
const LEAST_RESAMPLES = 400;

function interval(groups: readonly Group[]): { low: number | null; high: number | null } {
  const count = groups.length;
  if (count < 2) return { low: null, high: null };
  const rng = seededRng(DEFAULT_SEED);
  const scores = Float64Array.from(groups, ({ score }) => score);
  const times = Float64Array.from(groups, ({ seconds }) => seconds);
  const resamples = Math.max(LEAST_RESAMPLES, Math.min(RESAMPLES, Math.round(DRAWN_CLUSTERS / count)));
  const replicates = Array.from({ length: resamples }, () => {
    let score = 0;
    let seconds = 0;
    for (let draw = 0; draw < count; draw += 1) {
      const at = Math.floor(rng.next() * count);
      score += scores[at] ?? 0;
      seconds += times[at] ?? 0;
    }
    return score / seconds;
  }).sort((a, b) => a - b);
  return { low: quantileOfSorted(replicates, 0.025), high: quantileOfSorted(replicates, 0.975) };
}
