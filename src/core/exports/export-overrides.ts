/** Scores that people changed, as an export may see them. */
import type { KeptScoreOverride } from '../review/score-override.ts';
import type { Privacy } from './privacy.ts';

/** One score changed by a person. */
export interface ExportOverride {
  /** Index into the view's rows. */
  readonly row: number;
  readonly id: string;
  readonly metric: string;
  readonly was: number | string;
  readonly value: number;
  readonly at: string;
  /** Free text of people leaves only in full. */
  readonly who: string | null;
  readonly why: string | null;
}

export function exportOverrides(
  overrides: readonly KeptScoreOverride[],
  /** Record keys of the rows, one by one, with the ids that the rows show. */
  rows: readonly { readonly key: string; readonly id: string }[],
  metrics: ReadonlySet<string>,
  privacy: Privacy,
): ExportOverride[] {
  const places = new Map(rows.map(({ key }, row) => [key, row]));
  return overrides.flatMap(({ recordKey, createdAt, override }): ExportOverride[] => {
    const row = places.get(recordKey);
    if (row === undefined || !metrics.has(override.metric)) return [];
    const { metric, was, value, who, why } = override;
    const text = privacy === 'full' ? { who, why } : { who: null, why: null };
    return [{ row, id: rows[row]?.id ?? '', metric, was, value, at: createdAt, ...text }];
  });
}
