/** What explains the scores of one sample: verdicts, marks and where in the note and in the visit they stand. */

/** Plain JSON shown beside a sample to explain its scores; each scorer documents its own form. */
export type Evidence =
  | {
      readonly kind: 'facts';
      readonly facts: readonly FactVerdict[];
      readonly invented: readonly InventedFact[];
    }
  | {
      readonly kind: 'audit';
      /** Statements of the note that the transcript does not hold, worst first. */
      readonly unsupported: readonly UnsupportedItem[];
      /** Salient statements of the transcript that the note lacks, worst first. */
      readonly missed: readonly MissedItem[];
      /** Statements of the note found in the transcript, in the note's order: what a sentence rests on. */
      readonly supported: readonly SupportedItem[];
      /** What could be checked, per category; a category without a checkable statement is left out. */
      readonly checked: readonly AuditCount[];
    }
  | { readonly kind: 'sections'; readonly present: readonly string[]; readonly missing: readonly string[] }
  | {
      readonly kind: 'form';
      /** What was noticed in the note, in its order. */
      readonly marks: readonly FormMark[];
    }
  | {
      readonly kind: 'concepts';
      /** Terms of the vocabulary as the texts have them. */
      readonly matched: readonly string[];
      /** In the reference, not in the note. */
      readonly missed: readonly string[];
      /** In the note, not in the reference. */
      readonly added: readonly string[];
    }
  | {
      readonly kind: 'medec';
      readonly wanted: ErrorReport;
      /** Null when the reply holds no report that can be read. */
      readonly given: ErrorReport | null;
    }
  | {
      readonly kind: 'choice';
      readonly picked: string | null;
      readonly correct: string;
      readonly method: 'log-likelihood' | 'generated';
      readonly strict?: string | null;
      /** Of ranked choices: softmax over their summed log-likelihoods, in the order of the choices. */
      readonly probabilities?: readonly ChoiceProbability[];
      /** How sure the model said it is, from 0 to 1; null when nothing could be read. Absent: not asked. */
      readonly stated?: number | null;
    };

export interface ChoiceProbability {
  readonly id: string;
  readonly probability: number;
}

/** An error reported in a note: flag 0 or 1, the sentence it stands in (-1: none), its correction (NA: none). */
export interface ErrorReport {
  readonly flag: string;
  readonly sentenceId: string;
  readonly correction: string;
}

export interface FormMark {
  readonly what: 'loop' | 'copied' | 'leaked-prompt' | 'empty-section' | 'other-script';
  readonly note: TextRange;
  /** For copied: where the words were said. */
  readonly source?: SourceRange;
}

export type FactOutcome = 'kept' | 'missed' | 'contradicted';

/** What hurts if believed or left out is major; the rest is minor. */
export type Severity = 'major' | 'minor';

/** A half-open range of UTF-16 offsets in the output text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A range in what was said: offsets in the text of the turn (or message) `line`, else of the document. */
export interface SourceRange extends TextRange {
  /** 1-based line of the turn or number of the message; null in a document. */
  readonly line: number | null;
  /** Id of the document. */
  readonly document?: string;
}

export interface FactVerdict {
  /** Index into sample.facts. */
  readonly fact: number;
  readonly outcome: FactOutcome;
  /** Where the note says it (kept) or says otherwise (contradicted). */
  readonly note?: TextRange;
  /** For contradicted: which attribute differs, e.g. "dose". */
  readonly attribute?: string;
  /** For missed and contradicted. */
  readonly severity?: Severity;
  /** Where the fact was said. */
  readonly source?: SourceRange;
}

export interface InventedFact {
  readonly category: string;
  readonly text: string;
  readonly note: TextRange;
  readonly severity?: Severity;
}

/** Kinds of statement the audit can check without facts or a reference; the first ones can hurt most. */
export const AUDIT_CATEGORIES = [
  'medication',
  'dose',
  'allergy',
  'laterality',
  'negation',
  'number',
  'diagnosis',
  'finding',
  'plan',
] as const;
export type AuditCategory = (typeof AUDIT_CATEGORIES)[number];

export interface UnsupportedItem {
  readonly category: AuditCategory;
  /** contradicted: the transcript says otherwise; invented: it says nothing of it. */
  readonly kind: 'invented' | 'contradicted';
  readonly severity: Severity;
  /** The words of the note. */
  readonly text: string;
  readonly note: TextRange;
  /** The words of the transcript that say otherwise, or the nearest ones. */
  readonly source?: SourceRange;
  readonly sourceText?: string;
}

export interface MissedItem {
  readonly category: AuditCategory;
  readonly severity: Severity;
  /** The words of the transcript. */
  readonly text: string;
  readonly source: SourceRange;
}

export interface SupportedItem {
  readonly category: AuditCategory;
  readonly note: TextRange;
  readonly source: SourceRange;
}

export interface AuditCount {
  readonly category: AuditCategory;
  /** Checkable statements of the note, and how many of them the transcript does not hold. */
  readonly stated: number;
  readonly unsupported: number;
  /** Salient statements of the transcript, and how many of them the note lacks. */
  readonly said: number;
  readonly missed: number;
}
