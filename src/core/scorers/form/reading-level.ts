/**
 * Flesch-Kincaid grade level: 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid, Fishburne, Rogers and
 * Chissom, Research Branch Report 8-75, 1975), of the part of a note that the patient takes home.
 */
import { tagSections } from '../../extract/sections.ts';

const HEADING =
  /^[ \t>]*(?:#{1,6}[ \t]*)?(?:[-*•][ \t]+)?[*_]{0,3}(?:(?:patient|discharge|home|home care|follow[- ]?up|after[- ]visit|aftercare|self[- ]care)[ \t]+)?(?:instructions?(?: (?:for|to) (?:the )?patient)?|patient education|after[- ]visit summary|return precautions|advice(?: (?:for|to) (?:the )?patient)?)[*_]{0,3}[ \t]*(?:[:：][*_]{0,3}|[*_#]{0,4}[ \t]*$)/imu;
/** Another heading: a short line in capitals, or one that ends with a colon. */
const NEXT_HEADING =
  /^[ \t]*(?:#{1,6}[ \t]+\S.{0,60}|[*_]{2}[^*_\n]{2,60}[*_]{2}:?|[A-Z][A-Z /&-]{2,60}:?)[ \t]*$/mu;

/** The text under the heading of the patient's instructions; null when there is none. */
export function patientInstructions(note: string): string | null {
  const heading = HEADING.exec(note);
  if (heading === null) return null;
  const start = heading.index + heading[0].length;
  const section = tagSections(note).find((each) => each.start > start);
  const body = note.slice(start, section?.start);
  const next = NEXT_HEADING.exec(body);
  return next === null ? body : body.slice(0, next.index);
}

/** Fewer words say nothing about reading level. */
const LEAST_WORDS = 20;

export function gradeLevel(text: string): number | null {
  const words = text.match(/\p{L}+(?:['’-]\p{L}+)*/gu) ?? [];
  if (words.length < LEAST_WORDS || !words.some((word) => /[a-z]/iu.test(word))) return null;
  return fleschKincaid(
    words.length,
    sentenceCount(text),
    words.reduce((sum, word) => sum + syllables(word), 0),
  );
}

export function fleschKincaid(words: number, sentences: number, syllableCount: number): number {
  return (0.39 * words) / sentences + (11.8 * syllableCount) / words - 15.59;
}

/** Sentences end at . ! ? before a space, and at line ends, as instructions are often lists. */
export function sentenceCount(text: string): number {
  const pieces = text.split(/[.!?]+(?=\s|$)|\n+/u).filter((piece) => /\p{L}/u.test(piece));
  return Math.max(1, pieces.length);
}

/** Endings whose e is not said: "bone", "eased", "bones"; but not "table", "doses", "treated". */
const SILENT_E = /(?:(?<![^aeiouy]l)e|(?<=[gq])ue|(?<![td])ed|(?<!sh|ch|[^aeiouy]l|[cgsxz]|diabet)es)$/u;
/** The same e before an ending of its own: "immediately", "careful". */
const SILENT_INNER_E = /(?<=[aeiouy][^aeiouy])e(?=(?:ly|less|ness|ful|ment)s?$)|(?<=^ev)e(?=ry)/u;
/** Two vowels that are said apart, and a final "sm". */
const APART =
  /(?<![cst])ia(?!g)(?<!lia(?=ns?$|rs?$))|(?<![cgstx]|ll|sh)io|iu|creat(?!u)|rrhea|flui|flue(?=n)|react|area|eo(?!n$|pl|rg|us)|(?<![gq])ua(?![bn]?k)|uou|(?<![a-z]t|c)ie(?=t|nt|nc)|scie|[eouy]ing|sm$/gu;

/** English syllables by rule: groups of vowels, less silent endings, plus vowels that stand together but are said apart. */
export function syllables(word: string): number {
  const parts = word.toLowerCase().split(/['’-]/u);
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + ofPart(part), 0),
  );
}

function ofPart(part: string): number {
  const word = part.replace(/[^a-z]/gu, '');
  if (word.length <= 2) return /[aeiouy]/u.test(word) ? 1 : 0;
  const spoken = word.replace(SILENT_E, '').replace(SILENT_INNER_E, '');
  const groups = spoken.match(/[aeiouy]+/gu)?.length ?? 0;
  return Math.max(1, groups + (spoken.match(APART)?.length ?? 0));
}
