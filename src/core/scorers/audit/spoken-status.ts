/**
 * Whether the visit affirms, denies or only asks about something. A question takes its answer from the next
 * turn: "Any fever or chills?" "No." denies both.
 */
import type { Sentence } from '../../extract/clinical-text.ts';
import type { Mention } from '../../extract/match-name.ts';
import { polarityOf } from '../../extract/polarity.ts';
import type { VisitText } from './visit-text.ts';

export type SpokenStatus = 'affirmed' | 'denied' | 'asked' | 'aside';

const FILLER = '(?:(?:uh|um|er|oh|ah|well|okay|ok|you know|i mean|honestly|mm|hm+|so|and)\\b|[\\s,.…-])*';
const NO = new RegExp(
  `^${FILLER}(?:no|nope|nah|none|not|never|neither|nothing|negative|uh-uh|nuh-uh|(?:i|he|she|it|they)(?:'ve|'m|'s)? ?(?:do|did|have|has|does|had|is|was|am)?(?:n't| not| never| deny)|don't|haven't|hasn't)(?![\\p{L}])`,
  'iu',
);
const YES = new RegExp(
  `^${FILLER}(?:yes|yeah|yep|yup|mm-hmm|uh-huh|sure|correct|absolutely|definitely|exactly|sometimes|occasionally|a little|a bit|kind of|sort of|(?:i|it|he|she|they) (?:do|did|does|have|has|am|is|was)(?!n't| not| n't))(?![\\p{L}])`,
  'iu',
);

/** What the turn after a question says to it. */
export function answerIn(text: string): 'yes' | 'no' | null {
  const start = text.slice(0, 160);
  return NO.test(start) ? 'no' : YES.test(start) ? 'yes' : null;
}

const RELATIVE =
  /\b(?:mother|father|mom|mum|dad|brother|sister|son|daughter|grand(?:ma|pa|mother|father)|aunt|uncle|cousin|parents?|wife|husband|family)\b/iu;
const RELATIVE_SPEAKS =
  /mother|father|mom|mum|dad|parent|wife|husband|daughter|son|guardian|caregiver|sister|brother/iu;
const ABOUT_SELF = /\b(?:i|i'm|i've|my|me)\b/iu;
/** Someone else who has it or takes it: "my neighbor had the same and got ...", "the pharmacist mentioned ...". */
const SOMEONE_ELSE =
  /\b(?:neighbou?rs?|friends?|colleagues?|co-?workers?|someone|somebody|pharmacist|lady|guy)\b/iu;
/** What the doctor names and does not give: "others would try ...", "... is not for you". */
const NOT_YOURS =
  /\b(?:some|others|people) would\b|\bfor (?:other|some) people\b|\bnot (?:for you|in your case)\b|(?:n't| not) the answer\b|\baside\b(?! from)/iu;
const NOT_NOW =
  /\b(?:chances?|risk|odds) (?:of|for)\b|\bcall (?:me|us|911|the office|that same day|right away)\b|\bgo (?:straight )?to the (?:er|emergency)\b/iu;

/** "It doesn't look like there is any broken bone". */
const NOT_ANY = /(?:n't|\bnot|\bno|\bnever|\bwithout)\b[^.;?!]*\bany\b[^.;?!]{0,50}$/iu;

/** What is said of someone else, of a risk, of what to watch for, or only to leave it out. */
function isAside(visit: VisitText, sentence: Sentence, offset: number): boolean {
  const before = visit.clinical.text.slice(sentence.start, offset);
  const speaker = visit.parts[visit.partAt(offset)]?.speaker ?? '';
  if (RELATIVE_SPEAKS.test(speaker) && ABOUT_SELF.test(before)) return true;
  const self = ABOUT_SELF.test(before.replace(/\bmy\b/giu, ''));
  if (!self && (RELATIVE.test(before) || SOMEONE_ELSE.test(before))) return true;
  const whole = visit.clinical.text.slice(sentence.start, sentence.end);
  return NOT_NOW.test(whole) || NOT_YOURS.test(whole);
}

const MAX_LISTENED = 2;

function answerAfter(visit: VisitText, offset: number): 'yes' | 'no' | null {
  const at = visit.partAt(offset);
  const speaker = visit.parts[at]?.speaker;
  for (let next = at + 1; next <= at + MAX_LISTENED; next += 1) {
    const part = visit.parts[next];
    if (part === undefined || part.speaker === null) return null;
    if (part.speaker !== speaker) return answerIn(visit.wordsOf(part));
  }
  return null;
}

const ASKS =
  /^\s*(?:and |so |okay |alright |um |uh |now |well )*(?:any(?:thing)?|do|does|did|have|has|had|are|is|were|was|how about|what about|can|could)\s+(?:you|he|she|it|they|your|there|any|other|\p{L}+)/iu;

/** A question by its mark or, in a turn without any, by how it begins. */
function asks(visit: VisitText, sentence: Sentence): boolean {
  const { clinical } = visit;
  if (clinical.text[sentence.end] === '?') return true;
  const part = visit.parts[visit.partAt(sentence.start)];
  if (part === undefined || /[.?!]/u.test(visit.wordsOf(part))) return false;
  return ASKS.test(clinical.text.slice(sentence.start, sentence.end));
}

export function spokenStatus(visit: VisitText, mention: Mention): SpokenStatus {
  const { clinical } = visit;
  const token = clinical.tokens[mention.first];
  const sentence = clinical.sentences[token?.sentence ?? -1];
  if (token === undefined || sentence === undefined) return 'asked';
  const { sense, aside } = polarityOf(clinical, mention);
  if (aside === 'family' || isAside(visit, sentence, token.start)) return 'aside';
  const isQuestion = asks(visit, sentence);
  const before = clinical.text.slice(sentence.start, token.start);
  if (!isQuestion && NOT_ANY.test(before)) return 'denied';
  if (isQuestion) {
    const answer = answerAfter(visit, token.start);
    // "No chest pain?" "No." and "Right." both deny it.
    if (sense === 'negated') return 'denied';
    return answer === 'no' ? 'denied' : answer === 'yes' ? 'affirmed' : 'asked';
  }
  if (sense === 'negated') return 'denied';
  if (aside === 'conditional') return 'aside';
  return sense === 'unclear' ? 'asked' : 'affirmed';
}
