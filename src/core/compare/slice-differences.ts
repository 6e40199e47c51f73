import type { MeasureSpec } from '../contracts.ts';
import {
  type PairedDifference,
  type PairedOptions,
  pairedDifference,
} from '../stats/paired/paired-difference.ts';
import { scoreDifference } from '../stats/paired/score-difference.ts';
import type { ComparedRun } from './compare-runs.ts';
import { columnOfMetric, scoredPairs, sharedSamples } from './pair-scores.ts';

/** One field of the pack by which samples are grouped; `values[index]` belongs to the sample at that position. */
export interface SliceField {
  readonly field: string;
  readonly values: readonly (string | null)[];
}

export interface SliceDifference {
  readonly field: string;
  readonly value: string;
  /** Shared samples of the group, scored or not. */
  readonly samples: number;
  readonly metrics: readonly {
    readonly metric: string;
    readonly measure: MeasureSpec;
    readonly difference: PairedDifference;
  }[];
}

/** Beyond these a field is an identifier rather than a group. */
const MOST_GROUPS = 40;

/**
 * The paired differences again within each group of samples, headline measures only. Groups stand in order of
 * their names, numbers by size; of a field with very many values, the largest groups.
 */
export function sliceDifferences(
  a: ComparedRun,
  b: ComparedRun,
  fields: readonly SliceField[],
  options: PairedOptions,
): SliceDifference[] {
  const columns = a.scored.tables
    .flatMap((table) => table.columns)
    .flatMap(({ metric, measure }) => {
      const [first, second] = [columnOfMetric(a.scored, metric), columnOfMetric(b.scored, metric)];
      if (!measure.headline || first === null || second === null) return [];
      return [{ metric, measure, shared: sharedSamples(first, second).samples }];
    });
  const [whole] = columns;
  if (whole === undefined) return [];
  return fields.flatMap(({ field, values }) => {
    const valueOf = ({ index }: { readonly index: number }): string | null => values[index] ?? null;
    const sizes = new Map<string, number>();
    for (const sample of whole.shared) {
      const value = valueOf(sample);
      if (value !== null) sizes.set(value, (sizes.get(value) ?? 0) + 1);
    }
    return [...largest(sizes)].sort(byName).map(([value, samples]) => ({
      field,
      value,
      samples,
      metrics: columns.map(({ metric, measure, shared }) => {
        const pairs = scoredPairs(shared.filter((sample) => valueOf(sample) === value));
        const byScore = measure.kind === 'binary' ? scoreDifference(pairs, options) : null;
        return { metric, measure, difference: byScore ?? pairedDifference(pairs, measure, options) };
      }),
    }));
  });
}

const NAMES = new Intl.Collator('en', { numeric: true });

function byName([x]: readonly [string, number], [y]: readonly [string, number]): number {
  return NAMES.compare(x, y);
}

function largest(sizes: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  if (sizes.size <= MOST_GROUPS) return sizes;
  const kept = new Set([...sizes].sort((x, y) => y[1] - x[1]).slice(0, MOST_GROUPS));
  return new Map([...sizes].filter((entry) => kept.has(entry)));
}
