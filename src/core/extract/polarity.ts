/**
 * Whether a mention is affirmed or negated, and whether it speaks of the patient now: after the idea of NegEx
 * (Chapman et al., J Biomed Inform 2001;34:301), with scope inside the sentence and lists handled by their "or".
 */
import type { ClinicalText } from './clinical-text.ts';
import type { Mention } from './match-name.ts';

export interface Polarity {
  /** unclear: a negation stands before it, but whether it reaches so far cannot be decided. */
  readonly sense: 'affirmed' | 'negated' | 'unclear';
  /** conditional: "call if fever"; family: about a relative. */
  readonly aside: 'conditional' | 'family' | null;
}

/** Cues whose scope runs through a list with commas. */
const LIST_CUES = new Set(['denies', 'denied', 'denying', 'deny', 'denial']);
/** Cues whose scope ends at a comma unless an "or" follows. */
const CUES = new Set([
  'no',
  'not',
  'never',
  'without',
  'neither',
  'nor',
  'absence',
  'non',
  "isn't",
  "doesn't",
  "didn't",
  "wasn't",
  "hasn't",
  "haven't",
  "don't",
  "aren't",
  "weren't",
  "can't",
  "couldn't",
  "won't",
  'cannot',
  'lacks',
  'nil',
  'unremarkable',
]);
const FOR_CUES = new Set(['negative', 'free']);
const ENDS_SCOPE = new Set(
  'but however except although though yet reports reported endorses endorsed complains admits presents states notes has have had is are was were started starts continues improved who which because since after apart aside while whereas now'.split(
    ' ',
  ),
);
/** "no longer effective", "no change in ...", "not only": not negations of what follows. */
const PSEUDO_AFTER = new Set([
  'only',
  'change',
  'changes',
  'further',
  'increase',
  'certain',
  'sure',
  'limited',
  'improved',
  'improvement',
  'better',
]);
/** "Can't shake this cough", "cannot get rid of the itch": it is there. */
const CANNOT = new Set(["can't", "couldn't", 'cannot']);
const RID_OF = new Set(['shake', 'get', 'kick', 'lose', 'stop']);
const MAX_REACH = 60;

const FAMILY =
  '(?:mother|father|mom|mum|dad|brother|sister|son|daughter|grandmother|grandfather|aunt|uncle|cousin|parent|maternal|paternal|sibling|wife|husband|roommate|classmate)';
const FAMILY_BEFORE = new RegExp(
  `\\b${FAMILY}(?:'?s)?\\b(?:[\\s,:(]+(?:with|who|has|had|have|also|both|and|a|an|the|two|of|from|died|is|was|gets|${FAMILY}(?:'?s)?)\\b)*[\\s,:(]*$`,
  'iu',
);
const FAMILY_AFTER = new RegExp(`^\\s*(?:\\(\\s*|in\\s+(?:his|her|their|the)?\\s*|runs in )${FAMILY}`, 'iu');
const ACCOMPANIED = new RegExp(
  `(?:with|by|and) (?:his|her|their) ${FAMILY}[\\s,]*(?:with|and|who|has)?[\\s,]*$`,
  'iu',
);
const CONDITIONAL =
  /(?:\b(?:if(?! (?:i|you) (?:remember|recall|ask|may|might|know)\b| that matters\b)|unless|in case|rule out|to prevent|prevent|risk of|risk for|watch for|look out for|monitor for|warning signs|side effects?|may cause|can cause|should (?:he|she|they|you)|screen(?:ing)? for|evaluate for|concern(?:ing)? for|precautions)\b|\b(?:call|return|come back|seek|contact|emergency room|emergency department|urgent care|go to|er|ed|911|stop and call|report|hold|see me|recheck)\b[^.;]*\b(?:for|with|or|when)\b|^\s*[-*•]?\s*report\b)[^.;]*$/iu;

/** Punctuation between two neighbouring tokens. */
function gapBefore(text: ClinicalText, index: number): string {
  const previous = text.tokens[index - 1];
  const token = text.tokens[index];
  return previous === undefined || token === undefined ? '' : text.text.slice(previous.end, token.start);
}

function orFollows(text: ClinicalText, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const word = text.tokens[index]?.word ?? '';
    if (word === 'or' || word === 'nor' || gapBefore(text, index).includes('/')) return true;
    if (CUES.has(word) || LIST_CUES.has(word) || ENDS_SCOPE.has(word)) return false;
  }
  return false;
}

function cueAt(text: ClinicalText, index: number): 'list' | 'plain' | null {
  const word = text.tokens[index]?.word ?? '';
  const next = text.tokens[index + 1]?.word ?? '';
  if (LIST_CUES.has(word)) return 'list';
  if (FOR_CUES.has(word)) return next === 'for' || next === 'of' ? 'list' : null;
  if (word === 'nothing' && next === 'like') return 'plain';
  if (!CUES.has(word)) return null;
  if (word === 'no' && next === 'longer') return null;
  if (word === 'non' && gapBefore(text, index + 1) !== '-' && gapBefore(text, index + 1) !== ' ') return null;
  if (PSEUDO_AFTER.has(next)) return null;
  if (CANNOT.has(word) && RID_OF.has(next)) return null;
  // "no history of A, B, or C" lists as "denies" does.
  return next === 'history' || next === 'evidence' || next === 'signs' ? 'list' : 'plain';
}

function negationBefore(
  text: ClinicalText,
  mention: Mention,
  sentenceFirst: number,
  sentenceLast: number,
): Polarity['sense'] {
  let commas = 0;
  for (let index = mention.first; index > Math.max(sentenceFirst, mention.first - MAX_REACH); index -= 1) {
    const gap = gapBefore(text, index);
    if (gap.includes(',')) commas += 1;
    if (/[:()]/u.test(gap) && commas > 0) return 'affirmed';
    const cue = cueAt(text, index - 1);
    if (cue === 'list') return 'negated';
    if (cue === 'plain') {
      if (commas === 0) return 'negated';
      return orFollows(text, mention.first - 1, sentenceLast) ? 'negated' : 'unclear';
    }
    const word = text.tokens[index - 1]?.word ?? '';
    // "does not have fever", "denies that she has fever": the verb belongs to the cue.
    if (ENDS_SCOPE.has(word) && !cueIsNear(text, index - 2, sentenceFirst)) return 'affirmed';
  }
  return 'affirmed';
}

/** Words that may stand between a cue and its verb: "denies that she currently has". */
const BETWEEN_CUE_AND_VERB = new Set('that he she they patient the to currently ever any yet'.split(' '));

function cueIsNear(text: ClinicalText, from: number, sentenceFirst: number): boolean {
  for (let index = from; index >= Math.max(sentenceFirst, from - 3); index -= 1) {
    if (cueAt(text, index) !== null) return !gapBefore(text, index + 1).includes(',');
    if (!BETWEEN_CUE_AND_VERB.has(text.tokens[index]?.word ?? '')) return false;
  }
  return false;
}

const NEGATED_AFTER =
  /^[\s)"*_]*(?:(?:is|was|are|were|has been|been)\s+)?(?:absent|denied|not (?:present|seen|reported|noted|felt|found|heard)|ruled out|unlikely|negative(?! for)|none)\b|^[\s*_]*[:–—-]\s*(?:no|none|denied|denies|absent|negative|nil)\b(?!\s+\p{L}+\s+\p{L})|^\s*\(-\)/iu;

export function polarityOf(text: ClinicalText, mention: Mention): Polarity {
  const first = text.tokens[mention.first];
  const sentence = text.sentences[first?.sentence ?? -1];
  const last = text.tokens[mention.last - 1];
  if (first === undefined || last === undefined || sentence === undefined)
    return { sense: 'affirmed', aside: null };
  const before = text.text.slice(Math.max(sentence.start, first.start - 240), first.start);
  const after = text.text.slice(last.end, Math.min(sentence.end, last.end + 60));
  const negated = NEGATED_AFTER.test(after)
    ? 'negated'
    : negationBefore(text, mention, sentence.firstToken, sentence.lastToken);
  const sense = negated === 'affirmed' && sentence.label === 'denied' ? 'negated' : negated;
  const family =
    sentence.label === 'family' ||
    ((FAMILY_BEFORE.test(before) || FAMILY_AFTER.test(after)) && !ACCOMPANIED.test(before));
  return { sense, aside: CONDITIONAL.test(before) ? 'conditional' : family ? 'family' : null };
}
