import type { Estimate, MeasureSpec, Score, UnscoredReason } from '../contracts.ts';
import { estimateMean } from '../metrics/estimate.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from './score-run.ts';

/** One measure's column of scores, beside the samples' clusters and slice values (null = the sample has none). */
export interface SliceInput {
  readonly clusters: readonly string[];
  readonly fields: readonly { readonly field: string; readonly values: readonly (string | null)[] }[];
  readonly columns: readonly {
    readonly key: string;
    readonly measure: MeasureSpec;
    readonly cells: readonly (number | UnscoredReason)[];
  }[];
}

export interface SliceEstimates {
  readonly field: string;
  readonly value: string;
  readonly estimates: Readonly<Record<string, Estimate>>;
}

/** The same means within each value of each slice field, in the order the values first occur. */
export function estimateSlices(input: SliceInput): readonly SliceEstimates[] {
  return input.fields.flatMap(({ field, values }) =>
    [...new Set(values.filter((value) => value !== null))].map((value) => {
      const rows = values.flatMap((other, row) => (other === value ? [row] : []));
      const clusters = rows.map((row) => input.clusters[row] ?? '');
      const estimates = input.columns.map(({ key, measure, cells }) => {
        const scores = rows.map((row) => scoreOfCell(cells[row] ?? 'not-applicable'));
        return [
          key,
          estimateMean(scores, clusters, measure, { level: DEFAULT_LEVEL, seed: DEFAULT_SEED }),
        ] as const;
      });
      return { field, value, estimates: Object.fromEntries(estimates) };
    }),
  );
}

export function scoreOfCell(cell: number | UnscoredReason): Score {
  return typeof cell === 'number' ? { state: 'scored', value: cell } : { state: 'unscored', reason: cell };
}
