import type { ClinicalText } from './clinical-text.ts';
import type { Mention } from './match-name.ts';

export type Side = 'left' | 'right' | 'bilateral';

/** "Right after", "right away", "all right" and "left last week" are no sides. */
const LEFT =
  /\b(?:left(?:-sided)?|lt|lhs|(?<!\d ?)L)\b(?! (?:last|the|for|untreated|alone|work|over|him|her|me)\b)/u;
const RIGHT =
  /\b(?:right(?:-sided)?|rt|rhs|R)\b(?! (?:after|away|now|before|when|then)\b)(?<!\b(?:all|is that) right)/u;
const BOTH = /\b(?:bilateral(?:ly)?|both|each|either|b\/l)\b/u;

function lowerExceptSingles(text: string): string {
  return text.replace(/[\p{L}]{2,}/gu, (word) => word.toLowerCase());
}

export function sidesIn(text: string): ReadonlySet<Side> {
  const plain = lowerExceptSingles(text);
  const sides = new Set<Side>();
  if (LEFT.test(plain)) sides.add('left');
  if (RIGHT.test(plain)) sides.add('right');
  if (BOTH.test(plain) || sides.size === 2) sides.add('bilateral');
  return sides;
}

/** Sides said of a mention: in the same comma-bounded part of its sentence, else in the sentence. */
export function sidesOf(
  text: ClinicalText,
  mention: Mention,
): { readonly near: ReadonlySet<Side>; readonly sentence: ReadonlySet<Side> } {
  const first = text.tokens[mention.first];
  const last = text.tokens[mention.last - 1];
  const sentence = text.sentences[first?.sentence ?? -1];
  if (first === undefined || last === undefined || sentence === undefined)
    return { near: new Set(), sentence: new Set() };
  const comma = text.text.lastIndexOf(',', first.start);
  const start = Math.max(sentence.start, comma === -1 ? 0 : comma);
  const nextComma = text.text.indexOf(',', last.end);
  const end = Math.min(sentence.end, nextComma === -1 ? sentence.end : nextComma);
  return {
    near: sidesIn(text.text.slice(start, end)),
    sentence: sidesIn(text.text.slice(sentence.start, sentence.end)),
  };
}
