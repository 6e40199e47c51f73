/** Verdicts on medicines: name, dose, frequency, route, length and status, each able to be wrong on its own. */
import type { Fact } from '../../packs/pack.ts';
import { routeIn, type DrugMention } from '../../extract/drug-mentions.ts';
import { compareFrequency, frequencyIn, type Frequency } from '../../extract/frequency.ts';
import { sidesIn } from '../../extract/laterality.ts';
import { polarityOf } from '../../extract/polarity.ts';
import {
  equalQuantities,
  quantitiesIn,
  quantityOf,
  sameDimension,
  type Quantity,
} from '../../extract/quantities.ts';
import {
  aboutAllergies,
  drugKey,
  inPlan,
  MISSED,
  sentenceOf,
  type FactContext,
  type Verdict,
} from './fact-context.ts';

type Match = 'same' | 'different' | 'missing';

interface Attribute {
  readonly match: Match;
  /** The mention that decided. */
  readonly mention?: DrugMention;
}

function siblings(context: FactContext, fact: Fact): Fact[] {
  const key = drugKey(fact.name);
  return context.facts.filter(
    (other) => other !== fact && other.category === 'medication' && drugKey(other.name) === key,
  );
}

function doseOf(fact: Fact): Quantity | undefined {
  return fact.dose === undefined ? undefined : (quantityOf(fact.dose) ?? quantitiesIn(fact.dose)[0]);
}

function compareDose(
  context: FactContext,
  fact: Fact,
  mentions: readonly DrugMention[],
): Attribute & { readonly with: readonly DrugMention[] } {
  if (fact.dose === undefined) return { match: 'same', with: mentions };
  const expected = doseOf(fact);
  if (expected === undefined) {
    const words = fact.dose.toLowerCase();
    const having = mentions.filter(({ segment }) => segment.toLowerCase().includes(words));
    return { match: having.length > 0 ? 'same' : 'missing', with: having };
  }
  const same = mentions.filter(({ doses }) => doses.some((stated) => equalQuantities(expected, stated)));
  if (same.length > 0) return { match: 'same', with: same };
  // A dose that belongs to another fact of this medicine is the old or the new one, not a wrong one.
  const others = siblings(context, fact).flatMap((other) => doseOf(other) ?? []);
  for (const mention of mentions) {
    const comparable = mention.doses.filter((stated) => sameDimension(expected, stated));
    const wrong = comparable.find((stated) => !others.some((other) => equalQuantities(other, stated)));
    if (wrong !== undefined) return { match: 'different', mention: { ...mention, end: wrong.end }, with: [] };
  }
  return { match: 'missing', with: [] };
}

/** "1 inhalation twice daily plus 1 inhalation as needed" holds two regimens. */
function regimens(segment: string): string[] {
  return segment.split(/\bplus\b|\bthen\b|\+/iu);
}

function compareFrequencies(context: FactContext, fact: Fact, mentions: readonly DrugMention[]): Attribute {
  if (fact.frequency === undefined) return { match: 'same' };
  const expected = frequencyIn(fact.frequency);
  if (expected === null) {
    const words = fact.frequency.toLowerCase();
    return {
      match: mentions.some(({ segment }) => segment.toLowerCase().includes(words)) ? 'same' : 'missing',
    };
  }
  const others = siblings(context, fact).flatMap((other) => frequencyIn(other.frequency ?? '') ?? []);
  let wrong: DrugMention | undefined;
  for (const mention of mentions) {
    const stated = regimens(mention.segment).flatMap((part): Frequency[] => {
      const frequency = frequencyIn(part);
      return frequency === null ? [] : [frequency];
    });
    if (stated.some((frequency) => compareFrequency(expected, frequency) === 'same'))
      return { match: 'same' };
    const different = stated.some(
      (frequency) =>
        compareFrequency(expected, frequency) === 'different' &&
        !others.some((other) => compareFrequency(other, frequency) === 'same'),
    );
    if (different) wrong ??= { ...mention, end: mention.segmentEnd };
  }
  return wrong === undefined ? { match: 'missing' } : { match: 'different', mention: wrong };
}

function compareRoute(fact: Fact, mentions: readonly DrugMention[]): Attribute {
  if (fact.route === undefined) return { match: 'same' };
  const expected = routeIn(fact.route) ?? fact.route.toLowerCase();
  const stated = mentions.filter(({ route }) => route !== null);
  if (stated.some(({ route }) => route === expected)) return { match: 'same' };
  const [wrong] = stated;
  return wrong === undefined ? { match: 'missing' } : { match: 'different', mention: wrong };
}

/** "for 10 days": a length that is not an interval ("every 6 hours") nor a wait. */
function lengthsIn(segment: string): Quantity[] {
  return quantitiesIn(segment).filter(
    (quantity) =>
      quantity.unit?.dimension === 'time' &&
      !/\b(?:every|q|after|in|before|within)\s*$/iu.test(segment.slice(0, quantity.start)),
  );
}

function compareLength(fact: Fact, mentions: readonly DrugMention[]): Attribute {
  const expected = fact.value === undefined ? undefined : quantityOf(fact.value, fact.unit);
  if (expected?.unit?.dimension !== 'time') return { match: 'same' };
  for (const mention of mentions) {
    if (lengthsIn(mention.segment).some((stated) => equalQuantities(expected, stated)))
      return { match: 'same' };
  }
  const wrong = mentions.find(({ segment }) =>
    /\b(?:for|x)\s+(?:the next\s+)?$/iu.test(segment.slice(0, lengthsIn(segment)[0]?.start ?? 0)),
  );
  return wrong === undefined
    ? { match: 'missing' }
    : { match: 'different', mention: { ...wrong, end: wrong.segmentEnd } };
}

function compareStatus(
  context: FactContext,
  fact: Fact,
  all: readonly DrugMention[],
  mentions: readonly DrugMention[],
): Attribute {
  const find = (...actions: DrugMention['action'][]): DrugMention | undefined =>
    all.find(({ action }) => actions.includes(action));
  const [only] = mentions;
  switch (fact.status) {
    case 'started': {
      const stopped = mentions.every(({ action }) => action === 'stop' || action === 'avoid');
      return stopped && only !== undefined ? { match: 'different', mention: only } : { match: 'same' };
    }
    case 'stopped': {
      if (find('stop', 'change', 'avoid') !== undefined) return { match: 'same' };
      if (siblings(context, fact).some(({ status }) => status === 'started')) return { match: 'same' };
      const goesOn = find('continue', 'start');
      return goesOn === undefined ? { match: 'missing' } : { match: 'different', mention: goesOn };
    }
    case 'present': {
      if (siblings(context, fact).length > 0) return { match: 'same' };
      const stopped = find('stop');
      return stopped === undefined ? { match: 'same' } : { match: 'different', mention: stopped };
    }
    case 'denied':
      return { match: 'same' };
  }
}

/** A side is contradicted only by the other one: most notes leave out what goes without saying. */
function compareSide(fact: Fact, mentions: readonly DrugMention[]): Attribute {
  if (fact.side !== 'left' && fact.side !== 'right') return { match: 'same' };
  const opposite = fact.side === 'left' ? 'right' : 'left';
  const stated = mentions.map((mention) => ({ mention, sides: sidesIn(mention.segment) }));
  if (stated.some(({ sides }) => fact.side !== undefined && sides.has(fact.side))) return { match: 'same' };
  const wrong = stated.find(({ sides }) => sides.has(opposite));
  return wrong === undefined
    ? { match: 'same' }
    : { match: 'different', mention: { ...wrong.mention, end: wrong.mention.segmentEnd } };
}

function deniedVerdict(context: FactContext, mentions: readonly DrugMention[]): Verdict {
  const senses = mentions.map((mention) => ({ mention, sense: polarityOf(context.note, mention).sense }));
  const negated = senses.find(({ mention, sense }) => sense !== 'affirmed' || mention.action === 'avoid');
  if (negated !== undefined)
    return { outcome: 'kept', range: { start: negated.mention.start, end: negated.mention.end } };
  const taken = senses.find(({ mention }) => !inPlan(sentenceOf(context.note, mention)));
  return taken === undefined
    ? MISSED
    : {
        outcome: 'contradicted',
        range: { start: taken.mention.start, end: taken.mention.end },
        attribute: 'status',
      };
}

export function medicationVerdict(context: FactContext, fact: Fact): Verdict {
  const key = drugKey(fact.name);
  const mentions = context.drugs.filter(
    (mention) => mention.key === key && !aboutAllergies(context.note, sentenceOf(context.note, mention)),
  );
  if (fact.status === 'denied') return deniedVerdict(context, mentions);
  const affirmed = mentions.filter(
    (mention) =>
      polarityOf(context.note, mention).sense !== 'negated' &&
      (mention.action !== 'avoid' || fact.status === 'stopped'),
  );
  const [anyMention] = mentions;
  if (anyMention === undefined) return MISSED;
  if (affirmed.length === 0) {
    return {
      outcome: 'contradicted',
      range: { start: anyMention.start, end: anyMention.end },
      attribute: 'status',
    };
  }
  const dose = compareDose(context, fact, affirmed);
  const withDose = dose.match === 'same' ? dose.with : affirmed;
  // What the mention with the dose leaves out may stand at another mention without a dose.
  const elsewhere = affirmed.filter((mention) => mention.doses.length === 0 && !withDose.includes(mention));
  const attributes: readonly (readonly [string, Attribute])[] = [
    ['dose', dose],
    ['frequency', compareFrequencies(context, fact, [...withDose, ...elsewhere])],
    ['route', compareRoute(fact, [...withDose, ...elsewhere])],
    ['duration', compareLength(fact, [...withDose, ...elsewhere])],
    ['side', compareSide(fact, withDose)],
    ['status', compareStatus(context, fact, affirmed, withDose)],
  ];
  for (const [attribute, { match, mention }] of attributes) {
    if (match !== 'different') continue;
    const place = mention ?? anyMention;
    return { outcome: 'contradicted', range: { start: place.start, end: place.end }, attribute };
  }
  const place = withDose[0] ?? anyMention;
  const range = { start: place.start, end: place.doses.at(-1)?.end ?? place.end };
  const missing = attributes.filter(([, { match }]) => match === 'missing').map(([attribute]) => attribute);
  const [gap] = missing.filter((attribute) => attribute !== 'route');
  if (gap !== undefined) return { outcome: 'missed', range, attribute: gap };
  return missing.length > 0 ? { outcome: 'kept', range, attribute: 'route' } : { outcome: 'kept', range };
}
