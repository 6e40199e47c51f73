/** Verdicts on facts that are known by their name: findings, history, social, exam, tests, diagnoses, plan. */
import type { Fact } from '../../packs/pack.ts';
import type { Sentence } from '../../extract/clinical-text.ts';
import { sidesIn, sidesOf } from '../../extract/laterality.ts';
import { findExact, findNames, namePattern, type Mention } from '../../extract/match-name.ts';
import { polarityOf, type Polarity } from '../../extract/polarity.ts';
import { quantitiesIn, sameDimension, equalQuantities } from '../../extract/quantities.ts';
import { synonymsOf } from '../../extract/synonyms.ts';
import { MISSED, rangeOf, sentenceOf, sentenceText, type FactContext, type Verdict } from './fact-context.ts';
import { compareValue, isResultWord, otherValuesOf } from './value-check.ts';

type Part = 'subjective' | 'objective' | 'assessment' | 'plan' | 'unknown';

function partOf(sentence: Sentence | undefined): Part {
  switch (sentence?.division) {
    case 'subjective':
      return 'subjective';
    case 'objective-exam':
    case 'objective-results':
      return 'objective';
    case 'assessment':
      return 'assessment';
    case 'plan':
    case 'assessment-and-plan':
      return 'plan';
    case null:
    case undefined:
      return 'unknown';
  }
}

/** Where a fact of a category is looked for first; the first part with a mention counts. */
const PARTS: Readonly<Record<Fact['category'], readonly (readonly Part[])[]>> = {
  finding: [
    ['subjective', 'unknown'],
    ['objective', 'assessment'],
  ],
  history: [['subjective', 'unknown'], ['assessment', 'objective'], ['plan']],
  social: [['subjective', 'unknown'], ['assessment', 'objective'], ['plan']],
  exam: [
    ['objective', 'unknown'],
    ['subjective', 'assessment'],
  ],
  test: [['objective', 'unknown'], ['subjective', 'assessment'], ['plan']],
  diagnosis: [
    ['assessment', 'unknown', 'plan'],
    ['subjective', 'objective'],
  ],
  plan: [['plan', 'unknown'], ['assessment']],
  demographic: [['subjective', 'unknown', 'objective', 'assessment']],
  medication: [['subjective', 'unknown', 'plan', 'assessment', 'objective']],
  allergy: [['subjective', 'unknown', 'plan', 'assessment', 'objective']],
  vital: [['objective', 'unknown'], ['subjective', 'assessment'], ['plan']],
};

const FAMILY_WORD =
  /\b(?:mother|father|brother|sister|son|daughter|grand\w+|aunt|uncle|famil\w+|parent|maternal|paternal|dad|mom)/iu;

interface Candidate {
  readonly mention: Mention;
  readonly polarity: Polarity;
  readonly part: Part;
}

function candidatesFor(context: FactContext, fact: Fact, names: readonly string[]): Candidate[] {
  const all = findNames(context.note, names).map((mention): Candidate => ({
    mention,
    polarity: polarityOf(context.note, mention),
    part: partOf(sentenceOf(context.note, mention)),
  }));
  for (const parts of PARTS[fact.category]) {
    const here = all.filter(({ part }) => parts.includes(part));
    const usable = here.filter((candidate) => isUsable(fact, candidate));
    if (usable.length > 0) return usable;
  }
  return [];
}

/** Advice and relatives say nothing about the patient's own state. */
function isUsable(fact: Fact, { polarity }: Candidate): boolean {
  if (polarity.aside === null) return true;
  if (polarity.aside === 'conditional') return fact.category === 'plan';
  return fact.status === 'denied' || FAMILY_WORD.test([fact.name, ...(fact.synonyms ?? [])].join(' '));
}

const NEGATIVE_NAME = /^(?:no|without|not|absent)\s+(?=\S)/iu;

/** "no neck stiffness" as a present fact says that neck stiffness is denied. */
function expectedSense(fact: Fact): { names: readonly string[]; sense: 'affirmed' | 'negated' } {
  const names = [fact.name, ...(fact.synonyms ?? [])];
  const wider = [...new Set([...names, ...names.flatMap(synonymsOf)])];
  return { names: wider, sense: fact.status === 'denied' ? 'negated' : 'affirmed' };
}

/** elsewhere: the side stands in the note, but not with this mention. */
type SideMatch = 'same' | 'different' | 'elsewhere' | 'missing';

function compareSide(context: FactContext, fact: Fact, mention: Mention): SideMatch {
  const { side } = fact;
  if (side === undefined) return 'same';
  const { near, sentence } = sidesOf(context.note, mention);
  if (side === 'bilateral') {
    const oneSided = near.size === 1 && !near.has('bilateral');
    return oneSided ? 'different' : 'same';
  }
  const opposite = side === 'left' ? 'right' : 'left';
  if (near.has(side)) return 'same';
  if (near.has(opposite)) return 'different';
  if (sentence.has(side)) return 'same';
  if (sentence.has(opposite)) return 'different';
  return sidesIn(context.note.text).has(side) ? 'elsewhere' : 'missing';
}

function judge(
  context: FactContext,
  fact: Fact,
  candidate: Candidate,
  sense: 'affirmed' | 'negated',
): Verdict {
  const range = rangeOf(context.note, candidate.mention);
  const answersItself = fact.value !== undefined && isResultWord(fact.value);
  const stated = candidate.polarity.sense;
  if (!answersItself && stated !== 'unclear' && stated !== sense) {
    return { outcome: 'contradicted', range, attribute: 'status' };
  }
  const side = compareSide(context, fact, candidate.mention);
  if (side === 'different') return { outcome: 'contradicted', range, attribute: 'side' };
  const value =
    fact.value === undefined
      ? 'same'
      : compareValue(
          context.note,
          candidate.mention,
          fact.value,
          fact.unit,
          otherValuesOf(context.facts, fact),
        );
  if (value === 'different') return { outcome: 'contradicted', range, attribute: 'value' };
  if (value === 'missing') return { outcome: 'missed', range, attribute: 'value' };
  if (side === 'missing') return { outcome: 'missed', range, attribute: 'side' };
  return side === 'elsewhere' ? { outcome: 'kept', range, attribute: 'side' } : { outcome: 'kept', range };
}

/** The best of several verdicts: a fact is kept when one place says it rightly and in full. */
function best(verdicts: readonly Verdict[]): Verdict {
  return (
    verdicts.find(({ outcome, attribute }) => outcome === 'kept' && attribute === undefined) ??
    verdicts.find(({ outcome }) => outcome === 'contradicted') ??
    verdicts.find(({ outcome }) => outcome === 'kept') ??
    verdicts[0] ??
    MISSED
  );
}

/** The name without its number stands there with another number: "smokes half a pack", "smokes two packs". */
function otherNumber(context: FactContext, fact: Fact): Verdict {
  const [expected] = quantitiesIn(fact.name);
  if (expected === undefined || expected.unit === null) return MISSED;
  const stripped = fact.name.slice(0, expected.start) + fact.name.slice(expected.end);
  if (!/\p{L}{4,}/u.test(stripped)) return MISSED;
  for (const { mention } of candidatesFor(context, fact, [stripped])) {
    const sentence = sentenceOf(context.note, mention);
    const stated = quantitiesIn(sentenceText(context.note, sentence)).filter((quantity) =>
      sameDimension(quantity, expected),
    );
    if (stated.length > 0 && !stated.some((quantity) => equalQuantities(quantity, expected))) {
      return { outcome: 'contradicted', range: rangeOf(context.note, mention), attribute: 'value' };
    }
  }
  return MISSED;
}

/** The same name with the other side: "right foot normal" where "left foot normal" was to be said. */
function otherSide(context: FactContext, fact: Fact): Verdict {
  if (fact.side !== 'left' && fact.side !== 'right') return MISSED;
  const opposite = fact.side === 'left' ? 'right' : 'left';
  const own = new RegExp(`\\b${fact.side}\\b`, 'giu');
  const names = [fact.name, ...(fact.synonyms ?? [])].filter((name) => name.search(own) !== -1);
  for (const name of names) {
    const [mention] = findExact(context.note, namePattern(name.replace(own, opposite)));
    if (mention === undefined) continue;
    return { outcome: 'contradicted', range: rangeOf(context.note, mention), attribute: 'side' };
  }
  return MISSED;
}

export function namedVerdict(context: FactContext, fact: Fact): Verdict {
  const { names, sense } = expectedSense(fact);
  const candidates = candidatesFor(context, fact, names);
  const verdict = best(candidates.map((candidate) => judge(context, fact, candidate, sense)));
  if (verdict.outcome === 'kept') return verdict;
  if (fact.status === 'present' && NEGATIVE_NAME.test(fact.name)) {
    const bare = fact.name.replace(NEGATIVE_NAME, '');
    const negated = candidatesFor(context, fact, [bare, ...synonymsOf(bare)]);
    const other = best(negated.map((candidate) => judge(context, fact, candidate, 'negated')));
    return other.outcome === 'missed' ? verdict : other;
  }
  if (verdict.outcome !== 'missed' || verdict.attribute !== undefined) return verdict;
  const sided = otherSide(context, fact);
  return sided.outcome === 'missed' ? otherNumber(context, fact) : sided;
}
