/** Everything the verdicts read, prepared once for one note. */
import type { FactOutcome, TextRange } from '../../contracts.ts';
import type { Fact, Sample } from '../../packs/pack.ts';
import { readClinicalText, type ClinicalText, type Sentence } from '../../extract/clinical-text.ts';
import { GENERIC_BY_NAME } from '../../extract/drug-names.ts';
import { findDrugs, type DrugMention, type ExtraName } from '../../extract/drug-mentions.ts';
import type { Mention } from '../../extract/match-name.ts';
import { vitalsIn, type VitalMention } from '../../extract/vital-signs.ts';
import { visitParts, type VisitParts } from '../audit/visit-text.ts';

export interface FactContext {
  readonly facts: readonly Fact[];
  readonly note: ClinicalText;
  readonly drugs: readonly DrugMention[];
  readonly vitals: readonly VitalMention[];
  /** What was said or shown in the visit. */
  readonly visit: ClinicalText;
  readonly visitDrugs: readonly DrugMention[];
  /** The way back from a place of the visit to its turn. */
  readonly visitParts: VisitParts;
}

export interface Verdict {
  readonly outcome: FactOutcome;
  readonly range?: TextRange;
  /** What differs or is not said. */
  readonly attribute?: string;
}

export const MISSED: Verdict = { outcome: 'missed' };

/** One key for all names of a medicine. */
export function drugKey(name: string): string {
  return GENERIC_BY_NAME.get(name.toLowerCase()) ?? name.toLowerCase();
}

function extraNames(facts: readonly Fact[]): ExtraName[] {
  return facts
    .filter(({ category }) => category === 'medication')
    .flatMap((fact) =>
      [fact.name, ...(fact.synonyms ?? [])].map((name) => ({ name, key: drugKey(fact.name) })),
    );
}

export function factContext(sample: Sample, noteText: string): FactContext {
  const facts = sample.facts ?? [];
  const extra = extraNames(facts);
  const note = readClinicalText(noteText);
  const parts = visitParts(sample);
  const visit = readClinicalText(parts.text);
  return {
    facts,
    note,
    drugs: findDrugs(note, extra),
    vitals: vitalsIn(noteText),
    visit,
    visitDrugs: findDrugs(visit, extra),
    visitParts: parts,
  };
}

export function rangeOf(text: ClinicalText, mention: Mention): TextRange {
  return { start: text.tokens[mention.first]?.start ?? 0, end: text.tokens[mention.last - 1]?.end ?? 0 };
}

export function sentenceOf(text: ClinicalText, mention: Mention): Sentence | undefined {
  return text.sentences[text.tokens[mention.first]?.sentence ?? -1];
}

export function sentenceText(text: ClinicalText, sentence: Sentence | undefined): string {
  return sentence === undefined ? '' : text.text.slice(sentence.start, sentence.end);
}

export function inPlan(sentence: Sentence | undefined): boolean {
  return sentence?.division === 'plan' || sentence?.division === 'assessment-and-plan';
}

/** The sentence is about allergies by its label or its words. */
export function aboutAllergies(text: ClinicalText, sentence: Sentence | undefined): boolean {
  return (
    sentence?.label === 'allergies' ||
    /allerg|anaphyla|\bnkda\b|\bnka\b|intoleran|adverse reaction/iu.test(sentenceText(text, sentence))
  );
}
