import { averageRanks } from './ranks.ts';
import { type Gains, columnOf, countBenchmarks } from './score-matrix.ts';

export interface Borda {
  /** Σ over benchmarks of (models with a result - rank), ties at their average rank (Borda 1781). */
  readonly points: number | null;
  readonly meanRank: number | null;
}

/** A model's missing result gives it no points there; null when it has no result at all. */
export function bordaCounts(gains: Gains): Borda[] {
  const ranksByBenchmark = Array.from({ length: countBenchmarks(gains) }, (_, benchmark) =>
    averageRanks(columnOf(gains, benchmark)),
  );
  return gains.map((_, model) => {
    let points = 0;
    let ranks = 0;
    let present = 0;
    for (const column of ranksByBenchmark) {
      const rank = column[model] ?? null;
      if (rank === null) continue;
      points += column.filter((one) => one !== null).length - rank;
      ranks += rank;
      present += 1;
    }
    return present === 0 ? { points: null, meanRank: null } : { points, meanRank: ranks / present };
  });
}
