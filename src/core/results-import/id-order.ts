import type { ForeignItem } from './results-importer.ts';

/** Positions by id, the same in whatever order a parallel harness wrote them. */
export function idOrder(items: readonly Pick<ForeignItem, 'id'>[]): ReadonlyMap<string, number> {
  const ids = [...new Set(items.map(({ id }) => id))];
  ids.sort((a, b) => {
    const [x, y] = [Number(a), Number(b)];
    if (Number.isFinite(x) && Number.isFinite(y) && x !== y) return x - y;
    return a < b ? -1 : 1;
  });
  return new Map(ids.map((id, index) => [id, index]));
}
