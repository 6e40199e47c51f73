import type { ForeignItem } from './results-importer.ts';

/** Positions by id, "q2" before "q10", the same in whatever order a parallel harness wrote them. */
export function idOrder(items: readonly Pick<ForeignItem, 'id'>[]): ReadonlyMap<string, number> {
  const ids = [...new Set(items.map(({ id }) => id))];
  ids.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }) || (a < b ? -1 : 1));
  return new Map(ids.map((id, index) => [id, index]));
}
