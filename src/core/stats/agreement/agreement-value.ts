import type { NotApplicable } from './not-applicable.ts';

/** Under this many items an asymptotic or resampled interval of agreement is a rough guide. */
export const FEW_ITEMS = 20;

/** One coefficient with its interval and what it was computed from. */
export interface AgreementValue {
  readonly kind: 'value';
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  readonly method:
    'wilson' | 'asymptotic' | 'item-bootstrap' | 'cluster-bootstrap' | 'f' | 't' | 'lang-reiczigel' | 'none';
  /** Items used. */
  readonly n: number;
  readonly standardError?: number;
  /** few-items, few-clusters: under 20; no-disagreement: none was seen, so the interval has no width and claims too much. */
  readonly unreliable?: 'few-items' | 'few-clusters' | 'no-disagreement' | 'undefined-resamples';
}

export type Agreement = AgreementValue | NotApplicable;
