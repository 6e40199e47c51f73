import type { MeasureSpec } from '../../contracts.ts';
import { type Pair, differenceOf } from './pair.ts';

/** Right/wrong measures: what became of each shared sample. The four lists hold every pair once. */
export interface Flips {
  readonly bothRight: readonly string[];
  readonly bothWrong: readonly string[];
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

/** Null where a score is neither 0 nor 1. "Right" is 0 for a measure whose lower value is the better one. */
export function flipsOf(pairs: readonly Pair[], better: MeasureSpec['better']): Flips | null {
  const flips = {
    bothRight: [] as string[],
    bothWrong: [] as string[],
    onlyA: [] as string[],
    onlyB: [] as string[],
  };
  const right = better === 'higher' ? 1 : 0;
  for (const { id, a, b } of pairs) {
    if ((a !== 0 && a !== 1) || (b !== 0 && b !== 1)) return null;
    if (a === b) (a === right ? flips.bothRight : flips.bothWrong).push(id);
    else (a === right ? flips.onlyA : flips.onlyB).push(id);
  }
  return flips;
}

/** Any measure: on how many shared samples each run did better. */
export interface Leads {
  readonly a: number;
  readonly b: number;
  readonly equal: number;
}

export function leadsOf(pairs: readonly Pair[], better: MeasureSpec['better']): Leads {
  const direction = better === 'higher' ? 1 : -1;
  let a = 0;
  let b = 0;
  for (const pair of pairs) {
    const lead = direction * differenceOf(pair);
    if (lead > 0) b += 1;
    else if (lead < 0) a += 1;
  }
  return { a, b, equal: pairs.length - a - b };
}
