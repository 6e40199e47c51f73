/** Labels against what the audit says of the same sentences. */
import type { Evidence } from '../../src/core/contracts.ts';
import { audit } from '../../src/core/scorers/audit/scorer.ts';
import { systemNotes } from './aci-notes.ts';
import type { LabelCategory, LabelledEncounter, Labels } from './labels.ts';

/** Which labels count as errors: those of at least one annotator, or only those of both. */
export type Gold = 'either' | 'both';

export interface SentenceTally {
  readonly encounter: string;
  readonly one: ReadonlySet<LabelCategory>;
  readonly two: ReadonlySet<LabelCategory>;
  /** Categories of the audit's items in this sentence. */
  readonly audit: ReadonlySet<LabelCategory>;
  readonly major: ReadonlySet<LabelCategory>;
}

export interface OmissionTally {
  readonly encounter: string;
  readonly kind: 'gold' | 'audit';
  readonly gold: Gold | 'none';
  readonly found: boolean;
  readonly severity: 'major' | 'minor';
}

type AuditEvidence = Extract<Evidence, { kind: 'audit' }>;

const TURNS_APART = 1;

function evidenceOf(sample: Parameters<typeof audit.score>[0], note: string): AuditEvidence {
  const { evidence } = audit.score(sample, { text: note });
  if (evidence?.kind !== 'audit') throw new Error(`${sample.id} has no audit`);
  return evidence;
}

function categories(errors: readonly { readonly category: LabelCategory }[]): Set<LabelCategory> {
  return new Set(errors.map(({ category }) => category));
}

export function tally(
  data: string,
  labels: Labels,
): { sentences: SentenceTally[]; omissions: OmissionTally[] } {
  const sentences: SentenceTally[] = [];
  const omissions: OmissionTally[] = [];
  for (const labelled of labels.encounters) {
    const { encounter } = labelled;
    for (const { system, sample, note, sentences: own } of systemNotes(data, [encounter])) {
      const evidence = evidenceOf(sample, note);
      const judged = labelled.sentences.filter((sentence) => sentence.system === system);
      for (const [at, { sha256, start, end }] of own.entries()) {
        const label = judged[at];
        if (label?.sha256 !== sha256)
          throw new Error(`${encounter} ${system} ${at + 1}: not the labelled text`);
        const items = evidence.unsupported.filter(
          (item) => item.note.start >= start && item.note.start < end,
        );
        sentences.push({
          encounter,
          one: categories(label.one),
          two: categories(label.two),
          audit: categories(items),
          major: categories([...label.one, ...label.two].filter(({ severity }) => severity === 'major')),
        });
      }
      if (system === 'B') omissions.push(...tallyOmissions(labelled, evidence));
    }
  }
  return { sentences, omissions };
}

/** An omission is found when the audit misses something of the same turn or the one beside it. */
function tallyOmissions({ encounter, omitted }: LabelledEncounter, evidence: AuditEvidence): OmissionTally[] {
  if (omitted === null) return [];
  const key = ({ turn, category }: { turn: number; category: string }): string => `${turn} ${category}`;
  const both = new Set(omitted.one.map(key).filter((one) => omitted.two.some((two) => key(two) === one)));
  const gold = [...new Map([...omitted.one, ...omitted.two].map((item) => [key(item), item])).values()];
  const near = (turn: number, line: number | null): boolean =>
    line !== null && Math.abs(line - turn) <= TURNS_APART;
  return [
    ...gold.map((item): OmissionTally => ({
      encounter,
      kind: 'gold',
      gold: both.has(key(item)) ? 'both' : 'either',
      found: evidence.missed.some(({ source }) => near(item.turn, source.line)),
      severity: item.severity,
    })),
    ...evidence.missed.map(({ source, severity }): OmissionTally => ({
      encounter,
      kind: 'audit',
      gold: 'none',
      found: gold.some(({ turn }) => near(turn, source.line)),
      severity,
    })),
  ];
}
