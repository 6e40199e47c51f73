import { meanOf, sortedNumbers } from '../mean.ts';
import { type Gains, columnOf, countBenchmarks } from './score-matrix.ts';

/**
 * Mean win rate (HELM, compute_aggregate_row_win_rates): on each benchmark the share of the other models that a model
 * beats, ties one half; then the mean over the benchmarks it has a result on. Benchmarks with fewer than two results
 * say nothing and are left out. Null for a model without any.
 */
export function winRates(gains: Gains): (number | null)[] {
  const rates = gains.map((): number[] => []);
  for (let benchmark = 0; benchmark < countBenchmarks(gains); benchmark += 1) {
    const column = columnOf(gains, benchmark);
    const present = column.filter((value) => value !== null);
    if (present.length < 2) continue;
    column.forEach((value, model) => {
      if (value === null) return;
      const wins = present.filter((other) => other < value).length;
      const ties = present.filter((other) => other === value).length - 1;
      rates[model]?.push((wins + ties / 2) / (present.length - 1));
    });
  }
  // Sorted sums: benchmarks in another order give the same bits, so equal models stay equal.
  return rates.map((each) => (each.length === 0 ? null : meanOf(sortedNumbers(each))));
}
