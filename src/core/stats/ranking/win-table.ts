import { type Gains, columnOf, countBenchmarks } from './score-matrix.ts';

/** `[i][j]`: how often i beat j; a tie is half a win for each. */
export type WinTable = readonly (readonly number[])[];

/** One benchmark as a round of matches: each model with a result plays each other one. */
export function roundsOf(gains: Gains): WinTable[] {
  return Array.from({ length: countBenchmarks(gains) }, (_, benchmark) => {
    const column = columnOf(gains, benchmark);
    return column.map((x, i) =>
      column.map((y, j) => (i === j || x === null || y === null ? 0 : x > y ? 1 : x === y ? 0.5 : 0)),
    );
  });
}

export function addRounds(rounds: readonly WinTable[], models: number): WinTable {
  const sum = Array.from({ length: models }, () => new Array<number>(models).fill(0));
  for (const round of rounds)
    round.forEach((row, i) =>
      row.forEach((wins, j) => {
        const target = sum[i];
        if (target !== undefined) target[j] = (target[j] ?? 0) + wins;
      }),
    );
  return sum;
}

/**
 * Whether every model can be reached from every other along wins (Ford 1957): exactly then finite strengths fit best.
 * Otherwise some group never met, or never lost to, the rest.
 */
export function isStronglyConnected(wins: WinTable): boolean {
  const reaches = (beats: (i: number, j: number) => boolean): boolean => {
    const seen = new Set([0]);
    const queue = [0];
    for (let i = queue.pop(); i !== undefined; i = queue.pop())
      for (let j = 0; j < wins.length; j += 1)
        if (!seen.has(j) && beats(i, j)) {
          seen.add(j);
          queue.push(j);
        }
    return seen.size === wins.length;
  };
  const won = (i: number, j: number): boolean => (wins[i]?.[j] ?? 0) > 0;
  return reaches(won) && reaches((i, j) => won(j, i));
}
