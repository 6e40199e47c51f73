/** Finds drug names in a text and what is said with each: doses, route, how often, how long, what is done with it. */
import type { ClinicalText, Sentence } from './clinical-text.ts';
import { DRUG_CLASSES, DRUG_ENDINGS, GENERIC_BY_NAME, needsDose } from './drug-names.ts';
import { findExact, namePattern, type Mention, type NamePattern } from './match-name.ts';
import { quantitiesIn, type Quantity } from './quantities.ts';

export type DrugAction = 'start' | 'stop' | 'change' | 'continue' | 'avoid' | 'conditional' | null;

export interface DrugMention extends Mention {
  /** Generic name where known, else the word itself. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Where the words about this drug end. */
  readonly segmentEnd: number;
  /** The words about this drug, after its name. */
  readonly segment: string;
  readonly doses: readonly Quantity[];
  readonly route: string | null;
  readonly action: DrugAction;
}

/** A name to look for besides the lexicon: a fact's name or synonym, with the key it counts under. */
export interface ExtraName {
  readonly name: string;
  readonly key: string;
}

const LEXICON: readonly { pattern: NamePattern; key: string }[] = [...GENERIC_BY_NAME].map(([name, key]) => ({
  pattern: namePattern(name),
  key,
}));
const CLASS_WORDS = new Set(DRUG_CLASSES);

const DOSE_DIMENSIONS = new Set([
  'mass',
  'volume',
  'percent',
  'units',
  'puff',
  'spray',
  'tablet',
  'drop',
  'patch',
  'application',
  'meq',
]);

/** "400 mg/5 mL" and "400 per 5" are strengths of a liquid, not doses. */
function isStrength(text: string, quantity: Quantity): boolean {
  const after = text.slice(quantity.end, quantity.end + 14);
  const before = text.slice(Math.max(0, quantity.start - 14), quantity.start);
  return /^\s*(?:\/|per)\s*\d/u.test(after) || /\d\s*m?c?g\s*(?:\/|per)\s*$/u.test(before);
}

function dosesIn(segment: string, offset: number): Quantity[] {
  return quantitiesIn(segment)
    .filter((quantity) => quantity.unit !== null && DOSE_DIMENSIONS.has(quantity.unit.dimension))
    .filter((quantity) => !isStrength(segment, quantity))
    .filter(
      (quantity) =>
        !/\b(?:max(?:imum)?|up to|not to exceed|no more than|limit)\W*$/iu.test(
          segment.slice(0, quantity.start),
        ),
    )
    .map((quantity) => ({ ...quantity, start: quantity.start + offset, end: quantity.end + offset }));
}

const ROUTES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:by mouth|orally|oral|p\.?o\.?)(?![\p{L}])/iu, 'oral'],
  [/\b(?:inhaled|inhalations?|inhaler|puffs?|nebuli[sz]ed|nebuli[sz]er)\b/iu, 'inhaled'],
  [/\b(?:topical(?:ly)?|cream|ointment|gel|to the skin|apply)\b/iu, 'topical'],
  [/\b(?:intravenous(?:ly)?|i\.?v\.?)(?![\p{L}])/iu, 'intravenous'],
  [/\b(?:intramuscular(?:ly)?|i\.?m\.?)(?![\p{L}])/iu, 'intramuscular'],
  [/\b(?:subcutaneous(?:ly)?|sub-?q|s\.?c\.?|s\.?q\.?)(?![\p{L}])/iu, 'subcutaneous'],
  [/\b(?:sublingual(?:ly)?|under the tongue|s\.?l\.?)(?![\p{L}])/iu, 'sublingual'],
  [/\b(?:rectal(?:ly)?|suppositor(?:y|ies)|p\.?r\.?)(?![\p{L}.])/iu, 'rectal'],
  [/\b(?:intranasal(?:ly)?|nasal(?:ly)?|nostrils?)\b/iu, 'nasal'],
  [/\b(?:eye drops?|ophthalmic|in (?:the|each|both) eyes?)\b/iu, 'ophthalmic'],
  [/\b(?:ear drops?|otic)\b/iu, 'otic'],
  [/\b(?:vaginal(?:ly)?)\b/iu, 'vaginal'],
  [/\b(?:transdermal|patch(?:es)?)\b/iu, 'transdermal'],
];

export function routeIn(text: string): string | null {
  return ROUTES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Every route a text names. */
export function routesIn(text: string): ReadonlySet<string> {
  return new Set(ROUTES.filter(([pattern]) => pattern.test(text)).map(([, route]) => route));
}

const ACTIONS: readonly (readonly [RegExp, Exclude<DrugAction, null>])[] = [
  [/\b(?:do(?:es)? not|don't|never|not to) (?:stop|discontinue|hold)\b/giu, 'continue'],
  [/\b(?:do not|don't|not to|never) (?:re)?(?:start|take|use|restart)\b|\bavoid(?:s|ing)?\b/giu, 'avoid'],
  [
    /\b(?:switch(?:ed|ing)?|chang(?:e|ed|ing))(?: \w+)? from\b|\breplac(?:e|ed|ing)\b(?! by)|\bswitch(?:ed|ing)?\b(?! to)/giu,
    'stop',
  ],
  [
    /\b(?:stop(?:s|ped|ping)?|discontinu(?:e|ed|es|ing)|d\/c|hold(?:ing)?|held|cease|quit|took (?:him|her|them) off|come off|wean(?:ed)? off)\b/giu,
    'stop',
  ],
  [
    /\b(?:re)?(?:start(?:s|ed|ing)?|begin|began|begun|initiat(?:e|ed|ing)|prescrib(?:e|ed|ing)|add(?:ed|ing)?|trial of|instead|try|replaced by|switch(?:ed|ing)? to|chang(?:e|ed) to)\b/giu,
    'start',
  ],
  [
    /\b(?:increas(?:e|ed|ing)|decreas(?:e|ed|ing)|reduc(?:e|ed|ing)|rais(?:e|ed|ing)|lower(?:ed|ing)?|titrat(?:e|ed|ing)|adjust(?:ed|ing)?|doubl(?:e|ed))\b/giu,
    'change',
  ],
  [
    /\b(?:continu(?:e|ed|es|ing)|keep(?: taking)?|maintain|remain(?:s)? on|resume|refill(?:ed)?|stays? on)\b/giu,
    'continue',
  ],
];

const STOPPED_AFTER =
  /^[\s,)(*_]*(?:[^\s.;,]+\s+){0,5}?(?:was |were |has been |have been |is )?(?:stopped|discontinued|held)\b/iu;

function actionOf(before: string, segment: string): DrugAction {
  if (/\bif\b|\bunless\b|\bin case\b/iu.test(before)) return 'conditional';
  if (STOPPED_AFTER.test(segment)) return 'stop';
  const conditional = /^[^.;]*\b(?:if|when)\b (?!needed)/iu.test(segment);
  let last: { index: number; action: Exclude<DrugAction, null> } | null = null;
  for (const [pattern, action] of ACTIONS) {
    for (const match of before.matchAll(pattern)) {
      // The later verb rules; of two readings of one verb, the more specific, which stands first in the list.
      if (last === null || match.index > last.index + 12) last = { index: match.index, action };
    }
  }
  if (last === null) return null;
  if (last.action === 'stop') {
    if (conditional || /\band call\b/iu.test(segment)) return 'conditional';
    const switched = /\b(?:switch|change|replace)\w*\b[^.;]*\b(?:to|with|by)\s+\S*\s*$/iu.test(before);
    return switched ? 'start' : 'stop';
  }
  return last.action;
}

interface Found {
  readonly first: number;
  readonly last: number;
  readonly key: string;
}

function lexiconMentions(text: ClinicalText, extra: readonly ExtraName[]): Found[] {
  const found: Found[] = [];
  const wanted = [...extra.map(({ name, key }) => ({ pattern: namePattern(name), key })), ...LEXICON];
  for (const { pattern, key } of wanted) {
    if (CLASS_WORDS.has(pattern.name.toLowerCase()) && !extra.some(({ name }) => name === pattern.name))
      continue;
    for (const mention of findExact(text, pattern)) found.push({ ...mention, key });
  }
  return found;
}

/** A note with more different unknown medicines says no more for it. */
const MAX_UNKNOWN = 60;

/** Words that only end like a drug ("virus" does not, "protein" does not) count when a dose follows at once. */
function unknownMentions(text: ClinicalText): Found[] {
  const found: Found[] = [];
  const endings = new Map<string, boolean>();
  for (const [index, token] of text.tokens.entries()) {
    if (found.length === MAX_UNKNOWN) break;
    const known = endings.get(token.word);
    const ends =
      known ?? (token.word.length >= 6 && !GENERIC_BY_NAME.has(token.word) && DRUG_ENDINGS.test(token.word));
    if (known === undefined) endings.set(token.word, ends);
    if (!ends) continue;
    if (
      /^\s*(?:\w+ )?\d+(?:\.\d+)?\s*(?:mg|mcg|g|units?|ml|µg)\b/iu.test(
        text.text.slice(token.end, token.end + 24),
      )
    ) {
      found.push({ first: index, last: index + 1, key: token.word });
    }
  }
  return found;
}

/** The longest name wins where names overlap; at equal length the first listed, which is a fact's own. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  const sorted = found
    .map((item, order) => ({ item, order }))
    .sort((a, b) => a.item.first - b.item.first || b.item.last - a.item.last || a.order - b.order);
  const kept: Found[] = [];
  let reached = -1;
  for (const { item } of sorted) {
    if (item.first < reached) continue;
    kept.push(item);
    reached = item.last;
  }
  return kept;
}

/** "Take 500 mg twice daily." after "Start metformin." belongs to metformin. */
const GOES_ON = /^\s*(?:take|use|give|apply|inject|inhale|the dose|dose|it)\b/iu;

function segmentOf(
  text: ClinicalText,
  found: Found,
  next: Found | undefined,
): { end: number; sentence: Sentence | undefined } {
  const sentenceIndex = text.tokens[found.first]?.sentence ?? -1;
  const sentence = text.sentences[sentenceIndex];
  const nextToken = next === undefined ? undefined : text.tokens[next.first];
  if (nextToken?.sentence === sentenceIndex) return { end: nextToken.start, sentence };
  const following = text.sentences[sentenceIndex + 1];
  const goesOn =
    following !== undefined &&
    sentence !== undefined &&
    following.line === sentence.line &&
    nextToken?.sentence !== sentenceIndex + 1 &&
    GOES_ON.test(text.text.slice(following.start, following.end).replace(/^[.;]/u, ''));
  return { end: (goesOn ? following : sentence)?.end ?? 0, sentence };
}

export function findDrugs(text: ClinicalText, extra: readonly ExtraName[]): DrugMention[] {
  const found = withoutOverlaps([...lexiconMentions(text, extra), ...unknownMentions(text)]);
  const mentions: DrugMention[] = [];
  for (const [index, item] of found.entries()) {
    const firstToken = text.tokens[item.first];
    const lastToken = text.tokens[item.last - 1];
    if (firstToken === undefined || lastToken === undefined) continue;
    const { end, sentence } = segmentOf(text, item, found[index + 1]);
    const segment = text.text.slice(lastToken.end, end);
    const previous = found[index - 1];
    const previousEnd = previous === undefined ? 0 : (text.tokens[previous.last - 1]?.end ?? 0);
    const before = text.text.slice(Math.max(sentence?.start ?? 0, firstToken.start - 300), firstToken.start);
    const own = before.slice(
      Math.max(0, before.length - (firstToken.start - Math.max(previousEnd, sentence?.start ?? 0))),
    );
    const ahead = dosesIn(own, firstToken.start - own.length).filter(({ end: doseEnd }) =>
      /^\s*(?:of\s+)?(?:oral\s+)?$/iu.test(text.text.slice(doseEnd, firstToken.start)),
    );
    const doses = [...ahead, ...dosesIn(segment, lastToken.end)];
    if (
      needsDose(text.text.slice(firstToken.start, lastToken.end).toLowerCase()) &&
      doses.length === 0 &&
      !extra.some(({ key }) => key === item.key)
    )
      continue;
    mentions.push({
      ...item,
      start: firstToken.start,
      end: lastToken.end,
      segmentEnd: end,
      segment,
      doses,
      route: routeIn(segment) ?? routeIn(own.slice(-24)),
      action: actionOf(before, segment),
    });
  }
  return mentions;
}
