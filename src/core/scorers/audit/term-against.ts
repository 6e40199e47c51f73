/** What in the visit says the opposite of a finding of the note. */
import type { TextRange } from '../../contracts.ts';
import type { Polarity } from '../../extract/polarity.ts';
import type { AuditContext } from './audit-context.ts';
import { isPart } from './body-parts.ts';
import { rangeOf, sentenceAt } from './checks.ts';
import type { Spoken } from './spoken-terms.ts';
import { spokenStatus } from './spoken-status.ts';
import type { TermMention } from './term-mentions.ts';

/** Findings of many places: only what is said of the same place says the opposite. */
const ANYWHERE = new Set([
  'tenderness',
  'swelling',
  'effusion',
  'masses',
  'erythema',
  'warmth',
  'lesions',
  'deformity',
  'stiffness',
  'ecchymosis',
  'instability',
  'limited range of motion',
  'muscle weakness',
  'numbness',
  'rash',
  'laceration',
  'ulceration',
  'crackling',
  'muscle pain',
  'joint pain',
]);
const MIN_WORD_CHARS = 4;
const SAYS_NOTHING = new Set(
  'with that this have does there from also been were they patient denies reports your some right left bilateral examination exam evidence palpation'.split(
    ' ',
  ),
);

function stemsAround(
  context: AuditContext,
  offset: number,
  own: 'note' | 'visit',
  reach: number,
): Set<string> {
  const text = own === 'note' ? context.note : context.visit.clinical;
  const at = sentenceAt(text, offset);
  const stems = new Set<string>();
  for (let index = at - reach; index <= at + reach; index += 1) {
    const sentence = text.sentences[index];
    if (sentence === undefined) continue;
    for (const { word, stem } of text.tokens.slice(sentence.firstToken, sentence.lastToken))
      if (word.length >= MIN_WORD_CHARS && !SAYS_NOTHING.has(word)) stems.add(stem);
  }
  return stems;
}

function samePlace(context: AuditContext, mention: TermMention, against: TextRange): boolean {
  if (!ANYWHERE.has(mention.group.name)) return true;
  const note = stemsAround(context, rangeOf(context.note, mention).start, 'note', 0);
  for (let at = mention.first; at < mention.last; at += 1) note.delete(context.note.tokens[at]?.stem ?? '');
  const visit = stemsAround(context, against.start, 'visit', 0);
  // "Have you had a rash?" "No." is said of every place, as "Reports a rash" is.
  if (![...note, ...visit].some(isPart)) return true;
  for (const stem of stemsAround(context, against.start, 'visit', 1)) visit.add(stem);
  return [...note].some((stem) => visit.has(stem));
}

/** Denied in the note and affirmed in the visit, or the reverse; what the visit says both ways is left alone. */
export function oppositeSaid(
  context: AuditContext,
  mention: TermMention,
  { sense }: Polarity,
  spoken: readonly Spoken[],
): TextRange | undefined {
  const { kind } = mention.group;
  if (kind === 'test' || kind === 'procedure' || sense === 'unclear') return undefined;
  // A note that says it both ways tells of two times or two places.
  if (context.noteSenses.get(mention.group)?.size === 2) return undefined;
  const of = (status: Spoken['status']): readonly Spoken[] => spoken.filter((one) => one.status === status);
  if (sense === 'negated') {
    const affirmed = of('affirmed').find(({ range }) => samePlace(context, mention, range));
    const [yes, no] = [of('affirmed').length, of('denied').length];
    return affirmed !== undefined && (no === 0 || (yes >= 3 && no === 1)) ? affirmed.range : undefined;
  }
  if (kind === 'diagnosis') return undefined;
  const denied = of('denied').find(({ range }) => samePlace(context, mention, range));
  return denied !== undefined && spoken.every(({ status }) => status === 'denied') ? denied.range : undefined;
}

/** A normal examination in the note, and the groups of findings that say otherwise. */
const AGAINST_NORMAL: ReadonlyMap<string, readonly string[]> = new Map([
  ['clear to auscultation', ['wheezes', 'wheezing', 'rales', 'rhonchi', 'stridor']],
  ['regular rate and rhythm', ['arrhythmia']],
  ['no acute distress', []],
  ['gait is normal', ['gait instability', 'antalgic gait']],
  ['strength', ['muscle weakness']],
]);

export function abnormalSaid(
  context: AuditContext,
  mention: TermMention,
  { sense }: Polarity,
): TextRange | undefined {
  const groups = AGAINST_NORMAL.get(mention.group.name) ?? [];
  if (groups.length === 0 || sense !== 'affirmed') return undefined;
  if (mention.group.name === 'strength' || mention.group.name === 'gait is normal') {
    const sentence = context.note.sentences[sentenceAt(context.note, rangeOf(context.note, mention).start)];
    if (
      sentence === undefined ||
      !/normal|full|intact|5\/5|steady/iu.test(context.note.text.slice(sentence.start, sentence.end))
    )
      return undefined;
  }
  const found = context.visitTerms.find(
    (other) => groups.includes(other.group.name) && spokenStatus(context.visit, other) === 'affirmed',
  );
  return found === undefined ? undefined : rangeOf(context.visit.clinical, found);
}

const RESULT =
  /\b(?:demonstrat\w+|reveal\w*|show(?:s|ed|n)?|is (?:normal|elevated|low|high|negative|positive|stable|reviewed)|was (?:normal|elevated|low|high|negative|positive|reviewed|obtained)|appears?|within normal|present|evidence|reviewed|consistent)\b|:\s*\S/iu;
const ORDER =
  /\b(?:order\w*|get|getting|schedul\w*|refer\w*|send|want|wanna|wan na|like to|going to|gon na|gonna|will|we'll|i'll|let's|recommend\w*|need|should|repeat|set up|another|future|next time|if|may|might|can|could)\b/iu;
const RESULTED =
  /\b(?:result\w*|reviewed?|showed|shows|show me|show|looked at|looks?|came back|was|were|were|normal|elevated|high|low)\b/iu;

/** A result in the note of a test that the visit only plans. */
export function onlyOrdered(
  context: AuditContext,
  mention: TermMention,
  spoken: readonly Spoken[],
  noteSentence: string,
): boolean {
  if (mention.group.kind !== 'test' || !RESULT.test(noteSentence) || ORDER.test(noteSentence)) return false;
  if (spoken.length === 0) return false;
  const { clinical } = context.visit;
  return spoken.every(({ range }) => {
    const sentence = clinical.sentences[sentenceAt(clinical, range.start)];
    if (sentence === undefined) return false;
    const words = clinical.text.slice(sentence.start, sentence.end);
    return ORDER.test(words) && !RESULTED.test(words);
  });
}

const COMING = /\b(?:will|would|may|might|possible|consider\w*|recommend\w*|schedul\w*)\b/iu;
const PAST =
  /\b(?:had|past|previous\w*|ago|history|status post|prior|underwent|last (?:year|month)|years?|surgeries)\b/iu;

/** A procedure to come in the note, of which the visit only says that it was done before. */
export function onlyPast(
  context: AuditContext,
  mention: TermMention,
  spoken: readonly Spoken[],
  noteSentence: string,
): boolean {
  if (mention.group.kind !== 'procedure' || !COMING.test(noteSentence) || spoken.length === 0) return false;
  const { clinical } = context.visit;
  return spoken.every(({ range, status }) => {
    const sentence = clinical.sentences[sentenceAt(clinical, range.start)];
    if (sentence === undefined) return false;
    const words = clinical.text.slice(sentence.start, sentence.end);
    return status === 'denied' || (PAST.test(words) && !COMING.test(words));
  });
}
