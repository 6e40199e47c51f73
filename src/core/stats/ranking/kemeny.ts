import { type Gains, columnOf, countBenchmarks } from './score-matrix.ts';

/** 2^15 subsets x 15² pairs: instant. Beyond, the exact order is not worth waiting for. */
export const KEMENY_LIMIT = 15;

export type Kemeny =
  | {
      readonly kind: 'order';
      /** Model indices, best first. */
      readonly order: readonly number[];
      /** Pairwise disagreements between the order and the benchmarks; no order has fewer. */
      readonly disagreements: number;
      /** Orders that have equally few; above 1, ties are broken by the matrix's own order of models. */
      readonly optimalOrders: number;
      /** Models that come first in some optimal order. */
      readonly firstPlaces: readonly number[];
    }
  | { readonly kind: 'too-many-models'; readonly limit: number };

/**
 * Kemeny's order (Kemeny 1959): the one that disagrees with the benchmarks on the fewest pairs of models; a tie or a
 * missing result on a benchmark is no disagreement. Exact, by dynamic programming over the subsets of models already
 * placed: O(2^m · m²).
 */
export function kemenyOrder(gains: Gains): Kemeny {
  const m = gains.length;
  if (m > KEMENY_LIMIT) return { kind: 'too-many-models', limit: KEMENY_LIMIT };
  const against = disagreementCounts(gains);
  const subsets = 2 ** m;
  const cost = new Float64Array(subsets).fill(Number.POSITIVE_INFINITY);
  const ways = new Float64Array(subsets);
  const last = new Int8Array(subsets).fill(-1);
  cost[0] = 0;
  ways[0] = 1;
  for (let placed = 1; placed < subsets; placed += 1) {
    for (let model = m - 1; model >= 0; model -= 1) {
      if ((placed & (1 << model)) === 0) continue;
      const before = placed & ~(1 << model);
      // `model` is put after all of `before`: every benchmark on which it beats one of them disagrees.
      let added = 0;
      for (let other = 0; other < m; other += 1)
        if ((before & (1 << other)) !== 0) added += against[other]?.[model] ?? 0;
      const candidate = (cost[before] ?? 0) + added;
      const best = cost[placed] ?? 0;
      if (candidate < best) {
        cost[placed] = candidate;
        ways[placed] = ways[before] ?? 0;
        last[placed] = model;
      } else if (candidate === best) ways[placed] = (ways[placed] ?? 0) + (ways[before] ?? 0);
    }
  }
  const order: number[] = [];
  for (let rest = subsets - 1; rest > 0;) {
    const model = last[rest] ?? 0;
    order.unshift(model);
    rest &= ~(1 << model);
  }
  return {
    kind: 'order',
    order,
    disagreements: cost[subsets - 1] ?? 0,
    optimalOrders: ways[subsets - 1] ?? 1,
    // A cost counts the pairs inside its subset only: the best order that starts with i is i before the best of the rest.
    firstPlaces: gains.flatMap((_, i) => {
      const lead = (against[i] ?? []).reduce((sum, count) => sum + count, 0);
      return lead + (cost[(subsets - 1) & ~(1 << i)] ?? 0) === cost[subsets - 1] ? [i] : [];
    }),
  };
}

/** `[i][j]`: benchmarks that disagree with putting i before j, that is, on which j is strictly better. */
function disagreementCounts(gains: Gains): number[][] {
  const counts = gains.map(() => gains.map(() => 0));
  for (let benchmark = 0; benchmark < countBenchmarks(gains); benchmark += 1) {
    const column = columnOf(gains, benchmark);
    column.forEach((x, i) => {
      const row = counts[i];
      column.forEach((y, j) => {
        if (x !== null && y !== null && y > x && row !== undefined) row[j] = (row[j] ?? 0) + 1;
      });
    });
  }
  return counts;
}
