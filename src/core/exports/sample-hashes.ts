import type { ExportRow } from './export-view.ts';

export const SAMPLE_HASH_COLUMNS = ['sample', 'repeat', 'sample SHA-256', 'prompt SHA-256', 'output SHA-256'];

/** One row a sample, for the reports: a prompt or an output that does not exist is said to be none. */
export function sampleHashRows(rows: readonly ExportRow[]): string[][] {
  return rows.map(({ id, repeat, hashes }) => [
    id,
    String(repeat),
    hashes?.sample ?? '',
    hashes?.prompt ?? 'none',
    hashes?.output ?? 'none',
  ]);
}
