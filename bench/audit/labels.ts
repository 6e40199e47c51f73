/** The committed labels: two people's independent judgements, keyed by encounter and sentence hash, no text. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { AUDIT_CATEGORIES } from '../../src/core/contracts.ts';

export const LABEL_CATEGORIES = [...AUDIT_CATEGORIES, 'other'] as const;
export type LabelCategory = (typeof LABEL_CATEGORIES)[number];

const severity = v.picklist(['major', 'minor']);
const ErrorSchema = v.strictObject({
  category: v.picklist(LABEL_CATEGORIES),
  kind: v.picklist(['invented', 'contradicted']),
  severity,
});
const OmissionSchema = v.strictObject({ turn: v.number(), category: v.picklist(LABEL_CATEGORIES), severity });

export const LabelsSchema = v.strictObject({
  source: v.string(),
  annotators: v.string(),
  encounters: v.array(
    v.strictObject({
      encounter: v.string(),
      sentences: v.array(
        v.strictObject({
          system: v.picklist(['B', 'L']),
          sha256: v.string(),
          one: v.array(ErrorSchema),
          two: v.array(ErrorSchema),
        }),
      ),
      /** Only where annotators were asked for what note B leaves out. */
      omitted: v.nullable(v.strictObject({ one: v.array(OmissionSchema), two: v.array(OmissionSchema) })),
    }),
  ),
});
export type Labels = v.InferOutput<typeof LabelsSchema>;
export type LabelledEncounter = Labels['encounters'][number];
export type LabelledError = v.InferOutput<typeof ErrorSchema>;

export function readLabels(half: 'dev' | 'held-out'): Labels {
  const file = new URL(`./labels/${half}.json`, import.meta.url);
  return v.parse(LabelsSchema, JSON.parse(readFileSync(file, 'utf8')));
}
