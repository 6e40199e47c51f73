/** Everything the checks read, prepared once for one note and its visit. */
import type { Sample } from '../../packs/pack.ts';
import { readClinicalText, type ClinicalText } from '../../extract/clinical-text.ts';
import { findDrugs, type DrugMention } from '../../extract/drug-mentions.ts';
import { polarityOf, type Polarity } from '../../extract/polarity.ts';
import { quantitiesIn, type Quantity } from '../../extract/quantities.ts';
import type { Division } from '../../extract/sections.ts';
import { spokenQuantitiesIn } from '../../extract/spoken-quantities.ts';
import { spokenVital, vitalsIn, type VitalMention } from '../../extract/vital-signs.ts';
import type { TermGroup } from './clinical-terms.ts';
import { nearestIn, type Nearest } from './nearest-sentence.ts';
import { termMentions, type TermMention } from './term-mentions.ts';
import { readableSpeech, visitText, type VisitText } from './visit-text.ts';
import { wordIndex, type WordIndex } from './word-index.ts';

export interface AuditContext {
  readonly note: ClinicalText;
  readonly noteDrugs: readonly DrugMention[];
  readonly noteTerms: readonly TermMention[];
  readonly noteQuantities: readonly Quantity[];
  readonly noteVitals: readonly VitalMention[];
  readonly noteWords: WordIndex;
  /** Group -> in which senses the note speaks of it. */
  readonly noteSenses: ReadonlyMap<TermGroup, ReadonlySet<Polarity['sense']>>;
  readonly visit: VisitText;
  readonly visitDrugs: readonly DrugMention[];
  readonly visitTerms: readonly TermMention[];
  readonly visitQuantities: readonly Quantity[];
  readonly visitVitals: readonly VitalMention[];
  readonly visitWords: WordIndex;
  /** The sentence of the visit nearest to a sentence of the note. */
  readonly nearest: Nearest;
}

const LATER: ReadonlySet<Division | null> = new Set<Division>(['assessment', 'plan', 'assessment-and-plan']);

function sensesOf(
  note: ClinicalText,
  mentions: readonly TermMention[],
): ReadonlyMap<TermGroup, ReadonlySet<Polarity['sense']>> {
  const senses = new Map<TermGroup, Set<Polarity['sense']>>();
  for (const mention of mentions) {
    const { sense, aside } = polarityOf(note, mention);
    const division = note.sentences[note.tokens[mention.first]?.sentence ?? -1]?.division ?? null;
    // What is assessed and planned tells nothing of what was complained of.
    if (aside !== null || sense === 'unclear' || LATER.has(division)) continue;
    const known = senses.get(mention.group);
    if (known === undefined) senses.set(mention.group, new Set([sense]));
    else known.add(sense);
  }
  return senses;
}

/** Vital signs in digits and in words. */
function spokenVitals(text: string, quantities: readonly Quantity[]): VitalMention[] {
  const inWords = quantities.flatMap((quantity) =>
    /^\d/u.test(text.slice(quantity.start, quantity.end)) ? [] : (spokenVital(text, quantity) ?? []),
  );
  return [...vitalsIn(text), ...inWords].sort((a, b) => a.start - b.start);
}

export function auditContext(sample: Sample, noteText: string): AuditContext {
  const visit = visitText(sample);
  const note = readClinicalText(readableSpeech(noteText));
  const noteTerms = termMentions(note);
  const visitQuantities = spokenQuantitiesIn(visit.clinical.text);
  return {
    note,
    noteDrugs: findDrugs(note, []),
    noteTerms,
    noteSenses: sensesOf(note, noteTerms),
    noteQuantities: quantitiesIn(noteText),
    noteVitals: vitalsIn(noteText),
    noteWords: wordIndex(note),
    visit,
    visitDrugs: findDrugs(visit.clinical, []),
    visitTerms: termMentions(visit.clinical),
    visitQuantities,
    visitVitals: spokenVitals(visit.clinical.text, visitQuantities),
    visitWords: wordIndex(visit.clinical),
    nearest: nearestIn(visit.clinical),
  };
}
