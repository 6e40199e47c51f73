/** What the visit can vouch for: a statement it touches on is not called invented. */
import { readClinicalText } from '../../extract/clinical-text.ts';
import { isNearWord } from '../../extract/near-word.ts';
import { quantitiesIn, type Quantity } from '../../extract/quantities.ts';
import { inBaseUnit } from '../../extract/units.ts';
import type { FactContext } from './fact-context.ts';

export interface VisitWords {
  /** Some word of the visit or of a fact begins with this. */
  hasWordStarting(beginning: string): boolean;
  /** A word of the visit is this one or a near miss of it, as speech recognition writes names. */
  hasWordLike(word: string): boolean;
  /** The number was said, in its own unit or converted. */
  hasNumber(quantity: Quantity): boolean;
  readonly text: string;
}

const FUZZY_MIN_CHARS = 7;
const FUZZY_EDITS = 2;

function factText(context: FactContext): string {
  return context.facts
    .map((fact) =>
      [fact.name, ...(fact.synonyms ?? []), fact.value, fact.unit, fact.dose, fact.frequency, fact.side].join(
        ' ',
      ),
    )
    .join('\n');
}

/** "ninety eight point six" -> 98.6; spoken pairs such as "one thirty over eighty" stay as they are. */
function withSpokenPoints(text: string): string {
  return text.replace(/(\d+) point (\d+)/giu, '$1.$2');
}

function numbersOf(texts: readonly string[]): Quantity[] {
  return texts.flatMap((text) => quantitiesIn(withSpokenPoints(text)));
}

function closeTo(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 0.015;
}

/** "blood" in "blood pressure" or "blood test" has not spoken of bleeding. */
const BLOOD_OTHERWISE =
  /\bblood(?=\s+(?:pressures?|tests?|counts?|sugars?|work|thinners?|draw|results?|glucose|clots?)\b)/giu;

function wordsOf(text: string): string[] {
  return readClinicalText(text.replace(BLOOD_OTHERWISE, ' ')).tokens.map(({ word }) => word);
}

export function visitWords(context: FactContext): VisitWords {
  const { visit } = context;
  const facts = factText(context);
  const words = new Set([...wordsOf(visit.text), ...wordsOf(facts)]);
  const numbers = numbersOf([visit.text, facts]);
  const plain = new Set(
    numbers.flatMap(({ value, second }) => (second === null ? [value] : [value, second])),
  );
  const spelled = new Set(visit.text.match(/\d+(?:\.\d+)?/gu)?.map(Number) ?? []);
  return {
    text: visit.text,
    hasWordStarting: (beginning) =>
      words.has(beginning) || [...words].some((word) => word.startsWith(beginning)),
    hasWordLike: (word) =>
      words.has(word) ||
      (word.length >= FUZZY_MIN_CHARS &&
        [...words].some((other) => other.length >= 5 && isNearWord(word, other, FUZZY_EDITS))),
    hasNumber: (quantity) => {
      const said = (value: number): boolean => plain.has(value) || spelled.has(value);
      if (said(quantity.value) && (quantity.second === null || said(quantity.second))) return true;
      const { unit } = quantity;
      if (unit === null) return false;
      return numbers.some(
        (other) =>
          other.unit?.dimension === unit.dimension &&
          closeTo(inBaseUnit(other.value, other.unit), inBaseUnit(quantity.value, unit)),
      );
    },
  };
}
