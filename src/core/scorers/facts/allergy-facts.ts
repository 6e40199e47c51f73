/** Verdicts on allergies: only what stands where the note speaks of allergies counts. */
import type { Fact } from '../../packs/pack.ts';
import { findNames } from '../../extract/match-name.ts';
import { polarityOf } from '../../extract/polarity.ts';
import { plainWord, stemOf, type Sentence } from '../../extract/clinical-text.ts';
import {
  aboutAllergies,
  MISSED,
  rangeOf,
  sentenceOf,
  sentenceText,
  type FactContext,
  type Verdict,
} from './fact-context.ts';

const NONE_WORDS =
  /\b(?:nkda|nka|no known (?:\w+ )?allerg\w+|no (?:drug |medication |medicine |food |other |reported )*allerg\w+|none(?: known| reported)?|denies (?:any )?(?:\w+ )?allerg\w+|not allergic|no known|negative for allerg\w+)\b/iu;
const ONLY_SOME = /\bno (?:other|drug|medication|medicine|food)\b/iu;
const REACTION =
  /\b(?:hives|rash|swelling|angioedema|anaphyla\w+|itch\w*|wheez\w*|nausea|vomiting|dizziness|diarrhea|shortness of breath|trouble breathing|dystonia|headache|cough|upset stomach|throat\s?(?:closing|tightness))\b/giu;

/** The fact that there is no allergy. */
export function isNoAllergy(fact: Fact): boolean {
  return fact.status === 'denied' || NONE_WORDS.test(fact.name);
}

function allergySentences(context: FactContext): Sentence[] {
  return context.note.sentences.filter((sentence) => aboutAllergies(context.note, sentence));
}

function words(text: string): Set<string> {
  return new Set((text.match(/\p{L}+/gu) ?? []).map((word) => stemOf(plainWord(word))));
}

function noAllergyVerdict(context: FactContext): Verdict {
  let listed: Verdict | undefined;
  for (const sentence of allergySentences(context)) {
    const body = sentenceText(context.note, sentence);
    const none =
      NONE_WORDS.exec(body.replace(/^[^:]*:/u, (label) => ' '.repeat(label.length))) ?? NONE_WORDS.exec(body);
    if (none !== null) {
      const start = sentence.start + none.index;
      return { outcome: 'kept', range: { start, end: start + none[0].length } };
    }
    const content = body.replace(/^[^:]*:/u, '');
    const named =
      sentence.label === 'allergies' &&
      /\p{L}{3,}/u.test(content) &&
      !/not (?:discussed|asked|reviewed|documented)|unknown|intoleran/iu.test(body);
    if (named)
      listed ??= {
        outcome: 'contradicted',
        range: { start: sentence.start, end: sentence.end },
        attribute: 'status',
      };
  }
  return listed ?? MISSED;
}

/** The reaction belongs to the fact, but the allergen is what must not be lost: without it the fact is kept. */
function reactionOf(fact: Fact, body: string): 'same' | 'different' | 'missing' {
  if (fact.value === undefined) return 'same';
  const said = words(body);
  const expected = [...words(fact.value)].filter((word) => word.length > 2);
  if (expected.some((word) => said.has(word))) return 'same';
  if (/swell|angioedema/iu.test(fact.value) && /angioedema|swell/iu.test(body)) return 'same';
  return body.match(REACTION) === null ? 'missing' : 'different';
}

export function allergyVerdict(context: FactContext, fact: Fact): Verdict {
  if (isNoAllergy(fact)) return noAllergyVerdict(context);
  const mentions = findNames(context.note, [fact.name, ...(fact.synonyms ?? [])]).filter((mention) =>
    aboutAllergies(context.note, sentenceOf(context.note, mention)),
  );
  for (const mention of mentions) {
    if (polarityOf(context.note, mention).sense === 'negated') continue;
    const range = rangeOf(context.note, mention);
    const rest = context.note.text.slice(range.end, sentenceOf(context.note, mention)?.end ?? range.end);
    // The reaction of this allergen ends where the next one begins.
    const own = /^[^,;]*(?:\([^)]*\))?/u.exec(rest)?.[0] ?? rest;
    const reaction = reactionOf(fact, own.length > 3 ? own : rest);
    if (reaction === 'different') return { outcome: 'contradicted', range, attribute: 'value' };
    return reaction === 'same' ? { outcome: 'kept', range } : { outcome: 'kept', range, attribute: 'value' };
  }
  for (const sentence of allergySentences(context)) {
    const none = NONE_WORDS.exec(sentenceText(context.note, sentence));
    if (none === null || ONLY_SOME.test(none[0])) continue;
    const start = sentence.start + none.index;
    return { outcome: 'contradicted', range: { start, end: start + none[0].length }, attribute: 'status' };
  }
  const [negated] = mentions;
  return negated === undefined
    ? MISSED
    : { outcome: 'contradicted', range: rangeOf(context.note, negated), attribute: 'status' };
}
