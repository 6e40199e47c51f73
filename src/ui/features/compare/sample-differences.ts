/** Which shared samples are listed, and in what order. Pure: the page only draws what comes out. */
import type { PairedSamples } from '../../../core/compare/comparison-report.ts';
import type { MeasureSpec } from '../../../core/contracts.ts';
import { differenceOf } from '../../../core/stats/paired/pair.ts';

export type FlipGroup = 'both-right' | 'both-wrong' | 'only-a' | 'only-b';

export interface SampleChoice {
  /** Metric key; null = the first headline measure. */
  readonly metric: string | null;
  readonly group: FlipGroup | 'all';
  /** size: largest difference either way first; a, b: where that run is furthest ahead first; pack: as in the pack. */
  readonly sort: 'size' | 'a' | 'b' | 'pack';
}

export const EVERY_SAMPLE: SampleChoice = { metric: null, group: 'all', sort: 'size' };

export interface PairedSampleRow {
  readonly id: string;
  readonly index: number;
  readonly a: number | null;
  readonly b: number | null;
  /** B - A; null unless both have a score. */
  readonly difference: number | null;
}

export function pairedRows(
  samples: PairedSamples,
  metric: string,
  measure: Pick<MeasureSpec, 'better' | 'kind'>,
  { group, sort }: Pick<SampleChoice, 'group' | 'sort'>,
): readonly PairedSampleRow[] {
  const column = samples.columns[metric];
  if (column === undefined) return [];
  const rows = samples.ids.map((id, at): PairedSampleRow => {
    const [a, b] = [column.a[at] ?? null, column.b[at] ?? null];
    const difference = a === null || b === null ? null : differenceOf({ a, b });
    return { id, index: samples.indices[at] ?? at, a, b, difference };
  });
  const right = measure.better === 'higher' ? 1 : 0;
  const kept = group === 'all' ? rows : rows.filter((row) => flipOf(row, right) === group);
  return kept.sort(order(sort, measure.better));
}

/** Null unless both scores are 0 or 1. */
function flipOf({ a, b }: PairedSampleRow, right: number): FlipGroup | null {
  if ((a !== 0 && a !== 1) || (b !== 0 && b !== 1)) return null;
  if (a === b) return a === right ? 'both-right' : 'both-wrong';
  return a === right ? 'only-a' : 'only-b';
}

function order(
  sort: SampleChoice['sort'],
  better: MeasureSpec['better'],
): (x: PairedSampleRow, y: PairedSampleRow) => number {
  const sign = better === 'higher' ? 1 : -1;
  const key = ({ difference }: PairedSampleRow): number => {
    // Without a score in both runs there is nothing to sort by: such samples come last.
    if (difference === null) return Number.POSITIVE_INFINITY;
    return sort === 'size' ? -Math.abs(difference) : sort === 'b' ? -sign * difference : sign * difference;
  };
  return (x, y) => {
    if (sort === 'pack') return x.index - y.index;
    const [first, second] = [key(x), key(y)];
    return first === second ? x.index - y.index : first - second;
  };
}
