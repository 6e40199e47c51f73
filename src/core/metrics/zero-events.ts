import type { Estimate, MeasureSpec } from '../contracts.ts';
import { clopperPearsonInterval } from '../stats/clopper-pearson.ts';
import { exactPoissonInterval } from '../stats/poisson-exact.ts';

/** "0 of 30" with what is still compatible with it: `upTo` in `per`. */
export interface ZeroEvents {
  readonly n: number;
  /** Exact upper bound: a share (Clopper-Pearson) or, for counts, events per sample (Poisson). */
  readonly upper: number;
  readonly method: 'clopper-pearson' | 'exact-poisson';
  /** The bound as a whole number, rounded up, e.g. 12 in 100. */
  readonly upTo: number;
  readonly per: number;
  readonly words: string;
}

/**
 * Seeing no event does not mean there is none: the exact two-sided bound in words.
 * `n` are independent samples (clusters where samples share one).
 */
export function zeroEvents(n: number, kind: 'proportion' | 'count', level: number): ZeroEvents {
  const method = kind === 'count' ? 'exact-poisson' : 'clopper-pearson';
  const upper =
    kind === 'count' ? exactPoissonInterval(0, level).high / n : clopperPearsonInterval(0, n, level).high;
  let per = 100;
  while (upper * per < 1 && per < 1_000_000) per *= 10;
  const upTo = Math.ceil(upper * per);
  return {
    n,
    upper,
    method,
    upTo,
    per,
    words: `0 ${kind === 'count' ? 'in' : 'of'} ${n}; up to ${upTo} in ${per} remain compatible`,
  };
}

/** The wording for an estimate of exactly zero; null where there is a number to show instead, or nothing scored. */
export function zeroEventsOf(estimate: Estimate, measure: Pick<MeasureSpec, 'kind'>): ZeroEvents | null {
  // A mean fraction of zero is not a count of events: no binomial bound describes it.
  if (estimate.value !== 0 || measure.kind === 'fraction') return null;
  return zeroEvents(
    estimate.clusters ?? estimate.n,
    measure.kind === 'count' ? 'count' : 'proportion',
    estimate.level,
  );
}
