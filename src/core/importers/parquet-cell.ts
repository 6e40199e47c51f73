/** A Parquet value as JSON would have it: the rest of an importer knows no other. */
export function plainCell(cell: unknown): unknown {
  if (typeof cell === 'bigint') return Number.isSafeInteger(Number(cell)) ? Number(cell) : String(cell);
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (cell instanceof Date) return cell.toISOString();
  if (cell instanceof Uint8Array) return null;
  if (ArrayBuffer.isView(cell)) return Array.from(cell as unknown as Iterable<unknown>, plainCell);
  if (Array.isArray(cell)) return cell.map(plainCell);
  if (typeof cell === 'object' && cell !== null)
    return Object.fromEntries(Object.entries(cell).map(([key, value]) => [key, plainCell(value)]));
  return cell ?? null;
}
