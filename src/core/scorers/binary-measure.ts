import type { MeasureSpec } from '../contracts.ts';

/** A yes/no measure of which more is better. */
export const binaryMeasure = (id: string, title: string, headline: boolean): MeasureSpec => ({
  id,
  title,
  kind: 'binary',
  better: 'higher',
  headline,
});
