/** A person's score in place of a scorer's: who, when, why. The computed score is never changed. */
import * as v from 'valibot';
import type { Estimate, MeasureSpec, Score, UnscoredReason } from '../contracts.ts';
import { estimateMean } from '../metrics/estimate.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../run/score-run.ts';
import { scoreOfCell } from '../run/slices.ts';

export const SCORE_OVERRIDE_KIND = 'score-override';

const named = (max: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(max));

export const ScoreOverrideSchema = v.strictObject({
  schemaVersion: v.literal(1),
  /** `<scorer>.<measure>`. */
  metric: named(300),
  value: v.pipe(v.number(), v.finite(), v.minValue(0)),
  /** What was overridden, so that the change can be read when the score has been made again. */
  was: v.union([v.number(), v.string()]),
  scorerVersion: named(100),
  who: named(200),
  why: named(2_000),
});
export type ScoreOverride = v.InferOutput<typeof ScoreOverrideSchema>;

export interface KeptScoreOverride {
  readonly recordKey: string;
  readonly id: string;
  readonly createdAt: string;
  readonly override: ScoreOverride;
}

interface AnnotationLike {
  readonly recordKey: string;
  readonly kind: string;
  readonly id: string;
  readonly createdAt: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Every override, oldest first; rows of this kind in a wrong form are counted, never dropped silently. */
export function readScoreOverrides(rows: readonly AnnotationLike[]): {
  readonly overrides: readonly KeptScoreOverride[];
  readonly unreadable: number;
} {
  const own = rows.filter(({ kind }) => kind === SCORE_OVERRIDE_KIND);
  const overrides = own.flatMap(({ recordKey, id, createdAt, body }): KeptScoreOverride[] => {
    const read = v.safeParse(ScoreOverrideSchema, body);
    return read.success ? [{ recordKey, id, createdAt, override: read.output }] : [];
  });
  return {
    overrides: overrides.toSorted((a, b) =>
      a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0,
    ),
    unreadable: own.length - overrides.length,
  };
}

/** The last override of each score counts. */
export function currentOverrides(
  overrides: readonly KeptScoreOverride[],
  metric: string,
): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const { recordKey, override } of overrides)
    if (override.metric === metric) values.set(recordKey, override.value);
  return values;
}

/** Whether a measure can have this value: a person can no more give half a right answer than a scorer can. */
export function overrideFits(value: number, kind: MeasureSpec['kind']): boolean {
  if (!Number.isFinite(value) || value < 0) return false;
  return kind === 'count' || (kind === 'binary' ? value === 0 || value === 1 : value <= 1);
}

export interface OverriddenColumn {
  readonly cells: readonly (number | UnscoredReason)[];
  readonly estimate: Estimate;
  readonly changed: number;
}

/** A column with the overrides in place of its scores, and its estimate again; null where none applies. */
export function overriddenColumn(
  column: {
    readonly metric: string;
    readonly measure: Pick<MeasureSpec, 'kind'>;
    readonly keys: readonly string[];
    readonly cells: readonly (number | UnscoredReason)[];
    readonly clusters: readonly string[];
  },
  overrides: readonly KeptScoreOverride[],
): OverriddenColumn | null {
  const { metric, measure, keys, clusters } = column;
  const values = currentOverrides(overrides, metric);
  let changed = 0;
  const cells = column.cells.map((cell, row) => {
    const value = values.get(keys[row] ?? '');
    if (value === undefined || !overrideFits(value, measure.kind)) return cell;
    changed += 1;
    return value;
  });
  if (changed === 0) return null;
  const scores: Score[] = cells.map(scoreOfCell);
  return {
    cells,
    changed,
    estimate: estimateMean(scores, clusters, measure, { level: DEFAULT_LEVEL, seed: DEFAULT_SEED }),
  };
}
