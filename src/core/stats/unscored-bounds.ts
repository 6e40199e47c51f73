import type { Estimate, MeasureSpec } from '../contracts.ts';
import type { Interval } from './interval.ts';

/**
 * The mean if every unscored sample had the lowest or the highest value there is: no assumption is made about why it was
 * not scored. Null where nothing is unscored, and for counts, which have no highest value.
 */
export function unscoredBounds(
  { value, n, unscored }: Pick<Estimate, 'value' | 'n' | 'unscored'>,
  kind: MeasureSpec['kind'],
): Interval | null {
  if (unscored === 0 || kind === 'count') return null;
  const sum = (value ?? 0) * n;
  return { low: sum / (n + unscored), high: (sum + unscored) / (n + unscored) };
}
