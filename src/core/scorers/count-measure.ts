import type { MeasureSpec } from '../contracts.ts';

/** A number of items of one sample: what pooled metrics are made of. Neither more nor fewer is better by itself. */
export function countMeasure(id: string, title: string): MeasureSpec {
  return { id, title, kind: 'count', better: 'higher', headline: false };
}
