/** What the pages can ask of the reviews of runs; review.ts does it. */
import type { Pack } from '../../core/packs/pack.ts';
import type { AuditOverride } from '../../core/review/audit-override.ts';
import type { EditDraft, Harm } from '../../core/review/edit.ts';
import type { ReviewSummary } from '../../core/review/review-summary.ts';
import type { RunReviews } from '../../core/review/run-reviews.ts';
import type { RecordKey } from '../../storage/contract.ts';

/** A record of a run. */
export interface Place {
  readonly runId: string;
  readonly key: RecordKey;
}

/** What a person gives when they are done with a note. */
export interface FinishedEdit {
  readonly text: string;
  readonly activeMs: number;
  readonly wouldSign: boolean;
  readonly harm: Harm;
  readonly reason: string;
  readonly rater: string;
}

export type Undoable = Promise<{ undo(): Promise<void> }>;

export interface Review {
  of(runId: string): Promise<RunReviews>;
  draft(place: Place): Promise<EditDraft | null>;
  saveDraft(place: Place, draft: EditDraft): Promise<void>;
  discardDraft(place: Place): Undoable;
  /** Keeps the edit as a new version and drops the draft. */
  sign(place: Place, edit: FinishedEdit): Promise<void>;
  removeEdit(place: Place, id: string): Undoable;
  mark(place: Place, override: AuditOverride): Promise<void>;
  unmark(place: Place, id: string): Undoable;
  summary(runId: string): Promise<ReviewSummary>;
  /** CSV of the last version of each person for each note. */
  ratings(runId: string): Promise<Blob>;
  /** A new pack whose references are the edited notes; not stored yet. */
  references(runId: string): Promise<Pack>;
}
