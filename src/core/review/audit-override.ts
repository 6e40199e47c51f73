/** A person's correction of the audit: a flag that is no error, or an error that it did not flag. */
import * as v from 'valibot';
import { AUDIT_CATEGORIES } from '../contracts.ts';

export const OVERRIDE_KIND = 'audit-override';

const line = v.pipe(v.string(), v.maxLength(2_000));
const named = v.pipe(line, v.trim(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Outcomes that count against a note. */
export const FLAG_OUTCOMES = ['invented', 'contradicted', 'missed'] as const;
export type FlagOutcome = (typeof FLAG_OUTCOMES)[number];

export const OverrideSchema = v.variant('verdict', [
  v.strictObject({
    schemaVersion: v.literal(1),
    verdict: v.literal('not-an-error'),
    /** The flag's id: the same for as long as the scorer finds the same thing in the same place. */
    flag: named,
    outcome: v.picklist(FLAG_OUTCOMES),
    /** The words of the flag, so that the mark can be read when the flag is gone. */
    text: line,
    who: named,
    why: named,
  }),
  v.strictObject({
    schemaVersion: v.literal(1),
    verdict: v.literal('missed-by-audit'),
    outcome: v.picklist(FLAG_OUTCOMES),
    category: v.picklist([...AUDIT_CATEGORIES, 'other']),
    text: named,
    /** Where the words stand: in the note, or in a numbered line of the transcript. */
    place: v.variant('in', [
      v.strictObject({ in: v.literal('note'), start: count, end: count }),
      v.strictObject({ in: v.literal('transcript'), line: count, start: count, end: count }),
    ]),
    who: named,
    why: named,
  }),
]);
export type AuditOverride = v.InferOutput<typeof OverrideSchema>;
