import type { StoredRun } from '../../../../storage/contract.ts';

/** One run of a table in which every run is held against the first. */
export interface LadderLine {
  readonly run: StoredRun;
  readonly title: string;
  /** Said under the title, e.g. the settings it was asked with. */
  readonly about: string | null;
  /** Set for a control, which is no way to get better. */
  readonly control: string | null;
}

export interface LadderWords {
  readonly title: string;
  readonly column: string;
  /** What the others are held against, e.g. "the first rung". */
  readonly against: string;
  readonly empty: string;
}
