/**
 * Looks for what may name a person in text that is about to leave the device. A help for the one who decides, never
 * a proof: what it does not find may still identify somebody.
 */
import type { ExportView, RowText } from './export-view.ts';
import { GIVEN_NAMES } from './identifier-names.ts';

export const IDENTIFIER_KINDS = ['name', 'date', 'phone', 'e-mail', 'record number', 'address'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

export interface IdentifierMatch {
  readonly kind: IdentifierKind;
  readonly text: string;
}

export interface IdentifierReport {
  /** Different findings, counted once per sample. */
  readonly total: number;
  readonly kinds: readonly {
    readonly kind: IdentifierKind;
    readonly found: number;
    /** Samples with at least one, by id; not what was found: a message may be logged. */
    readonly samples: readonly string[];
  }[];
}

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';

/** Every quantifier is bounded: texts are long and may be hostile. */
const PATTERNS: readonly (readonly [IdentifierKind, RegExp])[] = [
  ['e-mail', /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu],
  ['date', /\b(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])\b/gu],
  [
    'date',
    /\b(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:(?:19|20)\d{2}|\d{2})\b(?! ?(?:mg|mcg|g|ml|units?)\b)/gu,
  ],
  ['date', new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? (?:19|20)\\d{2})?\\b`, 'gu')],
  ['date', new RegExp(`\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\\d{2})?\\b`, 'gu')],
  [
    'phone',
    /(?<![\w.])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?|\d{2,5}[ .-])\d{3,4}[ .-]\d{3,4}(?![\w]|[.-]\d)/gu,
  ],
  ['phone', /(?<!\w)\+\d{8,15}(?!\w)/gu],
  [
    'record number',
    /\b(?:MRN|NHS|SSN|patient id|record|chart|account|insurance|policy|hospital)(?: (?:no|number|id))?[.:# ]{1,3}[A-Z]{0,3}[- ]?\d[\d-]{3,14}\b/giu,
  ],
  ['record number', /\b\d{3}-\d{2}-\d{4}\b/gu],
  ['record number', /(?<![\w.,+])\d{7,12}(?![\w%]|[.,]\d)/gu],
  [
    'address',
    /\b\d{1,5}[A-Za-z]? (?:\p{Lu}[\p{L}'-]{1,30} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Court|Ct|Boulevard|Blvd|Way|Place|Close|Terrace|Crescent)\b/gu,
  ],
  ['address', /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/gu],
  ['address', /\b\p{Lu}\p{Ll}{1,30}, [A-Z]{2} \d{5}(?:-\d{4})?\b/gu],
  ['name', /\b(?:Mr|Mrs|Ms|Miss|Dr|Doctor|Nurse|Prof)\.? \p{Lu}[\p{L}'’-]{1,30}/gu],
];

/** Different findings of one text, in no particular order. */
export function identifiersIn(text: string): readonly IdentifierMatch[] {
  const found = new Map<string, IdentifierMatch>();
  const add = (kind: IdentifierKind, match: string): void =>
    void found.set(`${kind} ${match.toLowerCase()}`, { kind, text: match });
  for (const [kind, pattern] of PATTERNS) for (const [match] of text.matchAll(pattern)) add(kind, match);
  for (const [word] of text.matchAll(/\b\p{Lu}\p{Ll}{1,20}\b/gu))
    if (GIVEN_NAMES.has(word)) add('name', word);
  return [...found.values()];
}

/** Everything of every sample that a full export would write. */
export function scanIdentifiers(view: Pick<ExportView, 'rows'>): IdentifierReport {
  const bySample = new Map<string, Map<string, IdentifierMatch>>();
  for (const { id, cluster, text } of view.rows) {
    if (text === null) continue;
    const found = bySample.get(id) ?? new Map<string, IdentifierMatch>();
    bySample.set(id, found);
    for (const part of [id, cluster, ...textsOf(text)])
      for (const match of identifiersIn(part)) found.set(`${match.kind} ${match.text.toLowerCase()}`, match);
  }
  const kinds = IDENTIFIER_KINDS.map((kind) => {
    const counts = [...bySample].map(
      ([id, found]) => [id, [...found.values()].filter((match) => match.kind === kind).length] as const,
    );
    return {
      kind,
      found: counts.reduce((sum, [, count]) => sum + count, 0),
      samples: counts.filter(([, count]) => count > 0).map(([id]) => id),
    };
  }).filter(({ found }) => found > 0);
  return { total: kinds.reduce((sum, { found }) => sum + found, 0), kinds };
}

function textsOf(text: RowText): string[] {
  return [
    ...text.messages.map(({ content }) => content),
    text.prompt ?? '',
    text.output ?? '',
    ...text.targets,
    ...text.choices.map((choice) => choice.text),
    text.answer ?? '',
    ...Object.values(text.meta).map(String),
    text.error ?? '',
  ];
}
