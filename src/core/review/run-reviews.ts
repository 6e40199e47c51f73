/** What people added to the records of a run, read from annotations; a row of a wrong form is told, never dropped. */
import * as v from 'valibot';
import {
  EDIT_DRAFT_KIND,
  EDIT_KIND,
  EditDraftSchema,
  EditSchema,
  type Edit,
  type EditDraft,
} from './edit.ts';
import { OVERRIDE_KIND, OverrideSchema, type AuditOverride } from './audit-override.ts';

/** The part of a stored annotation that is read here. */
export interface ReviewRow {
  readonly recordKey: string;
  readonly kind: string;
  readonly id: string;
  readonly createdAt: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Kept {
  readonly recordKey: string;
  readonly id: string;
  readonly createdAt: string;
}
export interface KeptEdit extends Kept {
  readonly edit: Edit;
}
export interface KeptDraft extends Kept {
  readonly draft: EditDraft;
}
export interface KeptOverride extends Kept {
  readonly override: AuditOverride;
}

export interface RunReviews {
  /** Every version, oldest first. */
  readonly edits: readonly KeptEdit[];
  readonly drafts: readonly KeptDraft[];
  readonly overrides: readonly KeptOverride[];
  /** Rows of these kinds that cannot be read. */
  readonly unreadable: number;
}

export function readReviews(rows: readonly ReviewRow[]): RunReviews {
  const edits: KeptEdit[] = [];
  const drafts: KeptDraft[] = [];
  const overrides: KeptOverride[] = [];
  let unreadable = 0;
  for (const { recordKey, kind, id, createdAt, body } of inTime(rows)) {
    const kept = { recordKey, id, createdAt };
    if (kind === EDIT_KIND) {
      const edit = v.safeParse(EditSchema, body);
      if (edit.success) edits.push({ ...kept, edit: edit.output });
      else unreadable += 1;
    } else if (kind === EDIT_DRAFT_KIND) {
      const draft = v.safeParse(EditDraftSchema, body);
      if (draft.success) drafts.push({ ...kept, draft: draft.output });
      else unreadable += 1;
    } else if (kind === OVERRIDE_KIND) {
      const override = v.safeParse(OverrideSchema, body);
      if (override.success) overrides.push({ ...kept, override: override.output });
      else unreadable += 1;
    }
  }
  return { edits, drafts, overrides, unreadable };
}

/** The last version of each person for each note: what counts. Earlier ones stay readable. */
export function currentEdits(edits: readonly KeptEdit[]): readonly KeptEdit[] {
  const last = new Map<string, KeptEdit>();
  for (const kept of edits) last.set(`${kept.recordKey}\n${kept.edit.rater}`, kept);
  return [...last.values()].sort(
    (a, b) => inOrder(a.recordKey, b.recordKey) || (a.edit.rater < b.edit.rater ? -1 : 1),
  );
}

function inTime(rows: readonly ReviewRow[]): readonly ReviewRow[] {
  return [...rows].sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
}

function inOrder(a: string, b: string): number {
  const [left, right] = [a.split('#').map(Number), b.split('#').map(Number)];
  return (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0);
}
