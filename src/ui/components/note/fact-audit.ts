/** From a sample's facts and their verdicts to what the note view lists and marks. Pure. */
import type { Evidence, FactOutcome } from '../../../core/contracts.ts';
import type { FactCategory, Sample } from '../../../core/packs/pack.ts';
import { factLabel } from '../fact-label.ts';
import type { MarkedRange } from '../segment-text.ts';
import { CATEGORY_WORDS } from '../../i18n/words.ts';

export type Outcome = FactOutcome | 'invented';

export interface AuditItem {
  readonly id: string;
  readonly outcome: Outcome;
  readonly category: string;
  readonly label: string;
  /** For contradicted: what differs, e.g. "dose". */
  readonly attribute: string | null;
  readonly line: number | null;
  readonly inNote: boolean;
}

export interface FactAudit {
  readonly items: readonly AuditItem[];
  readonly noteRanges: readonly MarkedRange[];
  readonly lineRanges: ReadonlyMap<number, readonly MarkedRange[]>;
  readonly outcomeOf: ReadonlyMap<string, Outcome>;
}

type FactsEvidence = Extract<Evidence, { kind: 'facts' }>;

export function factsEvidence(evidence: Readonly<Record<string, Evidence>>): FactsEvidence | null {
  return Object.values(evidence).find((item) => item.kind === 'facts') ?? null;
}

/** What can hurt comes first: medicines and allergies before the rest. */
const FIRST: readonly string[] = ['medication', 'allergy', 'diagnosis', 'test', 'vital', 'plan'];

function weight(category: string): number {
  const at = FIRST.indexOf(category);
  return at === -1 ? FIRST.length : at;
}

export function categoryWords(category: string): string {
  return category in CATEGORY_WORDS ? CATEGORY_WORDS[category as FactCategory] : category;
}

export function auditOf(sample: Sample | null, evidence: FactsEvidence): FactAudit {
  const items: AuditItem[] = [];
  const noteRanges: MarkedRange[] = [];
  const lineRanges = new Map<number, MarkedRange[]>();
  evidence.facts.forEach((verdict) => {
    const fact = sample?.facts?.[verdict.fact];
    const id = `fact-${verdict.fact}`;
    if (verdict.note !== undefined) noteRanges.push({ id, ...verdict.note });
    if (fact?.span !== undefined) {
      const { line, start, end } = fact.span;
      lineRanges.set(line, [...(lineRanges.get(line) ?? []), { id, start, end }]);
    }
    items.push({
      id,
      outcome: verdict.outcome,
      category: fact?.category ?? 'fact',
      label: fact === undefined ? `fact ${verdict.fact + 1}` : factLabel(fact),
      attribute: verdict.attribute ?? null,
      line: fact?.span?.line ?? null,
      inNote: verdict.note !== undefined,
    });
  });
  evidence.invented.forEach((invented, at) => {
    const id = `invented-${at}`;
    noteRanges.push({ id, ...invented.note });
    const { category, text } = invented;
    items.push({ id, outcome: 'invented', category, label: text, attribute: null, line: null, inNote: true });
  });
  const sorted = items
    .map((item, at) => ({ item, at }))
    .sort((a, b) => weight(a.item.category) - weight(b.item.category) || a.at - b.at)
    .map(({ item }) => item);
  return {
    items: sorted,
    noteRanges,
    lineRanges,
    outcomeOf: new Map(items.map((item) => [item.id, item.outcome])),
  };
}
