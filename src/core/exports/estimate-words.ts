/** Estimates in words, the same in every report: a number never stands without its interval and its n. */
import type { Estimate, IntervalMethod } from '../contracts.ts';
import type { ExportColumn, ExportView } from './export-view.ts';

const METHODS: Readonly<Record<IntervalMethod | 'none', string>> = {
  wilson: 'Wilson',
  'bca-bootstrap': 'BCa bootstrap',
  'percentile-bootstrap': 'percentile bootstrap',
  t: 't',
  'cluster-t': 'cluster-robust t',
  'clopper-pearson': 'Clopper-Pearson',
  'exact-poisson': 'exact Poisson',
  none: 'none',
};

export interface EstimateWords {
  readonly mean: string;
  readonly interval: string;
  readonly method: string;
  /** "n 16, unscored 2, failed 1". */
  readonly counts: string;
  /** What a reader must know before using the number; empty when nothing. */
  readonly notes: string;
}

export function estimateWords(column: ExportColumn): EstimateWords {
  const { estimate, scores } = column;
  const { value, low, high, method, n, unscored, failed } = estimate;
  return {
    mean: value === null ? 'no score' : numberText(value),
    interval: low === null || high === null ? 'no interval' : `${numberText(low)} to ${numberText(high)}`,
    method: METHODS[method],
    counts: `n ${n}, unscored ${unscored}${failed > 0 ? `, failed ${failed}` : ''}`,
    notes: [
      ...(column.zeroWords === null ? [] : [column.zeroWords]),
      ...reliabilityWords(estimate),
      ...equalWords(column),
      ...(unscored > 0 ? [reasonsText(scores)] : []),
    ].join('; '),
  };
}

/** Four decimals; counts and exact numbers keep their own form. */
export function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) > 1 ? String(value) : value.toFixed(4);
}

export function intervalPercent(view: ExportView): string {
  return `${Math.round(view.level * 1000) / 10} %`;
}

function reliabilityWords({ value, n, unreliable, clusters }: Estimate): string[] {
  if (value === null) return n === 0 ? ['nothing could be scored'] : [];
  if (n === 1) return ['one scored sample: no interval can be given'];
  if (unreliable === 'few-clusters') return [`interval unreliable: ${clusters ?? 0} clusters`];
  return unreliable === 'few-samples' ? ['interval unreliable: few or equal scores'] : [];
}

function equalWords({ estimate, scores }: ExportColumn): string[] {
  const values = scores.flatMap((score) => (score.state === 'scored' ? [score.value] : []));
  const first = values[0];
  if (estimate.n < 2 || first === undefined || values.some((value) => value !== first)) return [];
  return [`all ${estimate.n} scores are equal: no variation was seen, which is not certainty`];
}

function reasonsText(scores: readonly ExportColumn['scores'][number][]): string {
  const counts = new Map<string, number>();
  for (const score of scores)
    if (score.state === 'unscored') counts.set(score.reason, (counts.get(score.reason) ?? 0) + 1);
  return `unscored: ${[...counts].map(([reason, count]) => `${reason} ${count}`).join(', ')}`;
}
