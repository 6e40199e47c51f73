/** What the audits of a note found, from both kinds of evidence, as one list: facts of the pack, and the transcript itself. */
import type { Evidence, FactOutcome, Severity, SourceRange, TextRange } from '../contracts.ts';
import type { Sample } from '../packs/pack.ts';

export interface AuditFinding {
  /** Names the same finding for as long as the scorer finds it in the same place. */
  readonly id: string;
  readonly outcome: FactOutcome | 'invented';
  readonly category: string;
  /** Index into the sample's facts; null for what was found without one. */
  readonly fact: number | null;
  /** The words of the note or the transcript; empty where the fact itself says it. */
  readonly text: string;
  readonly severity: Severity | null;
  /** For contradicted facts: what differs, e.g. "dose". */
  readonly attribute: string | null;
  readonly note: TextRange | null;
  readonly source: SourceRange | null;
  /** The words of the transcript that say otherwise, or the nearest ones. */
  readonly sourceText: string | null;
}

type FactsEvidence = Extract<Evidence, { kind: 'facts' }>;
type TranscriptEvidence = Extract<Evidence, { kind: 'audit' }>;

/** Null where neither audit has looked at the note. */
export function auditFindings(
  sample: Sample | null,
  evidence: Readonly<Record<string, Evidence>>,
): readonly AuditFinding[] | null {
  const all = Object.values(evidence);
  const facts = all.find((item) => item.kind === 'facts');
  const audit = all.find((item) => item.kind === 'audit');
  if (facts === undefined && audit === undefined) return null;
  const fromFacts = facts === undefined ? [] : factFindings(sample, facts);
  const fromTranscript = audit === undefined ? [] : transcriptFindings(audit);
  // Both look at the same note: where they point at the same words, the facts of the pack know more about them.
  return [
    ...fromFacts,
    ...fromTranscript.filter((finding) => !fromFacts.some((fact) => same(fact, finding))),
  ];
}

function same(fact: AuditFinding, found: AuditFinding): boolean {
  if (found.note !== null && fact.note !== null && fact.outcome !== 'kept')
    return overlap(fact.note, found.note);
  return (
    found.outcome === 'missed' &&
    fact.outcome === 'missed' &&
    fact.source !== null &&
    found.source !== null &&
    fact.source.line === found.source.line &&
    overlap(fact.source, found.source)
  );
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

function factFindings(sample: Sample | null, evidence: FactsEvidence): readonly AuditFinding[] {
  const verdicts = evidence.facts.map((verdict): AuditFinding => {
    const fact = sample?.facts?.[verdict.fact];
    return {
      id: `fact-${verdict.fact}`,
      outcome: verdict.outcome,
      category: fact?.category ?? 'fact',
      fact: verdict.fact,
      text: fact?.name ?? `fact ${verdict.fact + 1}`,
      severity: verdict.severity ?? null,
      attribute: verdict.attribute ?? null,
      note: verdict.note ?? null,
      source: verdict.source ?? fact?.span ?? null,
      sourceText: null,
    };
  });
  const invented = evidence.invented.map(({ category, text, note, severity }): AuditFinding => ({
    ...NOTHING,
    id: `invented-${note.start}-${note.end}-${category}`,
    outcome: 'invented',
    category,
    text,
    severity: severity ?? null,
    note,
  }));
  return [...verdicts, ...invented];
}

function transcriptFindings(evidence: TranscriptEvidence): readonly AuditFinding[] {
  return [
    ...evidence.unsupported.map(
      ({ category, kind, severity, text, note, source, sourceText }): AuditFinding => ({
        ...NOTHING,
        id: `audit-${kind}-${category}-${note.start}-${note.end}`,
        outcome: kind,
        category,
        text,
        severity,
        note,
        source: source ?? null,
        sourceText: sourceText ?? null,
      }),
    ),
    ...evidence.missed.map(({ category, severity, text, source }): AuditFinding => ({
      ...NOTHING,
      id: `audit-missed-${category}-${source.document ?? ''}${source.line ?? 0}-${source.start}-${source.end}`,
      outcome: 'missed',
      category,
      text,
      severity,
      source,
    })),
  ];
}

const NOTHING = {
  fact: null,
  severity: null,
  attribute: null,
  note: null,
  source: null,
  sourceText: null,
} as const;
