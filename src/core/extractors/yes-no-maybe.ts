import { extractChoice } from '../extract/choice-letter.ts';
import type { Choice } from '../packs/pack.ts';
import { FAILED, oneOf, readReply, type Extractor, type Reading } from './extractor.ts';

const CHOICES: readonly Choice[] = ['yes', 'no', 'maybe'].map((id) => ({ id, text: id }));

/** Words that open an answer; longest first, as "có thể" is not "có" and "ไม่ใช่" not "ใช่". */
const WORDS: readonly (readonly [word: string, answer: 'yes' | 'no' | 'maybe'])[] = [
  ...words(
    'maybe',
    'có thể|อาจจะ|อาจ|ربما|vielleicht|möglicherweise|peut-être|peut être|tal vez|talvez|quizás|quizá|possivelmente|posiblemente|可能|也许|也許|不确定|不確定|たぶん|perhaps|possibly|uncertain|inconclusive|unclear',
  ),
  ...words('no', 'ไม่ใช่|ไม่|không|não|nein|non|nej|لا|不是|不会|不能|没有|不|否|いいえ|nope|negative'),
  ...words('yes', 'ใช่|có|đúng|sim|sí|ja|oui|نعم|是的|是|会|能|はい|yeah|yep|affirmative'),
];

function words(answer: 'yes' | 'no' | 'maybe', list: string): (readonly [string, 'yes' | 'no' | 'maybe'])[] {
  return list
    .split('|')
    .sort((a, b) => b.length - a.length)
    .map((word) => [word, answer] as const);
}

const OPENING = /^[\s*_"'“`(¡¿]*(?:answer:\s*)?[\s*_"'“`(]*/iu;
/** After a short word of a script with spaces, the answer ends: "No hay" opens a sentence, "No, hay" answers. */
const ENDED = /^[\s*_"'”`)]*(?:$|[.,;:!?،—–\n-])/u;

function opened(text: string): 'yes' | 'no' | 'maybe' | null {
  const rest = text.replace(OPENING, '').toLowerCase();
  const found = WORDS.find(([word]) => rest.startsWith(word));
  if (found === undefined) return null;
  const after = rest.slice(found[0].length);
  return ENDED.test(after) ? found[1] : null;
}

/** "Yes and no", "yes or no": both are offered. */
const BOTH = /\b(?:yes\s*(?:and|or|\/|&)\s*no|no\s*(?:and|or|\/|&)\s*yes)\b/iu;

function flexible(text: string): Reading {
  if (BOTH.test(text)) return { kind: 'unscored', reason: 'ambiguous-answer' };
  const english = extractChoice(text, CHOICES).flexible;
  if (english.kind === 'picked') return { kind: 'read', values: [english.id] };
  if (english.reason !== 'extraction-failed') return english;
  const announced = [...text.matchAll(/\banswer: ([^\n]{1,80})/giu)].map((match) => opened(match[1] ?? ''));
  const stated = announced.filter((answer) => answer !== null);
  if (stated.length > 0) return oneOf(stated);
  const first = opened(text);
  return first === null ? FAILED : oneOf([first]);
}

export const yesNoMaybe: Extractor = {
  id: 'yes-no-maybe',
  title: 'Yes, no or maybe',
  description:
    'Strict: the word alone. Flexible: stated in any way, in nine languages; yes and no together is ambiguous. Read: yes, no or maybe.',
  extract: (reply) =>
    readReply(reply, {
      strict: (text) => {
        const word = text.toLowerCase().replace(/[.!]$/u, '');
        return word === 'yes' || word === 'no' || word === 'maybe' ? [word] : null;
      },
      flexible,
    }),
};
