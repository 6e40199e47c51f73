/** From the audits of a note and a person's marks on them to what the note view lists and marks. Pure. */
import {
  AUDIT_CATEGORIES,
  type AuditCategory,
  type AuditCount,
  type Evidence,
  type Severity,
} from '../../../core/contracts.ts';
import type { FactCategory, Sample } from '../../../core/packs/pack.ts';
import { auditFindings, type AuditFinding } from '../../../core/review/audit-flags.ts';
import { FLAG_OUTCOMES, type FlagOutcome } from '../../../core/review/audit-override.ts';
import type { KeptOverride } from '../../../core/review/run-reviews.ts';
import { factLabel } from '../fact-label.ts';
import type { MarkedRange } from '../segment-text.ts';
import { CATEGORY_WORDS } from '../../i18n/words.ts';

export type Outcome = AuditFinding['outcome'];

export interface AuditItem {
  readonly id: string;
  readonly outcome: Outcome;
  readonly category: string;
  readonly label: string;
  /** For contradicted: what differs, e.g. "dose". */
  readonly attribute: string | null;
  readonly severity: Severity | null;
  readonly line: number | null;
  /** The words of the transcript that say otherwise. */
  readonly said: string | null;
  readonly inNote: boolean;
  /** Marks of people that it is no error. */
  readonly cleared: readonly KeptOverride[];
  /** Set when no audit found it but a person. */
  readonly added: KeptOverride | null;
}

interface OutcomeCount {
  readonly audit: number;
  readonly afterReview: number;
}

export interface NoteAudit {
  /** Worst first within each outcome. */
  readonly items: readonly AuditItem[];
  readonly counts: Readonly<Record<Outcome, OutcomeCount>>;
  /** False when only a person has looked. */
  readonly audited: boolean;
  /** What the transcript audit could check; null where only the pack's facts were looked at. */
  readonly checked: readonly AuditCount[] | null;
  /** Statements of the note that the audit of the transcript found there; null where it did not look. */
  readonly supported: number | null;
  readonly reviewed: boolean;
  readonly noteRanges: readonly MarkedRange[];
  readonly lineRanges: ReadonlyMap<number, readonly MarkedRange[]>;
  readonly outcomeOf: ReadonlyMap<string, Outcome>;
}

/** What can hurt comes first: medicines, doses, allergies and sides before the rest. */
const FIRST: readonly string[] = [
  'medication',
  'dose',
  'allergy',
  'laterality',
  'diagnosis',
  'test',
  'vital',
  'negation',
  'number',
  'plan',
];

export const AUDIT_CATEGORY_WORDS: Readonly<Record<AuditCategory | 'other', string>> = {
  medication: 'Medication',
  dose: 'Dose',
  allergy: 'Allergy',
  laterality: 'Side',
  negation: 'Denied or present',
  number: 'Number',
  diagnosis: 'Diagnosis',
  finding: 'Finding',
  plan: 'Plan',
  other: 'Something else',
};

/** Null where nothing audited the note and nobody marked anything. */
export function auditOf(
  sample: Sample | null,
  evidence: Readonly<Record<string, Evidence>>,
  overrides: readonly KeptOverride[] = [],
): NoteAudit | null {
  const findings = auditFindings(sample, evidence);
  if (findings === null && overrides.length === 0) return null;
  const noteRanges: MarkedRange[] = [];
  const lineRanges = new Map<number, MarkedRange[]>();
  const atLine = (id: string, { line, start, end }: { line: number | null; start: number; end: number }) => {
    if (line !== null) lineRanges.set(line, [...(lineRanges.get(line) ?? []), { id, start, end }]);
  };
  const found = (findings ?? []).map((finding): AuditItem => {
    const { id, note, source } = finding;
    if (note !== null) noteRanges.push({ id, start: note.start, end: note.end });
    if (source !== null && source.document === undefined) atLine(id, source);
    return {
      id,
      outcome: finding.outcome,
      category: finding.category,
      label: labelOf(finding, sample),
      attribute: finding.attribute,
      severity: finding.severity,
      line: source?.line ?? null,
      said: finding.sourceText,
      inNote: note !== null,
      cleared: overrides.filter(
        ({ override }) => override.verdict === 'not-an-error' && override.flag === finding.id,
      ),
      added: null,
    };
  });
  const added = overrides.flatMap((kept): AuditItem[] => {
    const { override, id } = kept;
    if (override.verdict !== 'missed-by-audit') return [];
    const { place, outcome, category, text } = override;
    if (place.in === 'note') noteRanges.push({ id, start: place.start, end: place.end });
    else atLine(id, place);
    return [
      {
        id,
        outcome,
        category,
        label: text,
        attribute: null,
        severity: null,
        line: place.in === 'note' ? null : place.line,
        said: null,
        inNote: place.in === 'note',
        cleared: [],
        added: kept,
      },
    ];
  });
  const items = inWeight([...found, ...added]);
  return {
    items,
    counts: countsOf(items),
    audited: findings !== null,
    checked: Object.values(evidence).find((one) => one.kind === 'audit')?.checked ?? null,
    supported: Object.values(evidence).find((item) => item.kind === 'audit')?.supported.length ?? null,
    reviewed: overrides.length > 0,
    noteRanges,
    lineRanges,
    outcomeOf: new Map(items.map((item) => [item.id, item.cleared.length > 0 ? 'kept' : item.outcome])),
  };
}

function labelOf(finding: AuditFinding, sample: Sample | null): string {
  const fact = finding.fact === null ? undefined : sample?.facts?.[finding.fact];
  return fact === undefined ? finding.text : factLabel(fact);
}

function inWeight(items: readonly AuditItem[]): readonly AuditItem[] {
  const weight = ({ category, severity }: AuditItem): number => {
    const at = FIRST.indexOf(category);
    return (severity === 'minor' ? 100 : 0) + (at === -1 ? FIRST.length : at);
  };
  return items
    .map((item, at) => ({ item, at }))
    .sort((a, b) => weight(a.item) - weight(b.item) || a.at - b.at)
    .map(({ item }) => item);
}

function countsOf(items: readonly AuditItem[]): NoteAudit['counts'] {
  const of = (outcome: Outcome): OutcomeCount => {
    const all = items.filter((item) => item.outcome === outcome);
    return {
      audit: all.filter(({ added }) => added === null).length,
      afterReview: all.filter(({ cleared }) => cleared.length === 0).length,
    };
  };
  return {
    invented: of('invented'),
    contradicted: of('contradicted'),
    missed: of('missed'),
    kept: of('kept'),
  };
}

export function isFlag(outcome: Outcome): outcome is FlagOutcome {
  return FLAG_OUTCOMES.some((one) => one === outcome);
}

export function categoryWords(category: string): string {
  if (category in CATEGORY_WORDS) return CATEGORY_WORDS[category as FactCategory];
  const audit = [...AUDIT_CATEGORIES, 'other' as const].find((one) => one === category);
  return audit === undefined ? category : AUDIT_CATEGORY_WORDS[audit];
}
