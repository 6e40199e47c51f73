/** Allergies: who is allergic to what, and "no known allergies", as the visit says. */
import type { TextRange } from '../../contracts.ts';
import type { ClinicalText } from '../../extract/clinical-text.ts';
import { findExact, namePattern, type Mention, type NamePattern } from '../../extract/match-name.ts';
import { polarityOf } from '../../extract/polarity.ts';
import { stemOf } from '../../extract/clinical-text.ts';
import type { AuditContext } from './audit-context.ts';
import { addSaid, addSupported, addUnsupported, rangeOf, type Findings } from './checks.ts';
import { answerIn, spokenStatus } from './spoken-status.ts';

/** Allergens besides medicines, each with the beginnings of words that count as having named it. */
const ALLERGENS: readonly (readonly [name: string, anchors: string])[] = [
  ['latex', 'latex rubber glove'],
  ['peanuts', 'peanut nut'],
  ['tree nuts', 'nut'],
  ['nuts', 'nut'],
  ['shellfish', 'shellfish shrimp crab lobster seafood'],
  ['shrimp', 'shrimp shellfish seafood'],
  ['eggs', 'egg'],
  ['milk', 'milk dairy'],
  ['soy', 'soy'],
  ['wheat', 'wheat gluten'],
  ['fish', 'fish seafood'],
  ['sesame', 'sesame'],
  ['bee stings', 'bees wasp sting'],
  ['bees', 'bees wasp sting'],
  ['contrast dye', 'contrast dye iodin'],
  ['iodine', 'iodin contrast dye'],
  ['adhesive tape', 'tape adhesive'],
  ['pollen', 'pollen hay grass tree season'],
  ['ragweed', 'ragweed pollen'],
  ['dust mites', 'dust mite'],
  ['dust', 'dust'],
  ['cats', 'cat pet'],
  ['dogs', 'dog pet'],
  ['sulfa', 'sulf bactrim septra'],
  ['sulfa drugs', 'sulf bactrim septra'],
  ['sulfonamides', 'sulf bactrim'],
  ['penicillins', 'penicill amoxicill'],
  ['cephalosporins', 'ceph cef'],
  ['nsaids', 'nsaid ibuprofen naproxen aspirin advil'],
  ['statins', 'statin'],
];
const PATTERNS: readonly { readonly pattern: NamePattern; readonly anchors: readonly string[] }[] =
  ALLERGENS.map(([name, anchors]) => ({ pattern: namePattern(name), anchors: anchors.split(' ') }));

const ALLERGIC = /allerg|anaphyla|\bnkda\b|\bnka\b/iu;
/** How people name what they must not have, without the word. */
const BAD_FOR_ME =
  /allerg\w* to\b|\breact(?:s|ed|ing)? to\b|\b(?:can't|cannot|don't|couldn't) (?:have|take|tolerate|handle)\b|\bnever (?:take|eat|give (?:me|him|her))\b|\b(?:keep|stay)(?: me)? away from\b/iu;
const ASKED = /(?:allerg|\breact|tolerate|\bcan't (?:take|have))[^.?]*\?\s*$/iu;
const NONE =
  /\b(?:nkda|nka|no known (?:\w+ )?allerg\w+|no (?:drug |medication |medicine |food |other |reported )*allerg\w+|(?:denies|denied) (?:any )?(?:\w+ )?(?:history of )?(?:\w+ )?allerg\w+|not allergic|no known)\b/iu;
const NONE_LISTED = /^[^:]*:\W*(?:none|no|denies|denied|nil|negative)\b/iu;
const ONLY_SOME = /\b(?:food|other|season\w*|environment\w*)\b/iu;

function wordsOfSentence(
  text: ClinicalText,
  mention: Mention,
): { label: string | null; text: string; before: string } {
  const first = text.tokens[mention.first];
  const sentence = text.sentences[first?.sentence ?? -1];
  if (first === undefined || sentence === undefined) return { label: null, text: '', before: '' };
  return {
    label: sentence.label,
    text: text.text.slice(sentence.start, sentence.end),
    before: text.text.slice(sentence.start, first.start),
  };
}

/** The medicine stands where the text speaks of allergies, and not "takes X for his allergies". */
export function inAllergyTalk(text: ClinicalText, mention: Mention): boolean {
  const { label, text: words, before } = wordsOfSentence(text, mention);
  if (label === 'allergies' || /\bintoleran|anaphyla/iu.test(before) || BAD_FOR_ME.test(before)) return true;
  return (
    ALLERGIC.test(words) &&
    !/\b(?:for|take|takes|taking|uses?|using|on|with|start|continue)\b/iu.test(before) &&
    !/\bfor\b[^.]*allerg|\ballergy (?:pill|tablet|medicine|medication|spray|shot)s?\b/iu.test(words)
  );
}

interface NamedAllergen {
  readonly mention: Mention;
  readonly anchors: readonly string[];
  readonly isDrug: boolean;
}

/** What people call "a drug allergy" though it stands in the list of allergens. */
const DRUG_ANCHORS = /^(?:sulf|penicill|ceph|nsaid|statin)/u;

function listed(mention: Mention, anchors: readonly string[]): NamedAllergen {
  return { mention, anchors, isDrug: anchors.some((anchor) => DRUG_ANCHORS.test(anchor)) };
}

function allergensIn(
  text: ClinicalText,
  drugs: readonly (Mention & { readonly key: string })[],
): NamedAllergen[] {
  const named = PATTERNS.flatMap(({ pattern, anchors }) =>
    findExact(text, pattern).map((mention) => listed(mention, anchors)),
  );
  const medicines = drugs.map((mention): NamedAllergen => ({
    mention,
    isDrug: true,
    anchors: [mention.key.slice(0, 6), text.tokens[mention.first]?.word.slice(0, 6) ?? mention.key],
  }));
  return [...medicines, ...named].filter(({ mention }) => inAllergyTalk(text, mention));
}

const TALK_CHARS = 400;

/** Places of the visit close to a word about allergies. */
function allergyPlaces(context: AuditContext): TextRange[] {
  return context.visitWords
    .starting('allerg')
    .concat(
      ...['anaphyl', 'react', 'hives', 'rash', 'swell', 'broke', 'intoler', 'dizz'].map((word) =>
        context.visitWords.starting(word),
      ),
    )
    .flatMap((at): TextRange[] => {
      const token = context.visit.clinical.tokens[at];
      if (token === undefined) return [];
      return [{ start: token.start - TALK_CHARS, end: token.end + TALK_CHARS }];
    });
}

/** "I have allergies, and so I take Flonase" names no allergen. */
const TAKEN_BEFORE =
  /(?<!\bnever |n't )\b(?:take|takes|taking|took|use|uses|using|on|prescribe|start|give|some|with)\s+(?:some |the |my |your |you )*$/iu;

function checkNamed(context: AuditContext, findings: Findings, spoken: readonly SpokenAllergen[]): void {
  const places = allergyPlaces(context);
  for (const { mention, anchors } of allergensIn(context.note, context.noteDrugs)) {
    if (polarityOf(context.note, mention).sense === 'negated') continue;
    const note = rangeOf(context.note, mention);
    const tokens = anchors
      .flatMap((anchor) => [...context.visitWords.starting(anchor)])
      .flatMap((at) => context.visit.clinical.tokens[at] ?? []);
    const [anywhere] = tokens;
    const said =
      spoken.find((item) => item.anchors.some((anchor) => anchors.includes(anchor)))?.range ??
      tokens.find(
        ({ start }) =>
          places.some((place) => start >= place.start && start <= place.end) &&
          !TAKEN_BEFORE.test(context.visit.clinical.text.slice(Math.max(0, start - 24), start)),
      );
    if (said !== undefined) {
      addSupported(context, findings, 'allergy', note, { start: said.start, end: said.end });
      checkReaction(context, findings, mention);
    } else {
      addUnsupported(context, findings, {
        category: 'allergy',
        severity: 'major',
        note,
        ...(anywhere === undefined ? {} : { against: { start: anywhere.start, end: anywhere.end } }),
      });
    }
  }
}

const REACTIONS =
  /\b(?:hives|rash|swelling|angioedema|anaphylaxis|itching|wheezing|nausea|vomiting|dizziness|diarrhea|headache|cough)\b/iu;
const REACTION_WORDS: Readonly<Record<string, readonly string[]>> = {
  hives: ['hive', 'urtic', 'welt'],
  swelling: ['swell', 'swoll', 'angio', 'puff'],
  angioedema: ['swell', 'swoll', 'angio', 'puff'],
  vomiting: ['vomit', 'throw', 'threw'],
  diarrhea: ['diarr', 'bathroom', 'stool'],
  nausea: ['naus', 'stomach', 'sick'],
  dizziness: ['dizz', 'light'],
};

function checkReaction(context: AuditContext, findings: Findings, mention: Mention): void {
  const end = context.note.tokens[mention.last - 1]?.end ?? 0;
  const found = REACTIONS.exec(/^[^,;.\n]*/u.exec(context.note.text.slice(end, end + 60))?.[0] ?? '');
  if (found === null) return;
  const word = found[0].toLowerCase();
  const starts = REACTION_WORDS[word] ?? [stemOf(word).slice(0, 5)];
  if (starts.some((start) => context.visitWords.starting(start).length > 0)) return;
  const start = end + found.index;
  addUnsupported(context, findings, {
    category: 'allergy',
    severity: 'major',
    note: { start, end: start + word.length },
  });
}

interface SpokenAllergen extends NamedAllergen {
  readonly range: TextRange;
}

/** Allergens that the visit affirms of the patient. */
export function spokenAllergens(context: AuditContext): SpokenAllergen[] {
  const { visit } = context;
  const places = allergyPlaces(context);
  const candidates = [...allergensIn(visit.clinical, context.visitDrugs), ...answersNaming(context)];
  return candidates
    .map((item) => ({ ...item, range: rangeOf(visit.clinical, item.mention) }))
    .filter(({ range }) => places.some((place) => range.start >= place.start && range.start <= place.end))
    .filter(({ mention }) => spokenStatus(visit, mention) === 'affirmed');
}

/** "Any allergies?" "Penicillin, I get hives." */
function answersNaming(context: AuditContext): NamedAllergen[] {
  const { visit } = context;
  return visit.parts.flatMap((part, at): NamedAllergen[] => {
    const previous = visit.parts[at - 1];
    if (previous === undefined || part.speaker === null) return [];
    const question = visit.wordsOf(previous);
    if (!ASKED.test(question) || answerIn(visit.wordsOf(part)) === 'no') return [];
    const inside = ({ first }: Mention): boolean => {
      const start = visit.clinical.tokens[first]?.start ?? -1;
      return start >= part.start && start < part.end;
    };
    const drugs = context.visitDrugs
      .filter((mention) => inside(mention) && mention.doses.length === 0) // a medicine with its dose is taken
      .map((mention): NamedAllergen => ({ mention, anchors: [mention.key.slice(0, 6)], isDrug: true }));
    const others = PATTERNS.flatMap(({ pattern, anchors }) =>
      findExact(visit.clinical, pattern)
        .filter(inside)
        .map((mention) => listed(mention, anchors)),
    );
    return [...drugs, ...others];
  });
}

function checkNone(context: AuditContext, findings: Findings, spoken: readonly SpokenAllergen[]): void {
  for (const sentence of context.note.sentences) {
    const words = context.note.text.slice(sentence.start, sentence.end);
    if (!ALLERGIC.test(words)) continue;
    const found = NONE.exec(words) ?? (sentence.label === 'allergies' ? NONE_LISTED.exec(words) : null);
    if (found === null || ONLY_SOME.test(found[0])) continue;
    const note = { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
    const drugsOnly = /\b(?:drug|medication|medicine)/iu.test(found[0]);
    const against = spoken.find(({ isDrug }) => isDrug || !drugsOnly);
    const [asked] = ['allerg', 'react', 'tolerat'].flatMap((word) => context.visitWords.starting(word));
    const token = asked === undefined ? undefined : context.visit.clinical.tokens[asked];
    if (against !== undefined)
      addUnsupported(context, findings, {
        category: 'allergy',
        severity: 'major',
        note,
        against: against.range,
      });
    else if (token === undefined)
      addUnsupported(context, findings, { category: 'allergy', severity: 'minor', note });
    else addSupported(context, findings, 'allergy', note, { start: token.start, end: token.end });
  }
}

export function checkAllergies(context: AuditContext, findings: Findings): void {
  const spoken = spokenAllergens(context);
  checkNamed(context, findings, spoken);
  checkNone(context, findings, spoken);
  const seen = new Set<string>();
  for (const { anchors, range } of spoken) {
    const key = (anchors[0] ?? '').slice(0, 5);
    if (seen.has(key)) continue;
    seen.add(key);
    const inNote = allergensIn(context.note, context.noteDrugs).some((listed) =>
      listed.anchors.some((anchor) => anchors.includes(anchor)),
    );
    addSaid(context, findings, 'allergy', range, inNote ? null : 'major');
  }
}
