/** Whether the value of a fact stands with a mention of it: numbers by quantity, words by their stems. */
import type { Fact } from '../../packs/pack.ts';
import { plainWord, stemOf, type ClinicalText } from '../../extract/clinical-text.ts';
import type { Mention } from '../../extract/match-name.ts';
import {
  equalQuantities,
  quantitiesIn,
  quantityOf,
  sameDimension,
  type Quantity,
} from '../../extract/quantities.ts';
import { rangeOf, sentenceOf } from './fact-context.ts';

export type ValueMatch = 'same' | 'different' | 'missing';

interface Reach {
  /** The comma-bounded part around the mention. */
  readonly near: string;
  /** The part after the mention inside `near`. */
  readonly after: string;
  readonly sentence: string;
  readonly line: string;
}

/** A comma between digits is part of a number. */
const BREAK = /[,;](?!\d)|\s(?:and|but)\s/gu;

function reachOf(text: ClinicalText, mention: Mention): Reach {
  const { start, end } = rangeOf(text, mention);
  const sentence = sentenceOf(text, mention);
  const sentenceStart = sentence?.start ?? 0;
  const sentenceEnd = sentence?.end ?? text.text.length;
  const breaks = [...text.text.slice(sentenceStart, sentenceEnd).matchAll(BREAK)].map(
    ({ index }) => index + sentenceStart,
  );
  const nearStart = breaks.filter((index) => index < start).at(-1) ?? sentenceStart;
  const nearEnd = breaks.find((index) => index >= end) ?? sentenceEnd;
  const lineStart = text.text.lastIndexOf('\n', start) + 1;
  const nextLine = text.text.indexOf('\n', end);
  return {
    near: text.text.slice(nearStart, nearEnd),
    after: text.text.slice(end, nearEnd),
    sentence: text.text.slice(sentenceStart, sentenceEnd),
    line: text.text.slice(lineStart, nextLine === -1 ? text.text.length : nextLine),
  };
}

/** Values that are opposite answers to one question. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:positive|pos|reactive|detected)\b|\+/iu, /\b(?:negative|neg|nonreactive|not detected)\b/iu],
  [
    /\b(?:normal|unremarkable|wnl|within normal limits)\b/iu,
    /\b(?:abnormal|elevated|high|low|reduced|impaired)\b/iu,
  ],
  [/\b(?:high|elevated|raised|increased)\b/iu, /\b(?:low|decreased|reduced|normal)\b/iu],
];

function oppositeOf(value: string): { same: RegExp; opposite: RegExp } | undefined {
  for (const [a, b] of OPPOSITES) {
    if (a.test(value) && !b.test(value)) return { same: a, opposite: b };
    if (b.test(value) && !a.test(value)) return { same: b, opposite: a };
  }
  return undefined;
}

/** Values that answer by themselves, so that "negative" is no negation of the test's name. */
export function isResultWord(value: string): boolean {
  return oppositeOf(value) !== undefined;
}

function wordsMatch(value: string, reach: Reach): ValueMatch {
  const pair = oppositeOf(value);
  if (pair !== undefined) {
    for (const part of [reach.near, reach.sentence]) {
      const [same, opposite] = [pair.same.test(part), pair.opposite.test(part)];
      if (same) return 'same';
      if (opposite) return 'different';
    }
    return 'missing';
  }
  const stems = (part: string): Set<string> =>
    new Set(
      (part.match(/\d+(?:\.\d+)?|[\p{L}\p{M}][\p{L}\p{N}]*/gu) ?? []).map((word) => stemOf(plainWord(word))),
    );
  const wanted = [...stems(value)].filter((stem) => stem.length > 1 || /\d/u.test(stem));
  const said = stems(reach.line);
  return wanted.every((stem) => said.has(stem)) ? 'same' : 'missing';
}

function comparable(expected: Quantity, stated: Quantity): boolean {
  if (expected.form === 'ratio' || stated.form === 'ratio') return expected.form === stated.form;
  if (expected.unit === null || stated.unit === null) return stated.unit === null;
  return sameDimension(expected, stated);
}

export function compareValue(
  text: ClinicalText,
  mention: Mention,
  value: string,
  unit: string | undefined,
  /** Values of the same name in other facts: they do not contradict this one. */
  otherValues: readonly Quantity[],
): ValueMatch {
  const reach = reachOf(text, mention);
  const expected = quantityOf(value, unit);
  if (expected === undefined) return wordsMatch(value, reach);
  const has = (part: string): boolean =>
    quantitiesIn(part).some((stated) => equalQuantities(expected, stated) || rangeHolds(expected, stated));
  if (has(reach.near)) return 'same';
  // The first number after the name is its value; one that stands further off need not be.
  const stated = quantitiesIn(reach.after.slice(0, 60)).find((quantity) => comparable(expected, quantity));
  if (stated !== undefined && !otherValues.some((other) => equalQuantities(other, stated)))
    return 'different';
  return has(reach.sentence) || has(reach.line) ? 'same' : 'missing';
}

/** "150s" or "2-3 days" in the note against a single number inside it is not an error either way. */
function rangeHolds(expected: Quantity, stated: Quantity): boolean {
  if (stated.form !== 'range' || stated.second === null || expected.form !== 'single') return false;
  const within = expected.value >= stated.value && expected.value <= stated.second;
  return within && (expected.unit === null || stated.unit === null || expected.unit.id === stated.unit.id);
}

/** Quantities of other facts with the same name. */
export function otherValuesOf(facts: readonly Fact[], fact: Fact): Quantity[] {
  return facts
    .filter((other) => other !== fact && other.name.toLowerCase() === fact.name.toLowerCase())
    .flatMap((other) => quantityOf(other.value ?? '', other.unit) ?? []);
}
