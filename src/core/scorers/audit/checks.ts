/** What every check hands over: statements found, each supported, invented, contradicted or left out. */
import type {
  AuditCategory,
  MissedItem,
  Severity,
  SourceRange,
  SupportedItem,
  TextRange,
  UnsupportedItem,
} from '../../contracts.ts';
import type { Mention } from '../../extract/match-name.ts';
import type { ClinicalText } from '../../extract/clinical-text.ts';
import type { AuditContext } from './audit-context.ts';

/** A note with more statements of one kind says no more for it. */
const MAX_ITEMS = 400;

export interface Findings {
  readonly unsupported: UnsupportedItem[];
  readonly supported: SupportedItem[];
  readonly missed: MissedItem[];
  /** Category -> statements counted, also those without a place to show. */
  readonly stated: Map<AuditCategory, number>;
  readonly said: Map<AuditCategory, number>;
}

export function emptyFindings(): Findings {
  return { unsupported: [], supported: [], missed: [], stated: new Map(), said: new Map() };
}

function count(counts: Map<AuditCategory, number>, category: AuditCategory): void {
  counts.set(category, (counts.get(category) ?? 0) + 1);
}

export function rangeOf(text: ClinicalText, { first, last }: Mention): TextRange {
  return { start: text.tokens[first]?.start ?? 0, end: text.tokens[last - 1]?.end ?? 0 };
}

/** Index of the sentence an offset lies in. */
export function sentenceAt(text: ClinicalText, offset: number): number {
  let [low, high] = [0, text.sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((text.sentences[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function overlapsAny(range: TextRange, others: readonly TextRange[]): boolean {
  return others.some((other) => range.start < other.end && other.start < range.end);
}

export function addSupported(
  context: AuditContext,
  findings: Findings,
  category: AuditCategory,
  note: TextRange,
  visitRange: TextRange | undefined,
): void {
  count(findings.stated, category);
  const source = visitRange === undefined ? undefined : context.visit.sourceOf(visitRange);
  if (source !== undefined && findings.supported.length < 4 * MAX_ITEMS)
    findings.supported.push({ category, note, source });
}

export interface Unsupported {
  readonly category: AuditCategory;
  readonly severity: Severity;
  readonly note: TextRange;
  /** Where the visit says otherwise: set for contradictions. */
  readonly against?: TextRange;
}

export function addUnsupported(context: AuditContext, findings: Findings, item: Unsupported): void {
  const { category, severity, note, against } = item;
  if (findings.unsupported.length >= MAX_ITEMS) return;
  if (
    findings.unsupported.some(
      (other) => other.category === category && note.start < other.note.end && other.note.start < note.end,
    )
  )
    return;
  count(findings.stated, category);
  const place = against ?? context.nearest(context.note, sentenceAt(context.note, note.start));
  const source: SourceRange | undefined = place === undefined ? undefined : context.visit.sourceOf(place);
  findings.unsupported.push({
    category,
    kind: against === undefined ? 'invented' : 'contradicted',
    severity,
    text: context.note.text.slice(note.start, note.end),
    note,
    ...(source === undefined || place === undefined
      ? {}
      : { source, sourceText: context.visit.wordsOf(place).trim() }),
  });
}

export function addSaid(
  context: AuditContext,
  findings: Findings,
  category: AuditCategory,
  place: TextRange,
  missed: Severity | null,
): void {
  count(findings.said, category);
  if (missed === null || findings.missed.length >= MAX_ITEMS) return;
  const source = context.visit.sourceOf(place);
  if (source === undefined) return;
  const text = context.visit.wordsOf(place).trim();
  findings.missed.push({ category, severity: missed, text, source });
}
