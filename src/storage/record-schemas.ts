/**
 * Runtime checks for the parts of stored rows that run.jsonl does not have (its own are in
 * core/run/run-schemas.ts): a stored row is `unknown` until one of these says otherwise.
 */
import * as v from 'valibot';
import {
  AUDIT_CATEGORIES,
  UNSCORED_REASONS,
  type Estimate,
  type Evidence,
  type MeasureSpec,
} from '../core/contracts.ts';
import { ERROR_CODES, type PlainError } from '../core/errors.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const optional = v.exactOptional;
const nullableNumber = v.nullable(v.number());

export const PlainErrorSchema = v.object({
  code: v.picklist(ERROR_CODES),
  message: v.string(),
  details: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.array(v.string())])),
});

export const UnscoredReasonSchema = v.picklist(UNSCORED_REASONS);

export const EstimateSchema = v.object({
  value: nullableNumber,
  low: nullableNumber,
  high: nullableNumber,
  level: v.number(),
  method: v.picklist([
    'wilson',
    'modified-wilson',
    'cluster-wilson',
    'bca-bootstrap',
    'percentile-bootstrap',
    't',
    'cluster-t',
    'clopper-pearson',
    'exact-poisson',
    'none',
  ]),
  n: count,
  unscored: count,
  failed: count,
  clusters: optional(count),
  unreliable: optional(v.picklist(['few-clusters', 'few-samples'])),
});

export const MeasureSpecSchema = v.object({
  id: v.string(),
  title: v.string(),
  kind: v.picklist(['binary', 'fraction', 'count']),
  better: v.picklist(['higher', 'lower']),
  headline: v.boolean(),
});

const range = v.object({ start: count, end: count });
const severity = v.picklist(['major', 'minor']);
const source = v.object({
  line: v.nullable(count),
  document: optional(v.string()),
  start: count,
  end: count,
});
const auditCategory = v.picklist(AUDIT_CATEGORIES);
const errorReport = v.object({ flag: v.string(), sentenceId: v.string(), correction: v.string() });

export const EvidenceSchema = v.variant('kind', [
  v.object({
    kind: v.literal('facts'),
    facts: v.array(
      v.object({
        fact: count,
        outcome: v.picklist(['kept', 'missed', 'contradicted']),
        note: optional(range),
        attribute: optional(v.string()),
        severity: optional(severity),
        source: optional(source),
      }),
    ),
    invented: v.array(
      v.object({ category: v.string(), text: v.string(), note: range, severity: optional(severity) }),
    ),
  }),
  v.object({
    kind: v.literal('audit'),
    unsupported: v.array(
      v.object({
        category: auditCategory,
        kind: v.picklist(['invented', 'contradicted']),
        severity,
        text: v.string(),
        note: range,
        source: optional(source),
        sourceText: optional(v.string()),
      }),
    ),
    missed: v.array(v.object({ category: auditCategory, severity, text: v.string(), source })),
    supported: v.array(v.object({ category: auditCategory, note: range, source })),
    checked: v.array(
      v.object({ category: auditCategory, stated: count, unsupported: count, said: count, missed: count }),
    ),
  }),
  v.object({
    kind: v.literal('sections'),
    present: v.array(v.string()),
    missing: v.array(v.string()),
  }),
  v.object({
    kind: v.literal('form'),
    marks: v.array(
      v.object({
        what: v.picklist(['loop', 'copied', 'leaked-prompt', 'empty-section', 'other-script']),
        note: range,
        source: optional(source),
      }),
    ),
  }),
  v.object({
    kind: v.literal('concepts'),
    matched: v.array(v.string()),
    missed: v.array(v.string()),
    added: v.array(v.string()),
  }),
  v.object({ kind: v.literal('medec'), wanted: errorReport, given: v.nullable(errorReport) }),
  v.object({
    kind: v.literal('choice'),
    picked: v.nullable(v.string()),
    correct: v.string(),
    method: v.picklist(['log-likelihood', 'generated']),
    strict: optional(v.nullable(v.string())),
    probabilities: optional(v.array(v.object({ id: v.string(), probability: v.number() }))),
    stated: optional(v.nullable(v.number())),
  }),
]);

// The compiler holds these to the contracts: a kind of evidence added there alone does not build.
type DeepReadonly<T> = T extends readonly (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
type Same<A, B> = [DeepReadonly<A>] extends [DeepReadonly<B>]
  ? [DeepReadonly<B>] extends [DeepReadonly<A>]
    ? true
    : false
  : false;
const schemasMatchContracts: readonly [
  Same<v.InferOutput<typeof PlainErrorSchema>, PlainError>,
  Same<v.InferOutput<typeof EstimateSchema>, Estimate>,
  Same<v.InferOutput<typeof EvidenceSchema>, Evidence>,
  Same<v.InferOutput<typeof MeasureSpecSchema>, MeasureSpec>,
] = [true, true, true, true];
void schemasMatchContracts;
