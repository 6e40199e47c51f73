import type { AuditOverride } from '../../../core/review/audit-override.ts';
import type { KeptOverride } from '../../../core/review/run-reviews.ts';

/** What a person can do to the audit of the note they look at; left out where marks cannot be kept. */
export interface NoteMarks {
  readonly overrides: readonly KeptOverride[];
  /** Filled in as the name; people rarely change in the middle of a note. */
  readonly rater: string;
  readonly onMark: (override: AuditOverride) => void;
  readonly onUnmark: (id: string) => void;
}
