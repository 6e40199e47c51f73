/** Verdicts on vital signs, age, sex, and the length or strength of the complaint. */
import type { Fact } from '../../packs/pack.ts';
import { equalQuantities, quantitiesIn, quantityOf, type Quantity } from '../../extract/quantities.ts';
import { sidesIn } from '../../extract/laterality.ts';
import { vitalKind, withTemperatureUnit, type VitalKind } from '../../extract/vital-signs.ts';
import { inPlan, MISSED, type FactContext, type Verdict } from './fact-context.ts';

function vitalQuantity(fact: Fact): Quantity | undefined {
  const quantity = quantityOf(fact.value ?? '', fact.unit);
  return quantity !== undefined && vitalKind(fact.name) === 'temperature'
    ? withTemperatureUnit(quantity)
    : quantity;
}

export function kindOfFact(fact: Fact): VitalKind | undefined {
  return [fact.name, ...(fact.synonyms ?? [])].map(vitalKind).find((kind) => kind !== undefined);
}

/** Undefined when this fact is no vital sign that has a reader: then its name decides. */
export function vitalVerdict(context: FactContext, fact: Fact): Verdict | undefined {
  const kind = kindOfFact(fact);
  const expected = vitalQuantity(fact);
  if (kind === undefined || expected === undefined) return undefined;
  const stated = context.vitals.filter((mention) => mention.kind === kind);
  const same = stated.find(({ quantity }) => equalQuantities(expected, quantity));
  if (same !== undefined) {
    const range = { start: same.start, end: same.end };
    const sides = sidesIn(/^[^;.\n]{0,30}/u.exec(context.note.text.slice(same.end))?.[0] ?? '');
    const opposite = fact.side === 'left' ? 'right' : 'left';
    const swapped =
      fact.side !== undefined && fact.side !== 'bilateral' && sides.has(opposite) && !sides.has(fact.side);
    return swapped ? { outcome: 'contradicted', range, attribute: 'side' } : { outcome: 'kept', range };
  }
  // A value that another fact or the visit accounts for is that other reading, not a wrong one.
  const others = context.facts
    .filter((other) => other !== fact)
    .flatMap((other) => vitalQuantity(other) ?? []);
  const wrong = stated.find(({ quantity }) => !others.some((other) => equalQuantities(other, quantity)));
  return wrong === undefined
    ? MISSED
    : { outcome: 'contradicted', range: { start: wrong.start, end: wrong.end }, attribute: 'value' };
}

const AGE =
  /(?<![\p{L}\p{N}.])(\d{1,3}|[a-z]+(?:[ -][a-z]+)?)[\s-]*(years?|yrs?|y|months?|mos?|weeks?|days?)[\s-]*(?:old|\/?o)\b|\b(\d{1,3})\s*(?:yo|y\/o|yof|yom|yr old)\b|\baged? (\d{1,3})\b/giu;

/** "41M c/o ...": only where a patient is introduced, because "101 F" is a temperature. */
const AGE_AND_LETTER = /(?:^|\n|:\s?|\ban? )[\s*]*(\d{1,3}) ?[MF](?![\p{L}\p{N}])/gu;

export function ageVerdict(context: FactContext, fact: Fact): Verdict {
  const expected = quantityOf(fact.value ?? '', fact.unit ?? 'years');
  if (expected === undefined) return MISSED;
  let other: Verdict | undefined;
  for (const match of context.note.text.matchAll(AGE)) {
    const [whole, number, unit, shortForm, aged] = match;
    const [quantity] = quantitiesIn(`${number ?? shortForm ?? aged ?? ''} ${unit ?? 'years'}`);
    if (quantity === undefined) continue;
    const range = { start: match.index, end: match.index + whole.length };
    if (equalQuantities(expected, quantity)) return { outcome: 'kept', range };
    // "rash at age 4" is another age; "54-year-old" is the patient's.
    if (aged === undefined) other ??= { outcome: 'contradicted', range, attribute: 'value' };
  }
  for (const match of context.note.text.matchAll(AGE_AND_LETTER)) {
    const range = { start: match.index, end: match.index + match[0].length };
    const [quantity] = quantitiesIn(`${match[1] ?? ''} years`);
    if (quantity === undefined) continue;
    if (equalQuantities(expected, quantity)) return { outcome: 'kept', range };
    other ??= { outcome: 'contradicted', range, attribute: 'value' };
  }
  return other ?? MISSED;
}

const NOUNS: Readonly<Record<'female' | 'male', RegExp>> = {
  female: /\b(?:woman|female|girl|lady|mrs|ms|miss|\d+ ?(?:yo|y\/o)? ?f)\b/iu,
  male: /\b(?:man|male|boy|gentleman|mr|\d+ ?(?:yo|y\/o)? ?m)\b/iu,
};
const PRONOUNS: Readonly<Record<'female' | 'male', RegExp>> = {
  female: /\b(?:she|her|hers|herself)\b/giu,
  male: /\b(?:he|him|his|himself)\b/giu,
};

/** The first noun or title decides; without one, the more frequent pronoun. */
export function sexVerdict(context: FactContext, fact: Fact): Verdict {
  const value = (fact.value ?? '').toLowerCase();
  const expected = /^(?:f|female|woman|girl)$/u.test(value)
    ? 'female'
    : /^(?:m|male|man|boy)$/u.test(value)
      ? 'male'
      : null;
  if (expected === null) return MISSED;
  const opposite = expected === 'female' ? 'male' : 'female';
  const { text } = context.note;
  const [own, other] = [NOUNS[expected].exec(text), NOUNS[opposite].exec(text)];
  const rangeOfMatch = (match: RegExpExecArray): { start: number; end: number } => ({
    start: match.index,
    end: match.index + match[0].length,
  });
  if (own !== null && (other === null || own.index < other.index))
    return { outcome: 'kept', range: rangeOfMatch(own) };
  if (other !== null) return { outcome: 'contradicted', range: rangeOfMatch(other), attribute: 'value' };
  const counts = [...text.matchAll(PRONOUNS[expected])];
  const against = [...text.matchAll(PRONOUNS[opposite])];
  const [first] = counts.length > against.length ? counts : [];
  if (first !== undefined) return { outcome: 'kept', range: rangeOfMatch(first) };
  const [wrong] = against.length > counts.length ? against : [];
  return wrong === undefined
    ? MISSED
    : { outcome: 'contradicted', range: rangeOfMatch(wrong), attribute: 'value' };
}

interface PlacedQuantity {
  readonly quantity: Quantity;
  readonly text: string;
}

/** Quantities of the story, not of the plan nor of the medicine list. */
function storyQuantities(context: FactContext): PlacedQuantity[] {
  return context.note.sentences
    .filter(
      (sentence) => !inPlan(sentence) && sentence.label !== 'medications' && sentence.label !== 'family',
    )
    .flatMap((sentence) => {
      const text = context.note.text.slice(sentence.start, sentence.end);
      return quantitiesIn(text, sentence.start).map((quantity) => ({ quantity, text: context.note.text }));
    });
}

const AGE_AFTER = /^[\s-]*old/iu;
const SINCE =
  /\b(?:for|over|past|last|since|x)\s+(?:the\s+)?(?:past\s+|last\s+)?(?:about\s+|almost\s+|nearly\s+)?$/iu;
const OF_AFTER = /^\s*(?:of|history of|duration)\b/iu;

/** Facts that are a bare measure: "duration" in time, "severity" out of ten. Undefined for any other name. */
export function measureVerdict(context: FactContext, fact: Fact): Verdict | undefined {
  const name = fact.name.toLowerCase();
  const expected = quantityOf(fact.value ?? '', fact.unit);
  if (expected === undefined || !/^(?:duration|severity|pain score|pain level|pain)$/u.test(name))
    return undefined;
  const isDuration = name === 'duration';
  const stated = storyQuantities(context).filter(({ quantity, text }) =>
    isDuration
      ? quantity.unit?.dimension === 'time' && !AGE_AFTER.test(text.slice(quantity.end, quantity.end + 6))
      : quantity.form === 'ratio' && quantity.second === 10,
  );
  const asRatio: Quantity =
    isDuration || expected.form === 'ratio'
      ? expected
      : { ...expected, second: 10, form: 'ratio', unit: null };
  const same = stated.find(({ quantity }) => equalQuantities(asRatio, quantity));
  if (same !== undefined)
    return { outcome: 'kept', range: { start: same.quantity.start, end: same.quantity.end } };
  const [only, ...more] = isDuration
    ? stated.filter(
        ({ quantity, text }) =>
          SINCE.test(text.slice(Math.max(0, quantity.start - 24), quantity.start)) ||
          OF_AFTER.test(text.slice(quantity.end, quantity.end + 14)),
      )
    : stated;
  if (only === undefined || more.length > 0) return MISSED;
  return {
    outcome: 'contradicted',
    range: { start: only.quantity.start, end: only.quantity.end },
    attribute: 'value',
  };
}
