/** Versions of scores and scores that people changed, as pages ask for them. */
import type { Estimate, MeasureSpec } from '../../core/contracts.ts';
import type { KeptScoreOverride, ScoreOverride } from '../../core/review/score-override.ts';
import type { RecordKey } from '../../storage/contract.ts';

/** One kept table of scores, newest version of its scorer first. */
export interface ScoreVersion {
  readonly scorerId: string;
  readonly title: string;
  readonly version: string;
  readonly createdAt: string;
  /** The one that the other pages show. */
  readonly shown: boolean;
  readonly estimates: readonly {
    readonly key: string;
    readonly measure: MeasureSpec;
    readonly estimate: Estimate;
  }[];
}

export interface RunOverrides {
  readonly overrides: readonly KeptScoreOverride[];
  /** Annotations of this kind that cannot be read. */
  readonly unreadable: number;
  /** By metric: the estimate with the changed scores, and how many were changed. */
  readonly estimates: Readonly<Record<string, { readonly estimate: Estimate; readonly changed: number }>>;
}

export interface ScoreChanges {
  scoreVersions(runId: string): Promise<readonly ScoreVersion[]>;
  overrides(runId: string): Promise<RunOverrides>;
  override(
    runId: string,
    key: RecordKey,
    change: Omit<ScoreOverride, 'schemaVersion' | 'was' | 'scorerVersion'>,
  ): Promise<void>;
  removeOverride(runId: string, key: RecordKey, id: string): Promise<{ undo(): Promise<void> }>;
}
