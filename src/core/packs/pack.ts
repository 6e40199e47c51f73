/**
 * The pack format, version 1: a versioned, sealed set of samples with how to prompt, solve and score them.
 * The same form is committed as JSON Schema in docs/pack.schema.json for writers in other languages;
 * pack-schema.test.ts holds the two to each other.
 */
import * as v from 'valibot';

export const PACK_SCHEMA_VERSION = 1;

/** Limits that keep a hostile or mistaken file from exhausting the page. Far above any real pack. */
export const PACK_LIMITS = {
  textChars: 2_000_000,
  samples: 1_000_000,
  turns: 20_000,
  choices: 64,
  facts: 2_000,
  metaFields: 64,
} as const;

const text = (max: number = PACK_LIMITS.textChars) =>
  v.pipe(v.string(), v.maxLength(max, `is longer than ${max} characters`));
const nonEmpty = (max: number = PACK_LIMITS.textChars) =>
  v.pipe(text(max), v.minLength(1, 'must not be empty'));
const id = v.pipe(
  nonEmpty(200),
  // eslint-disable-next-line no-control-regex -- control characters in an id would break line-based files
  v.regex(/^[^\u0000-\u001f\u007f]+$/u, 'must not contain control characters'),
);
const slug = v.pipe(
  nonEmpty(100),
  v.regex(/^[a-z0-9][a-z0-9._-]*$/, 'must be lower-case letters, digits, ".", "_" or "-"'),
);
const sealText = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'));
const count = v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(0, 'must not be negative'));

export const MessageSchema = v.strictObject({
  role: v.picklist(['system', 'user', 'assistant']),
  content: text(),
});

/** One turn of a visit. `line` is 1-based and is what evidence points at. */
export const TurnSchema = v.strictObject({
  line: v.pipe(count, v.minValue(1, 'lines start at 1')),
  speaker: nonEmpty(60),
  text: text(),
});

export const SampleInputSchema = v.union(
  [
    v.strictObject({
      messages: v.pipe(v.array(MessageSchema), v.minLength(1, 'needs at least one message')),
    }),
    v.strictObject({
      turns: v.pipe(
        v.array(TurnSchema),
        v.minLength(1, 'needs at least one turn'),
        v.maxLength(PACK_LIMITS.turns, 'has too many turns'),
      ),
    }),
  ],
  'must be {"messages": [...]} or {"turns": [...]}',
);

export const ChoiceSchema = v.strictObject({ id: nonEmpty(20), text: nonEmpty() });

export const DocumentSchema = v.strictObject({
  id,
  title: v.optional(text(500)),
  text: text(),
  /** The answer stands in it: it is never left out to make the others fit. */
  needed: v.optional(v.boolean()),
});

/**
 * How the documents of a sample are put to a model. Left out: in the order given, and a prompt that is too long is not
 * asked. `leave-out`: documents that are not needed go, whole and from the end, until the prompt fits.
 */
export const DocumentPolicySchema = v.strictObject({
  order: v.picklist(['given', 'shuffled']),
  fit: v.picklist(['refuse', 'leave-out']),
});

export const FACT_CATEGORIES = [
  'demographic',
  'finding',
  'history',
  'medication',
  'allergy',
  'social',
  'vital',
  'exam',
  'test',
  'diagnosis',
  'plan',
] as const;
export const FACT_STATUSES = ['present', 'denied', 'stopped', 'started'] as const;

/** Where in the transcript a fact is said: character offsets [start, end) in the text of turn `line`. */
export const SpanSchema = v.strictObject({
  line: v.pipe(count, v.minValue(1, 'lines start at 1')),
  start: count,
  end: count,
});

/**
 * One structured fact of a sample.
 * `name` is the canonical wording; `synonyms` are other wordings a correct note may use.
 * A medication carries dose/route/frequency as separate fields so that each can be wrong on its own.
 */
export const FactSchema = v.strictObject({
  category: v.picklist(FACT_CATEGORIES),
  name: nonEmpty(300),
  synonyms: v.optional(v.pipe(v.array(nonEmpty(300)), v.maxLength(40, 'has too many synonyms'))),
  value: v.optional(nonEmpty(200)),
  unit: v.optional(nonEmpty(40)),
  dose: v.optional(nonEmpty(100)),
  route: v.optional(nonEmpty(60)),
  frequency: v.optional(nonEmpty(120)),
  side: v.optional(v.picklist(['left', 'right', 'bilateral'])),
  status: v.picklist(FACT_STATUSES),
  span: v.optional(SpanSchema),
});

const metaValue = v.union(
  [text(10_000), v.pipe(v.number(), v.finite('must be a finite number')), v.boolean()],
  'must be text, a number, true or false',
);

export const SampleSchema = v.strictObject({
  id,
  /** Samples of one patient or visit share a cluster, so that intervals do not treat them as independent. */
  cluster: v.optional(id),
  input: SampleInputSchema,
  documents: v.optional(v.array(DocumentSchema)),
  /** Reference texts. A note may have several; none is allowed everywhere. */
  target: v.optional(v.array(text())),
  choices: v.optional(
    v.pipe(
      v.array(ChoiceSchema),
      v.minLength(2, 'needs at least two choices'),
      v.maxLength(PACK_LIMITS.choices, 'has too many choices'),
    ),
  ),
  /** The id of the right choice, or the expected short answer. */
  answer: v.optional(nonEmpty(10_000)),
  facts: v.optional(v.pipe(v.array(FactSchema), v.maxLength(PACK_LIMITS.facts, 'has too many facts'))),
  meta: v.optional(
    v.pipe(
      v.unknown(),
      // To valibot an empty list is an empty record; to a reader in another language it is not.
      v.check((value) => !Array.isArray(value), 'must be an object'),
      v.record(nonEmpty(100), metaValue),
    ),
  ),
});

export const PROVENANCE_KINDS = ['hand-written', 'generated', 'imported'] as const;

export const ProvenanceSchema = v.strictObject({
  kind: v.picklist(PROVENANCE_KINDS),
  /** Shown beside every score of the pack. */
  statement: nonEmpty(2_000),
  /** How the content was checked, in words, e.g. "author-checked against the cited source". */
  review: v.optional(nonEmpty(500)),
  /** For generated packs: generator name and version, split and seed. */
  generator: v.optional(nonEmpty(500)),
  source: v.optional(nonEmpty(2_000)),
  /** Set in a twin: the same samples asked in another way, so that a run of it pairs with a run of its parent. */
  transformOf: v.optional(
    v.strictObject({
      /** The parent's seal. */
      seal: sealText,
      /** Id and version. */
      transform: nonEmpty(200),
      seed: count,
    }),
  ),
});

const headerEntries = {
  schemaVersion: v.literal(PACK_SCHEMA_VERSION, `must be ${PACK_SCHEMA_VERSION}`),
  id: slug,
  version: v.pipe(nonEmpty(40), v.regex(/^\d+\.\d+\.\d+$/, 'must look like 1.0.0')),
  title: nonEmpty(200),
  description: v.optional(text(4_000)),
  language: v.pipe(
    nonEmpty(35),
    v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/, 'must be a language tag like "en"'),
  ),
  licence: nonEmpty(500),
  citation: text(4_000),
  provenance: ProvenanceSchema,
  promptId: slug,
  solver: slug,
  scorers: v.pipe(v.array(slug), v.minLength(1, 'needs at least one scorer')),
  sliceFields: v.array(nonEmpty(100)),
  documents: v.optional(DocumentPolicySchema),
  /** A unique string that makes training on this pack detectable. */
  canary: nonEmpty(300),
  /** True when the content is somebody's private data: never shipped, never exported in full without asking. */
  private: v.optional(v.boolean()),
  /** SHA-256 (hex) over the canonical header and samples; see seal.ts. */
  seal: v.optional(sealText),
} as const;

export const PackHeaderSchema = v.strictObject(headerEntries);

export const PackSchema = v.strictObject({
  ...headerEntries,
  samples: v.pipe(
    v.array(SampleSchema),
    v.minLength(1, 'has no samples'),
    v.maxLength(PACK_LIMITS.samples, 'has too many samples'),
  ),
});

export type Message = v.InferOutput<typeof MessageSchema>;
export type Turn = v.InferOutput<typeof TurnSchema>;
export type SampleInput = v.InferOutput<typeof SampleInputSchema>;
export type Choice = v.InferOutput<typeof ChoiceSchema>;
export type Fact = v.InferOutput<typeof FactSchema>;
export type FactCategory = Fact['category'];
export type FactStatus = Fact['status'];
export type Sample = v.InferOutput<typeof SampleSchema>;
export type Provenance = v.InferOutput<typeof ProvenanceSchema>;
export type PackHeader = v.InferOutput<typeof PackHeaderSchema>;
export type Pack = v.InferOutput<typeof PackSchema>;
