import type { Rng } from '../../contracts.ts';
import { quantileOfSorted } from '../quantile.ts';
import { averageRanks } from './ranks.ts';
import { type Gains, columnOf, countBenchmarks, pickBenchmarks } from './score-matrix.ts';
import { winRates } from './win-rate.ts';

export interface RankRange {
  readonly best: number;
  readonly worst: number;
}

export interface RankStability {
  /** Rank by win rate; null for a model without results. */
  readonly rank: number | null;
  /** When any one benchmark is left out. Null with fewer than two benchmarks. */
  readonly leaveOneOut: RankRange | null;
  /** Percentile interval over resampled benchmarks. Null with fewer than two benchmarks. */
  readonly resampled: RankRange | null;
  /** What the model's own missing results could still do: all of them better, or worse, than every other model's. */
  readonly missing: RankRange | null;
}

/** How far each model's rank hangs on which benchmarks were chosen and on results that are not there. */
export function rankStability(gains: Gains, draws: number, level: number, rng: Rng): RankStability[] {
  const count = countBenchmarks(gains);
  const ranksOf = (some: Gains): (number | null)[] => averageRanks(winRates(some));
  const all = Array.from({ length: count }, (_, index) => index);
  const ranks = ranksOf(gains);
  const without = all.map((left) =>
    ranksOf(
      pickBenchmarks(
        gains,
        all.filter((one) => one !== left),
      ),
    ),
  );
  const resampled =
    count < 2
      ? []
      : Array.from({ length: draws }, () =>
          ranksOf(
            pickBenchmarks(
              gains,
              all.map(() => Math.floor(rng.next() * count)),
            ),
          ),
        );
  return gains.map((row, model) => ({
    rank: ranks[model] ?? null,
    leaveOneOut: count < 2 ? null : rangeOf(without, model, 1),
    resampled: rangeOf(resampled, model, level),
    missing: row.includes(null)
      ? rangeOf(
          [1, -1].map((direction) => ranksOf(filled(gains, model, direction))),
          model,
          1,
        )
      : null,
  }));
}

function rangeOf(
  runs: readonly (readonly (number | null)[])[],
  model: number,
  level: number,
): RankRange | null {
  const ranks = runs.flatMap((run) => run[model] ?? []);
  if (ranks.length === 0) return null;
  ranks.sort((x, y) => x - y);
  const tail = (1 - level) / 2;
  return { best: quantileOfSorted(ranks, tail), worst: quantileOfSorted(ranks, 1 - tail) };
}

/** The model's missing cells put above (1) or below (-1) every other result of their benchmark. */
function filled(gains: Gains, model: number, direction: number): Gains {
  return gains.map((row, index) => {
    if (index !== model) return row;
    return row.map((cell, benchmark) => {
      if (cell !== null) return cell;
      const others = columnOf(gains, benchmark).filter((value) => value !== null);
      if (others.length === 0) return null;
      return direction > 0 ? Math.max(...others) + 1 : Math.min(...others) - 1;
    });
  });
}
