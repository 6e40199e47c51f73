/** Estimates in words, the same in every report: a number never stands without its interval and its n. */
import type { IntervalMethod } from '../contracts.ts';
import { reachWords, recallOf } from '../scorers/audit/reach-words.ts';
import { unscoredBounds } from '../stats/unscored-bounds.ts';
import type { ExportColumn, ExportView } from './export-view.ts';

const METHODS: Readonly<Record<IntervalMethod | 'none', string>> = {
  wilson: 'Wilson',
  'modified-wilson': 'modified Wilson',
  'cluster-wilson': 'cluster-adjusted Wilson',
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
      ...reliabilityWords(column),
      ...(unscored > 0 ? [reasonsText(scores)] : []),
      ...boundsWords(column),
      ...overrideWords(column),
      ...auditWords(column),
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

/** Beside the interval, which knows only what was scored. */
function boundsWords({ estimate, measure }: ExportColumn): string[] {
  const bounds = unscoredBounds(estimate, measure.kind);
  return bounds === null
    ? []
    : [`were all unscored ones lowest or highest: ${numberText(bounds.low)} to ${numberText(bounds.high)}`];
}

/** A clean audit is no proof: how much of real errors it points at stands beside it. */
function auditWords({ scorer, measure }: ExportColumn): string[] {
  if (scorer.id !== 'audit') return [];
  const reach = measure.id.startsWith('missed')
    ? `${reachWords(recallOf('missed'))} of what was left out`
    : `${reachWords(recallOf('any'))} of the sentences with an error`;
  return [`where it was measured, the audit pointed at ${reach}`];
}

function overrideWords({ overridden }: ExportColumn): string[] {
  if (overridden === null || overridden.value === null) return [];
  const { value, low, high, n } = overridden;
  const interval = low === null || high === null ? '' : `${numberText(low)} to ${numberText(high)}, `;
  return [`with the scores that people changed: ${numberText(value)} (${interval}n ${n})`];
}

function reliabilityWords({ estimate, scores }: ExportColumn): string[] {
  const { value, n, unreliable, clusters } = estimate;
  if (value === null) return ['nothing could be scored'];
  if (n === 1) return ['one scored sample: no interval says anything about others'];
  const values = scores.flatMap((score) => (score.state === 'scored' ? [score.value] : []));
  const equal = values.every((one) => one === values[0]);
  return [
    ...(unreliable === 'few-clusters' ? [`interval unreliable: ${clusters ?? 0} clusters`] : []),
    ...(equal ? [`all ${n} scores are equal: no variation was seen, which is not certainty`] : []),
    ...(unreliable === 'few-samples' && !equal ? [`interval unreliable: ${n} scored samples`] : []),
  ];
}

function reasonsText(scores: readonly ExportColumn['scores'][number][]): string {
  const counts = new Map<string, number>();
  for (const score of scores)
    if (score.state === 'unscored') counts.set(score.reason, (counts.get(score.reason) ?? 0) + 1);
  return `unscored: ${[...counts].map(([reason, count]) => `${reason} ${count}`).join(', ')}`;
}
