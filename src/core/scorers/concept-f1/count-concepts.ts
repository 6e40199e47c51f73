import type { ConceptGroupId } from '../../lexicon/concept-groups.ts';
import type { FoundTerm } from '../../lexicon/term-matcher.ts';

export interface PrecisionRecall {
  readonly p: number;
  readonly r: number;
  readonly f: number;
}

/** The terms of one text, each once. */
type Terms = ReadonlyMap<string, FoundTerm>;

export function termsOf(found: readonly FoundTerm[]): Terms {
  return new Map(found.map((term) => [term.term, term]));
}

/**
 * The counting rule of ACI-Bench's concept measure (Yim et al. 2023, evaluation/UMLS_evaluation): a term of the
 * reference is found when one of its concepts is among those of the note; both precision and recall count these terms
 * of the reference, over the terms of the note and of the reference. Without a term on either side all are 0. Counted
 * so, precision can pass 1 when the reference words one concept in several ways; it is then taken as 1.
 */
export function countTerms(reference: Terms, note: Terms): PrecisionRecall {
  const inNote = conceptsOf(note);
  const hits = [...reference.values()].filter(({ concepts }) =>
    concepts.some(({ concept }) => inNote.has(concept)),
  ).length;
  if (hits === 0) return { p: 0, r: 0, f: 0 };
  return harmonic(Math.min(1, hits / note.size), hits / reference.size);
}

/** Shared concepts over those of either side, each counted once, of one group or of all; null when neither has any. */
export function countConcepts(reference: Terms, note: Terms, group?: ConceptGroupId): PrecisionRecall | null {
  const inReference = conceptsOf(reference, group);
  const inNote = conceptsOf(note, group);
  if (inReference.size === 0 && inNote.size === 0) return null;
  const shared = [...inReference].filter((concept) => inNote.has(concept)).length;
  if (shared === 0) return { p: 0, r: 0, f: 0 };
  return harmonic(shared / inNote.size, shared / inReference.size);
}

function harmonic(p: number, r: number): PrecisionRecall {
  return { p, r, f: (2 * p * r) / (p + r) };
}

function conceptsOf(terms: Terms, group?: ConceptGroupId): ReadonlySet<string> {
  return new Set(
    [...terms.values()].flatMap(({ concepts }) =>
      concepts.flatMap((each) => (group === undefined || each.group === group ? [each.concept] : [])),
    ),
  );
}

export interface ComparedTerms {
  readonly matched: readonly string[];
  readonly missed: readonly string[];
  readonly added: readonly string[];
}

/** Which terms make the score what it is, as words of the texts. */
export function compareTerms(reference: Terms, note: Terms): ComparedTerms {
  const inReference = conceptsOf(reference);
  const inNote = conceptsOf(note);
  const isIn = (known: ReadonlySet<string>) => (term: FoundTerm) =>
    term.concepts.some(({ concept }) => known.has(concept));
  const words = (terms: readonly FoundTerm[]): string[] => terms.map(({ term }) => term);
  const referenceTerms = [...reference.values()];
  return {
    matched: words(referenceTerms.filter(isIn(inNote))),
    missed: words(referenceTerms.filter((term) => !isIn(inNote)(term))),
    added: words([...note.values()].filter((term) => !isIn(inReference)(term))),
  };
}
