import type { ScoreTable } from './contract.ts';

/** Scorer versions are counted, "9" before "10"; of each scorer the highest one stays. Sorted by scorer id. */
export function newestVersions(tables: readonly ScoreTable[]): readonly ScoreTable[] {
  const byScorer = new Map<string, ScoreTable>();
  for (const table of tables) {
    const other = byScorer.get(table.scorerId);
    if (other === undefined || compareVersions(table.scorerVersion, other.scorerVersion) > 0) {
      byScorer.set(table.scorerId, table);
    }
  }
  return [...byScorer.values()].sort((a, b) => (a.scorerId < b.scorerId ? -1 : 1));
}

/** By scorer id, the newest version first. */
export function allVersions(tables: readonly ScoreTable[]): readonly ScoreTable[] {
  return tables.toSorted(
    (a, b) =>
      (a.scorerId < b.scorerId ? -1 : a.scorerId > b.scorerId ? 1 : 0) ||
      compareVersions(b.scorerVersion, a.scorerVersion),
  );
}

export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
