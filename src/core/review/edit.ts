/** One person's edit of a generated note, kept as an annotation: what it took until they would sign it. */
import * as v from 'valibot';

export const EDIT_KIND = 'edit';
export const EDIT_DRAFT_KIND = 'edit-draft';

/** Harm to the patient had the note been signed as the model wrote it. */
export const HARMS = ['none', 'minor', 'major'] as const;
export type Harm = (typeof HARMS)[number];

/** Far above any note; a row longer than this is not ours. */
const MAX_TEXT = 2_000_000;
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const line = v.pipe(v.string(), v.maxLength(2_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Steps (insert, delete or replace one) from the draft to the edited note, and the length of the draft. */
const DistanceSchema = v.strictObject({ steps: count, of: count });

export const EditSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(1),
    text,
    activeMs: count,
    words: DistanceSchema,
    characters: DistanceSchema,
    wouldSign: v.boolean(),
    harm: v.picklist(HARMS),
    reason: line,
    rater: v.pipe(line, v.trim(), v.nonEmpty()),
    /** The model whose draft was edited: the edited note leans towards it. */
    anchor: v.strictObject({ runId: line, modelId: line, modelSha256: line }),
  }),
  v.check(({ harm, reason }) => harm === 'none' || reason.trim() !== '', 'a harm needs its reason'),
);
export type Edit = v.InferOutput<typeof EditSchema>;

/** What is typed but not signed yet; one per record, replaced at each autosave. */
export const EditDraftSchema = v.strictObject({
  schemaVersion: v.literal(1),
  text,
  activeMs: count,
  wouldSign: v.nullable(v.boolean()),
  harm: v.nullable(v.picklist(HARMS)),
  reason: line,
  rater: line,
});
export type EditDraft = v.InferOutput<typeof EditDraftSchema>;
