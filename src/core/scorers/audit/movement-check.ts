/** "Pain with flexion", "no pain to palpation": what hurt, against what was moved or pressed and the answer. */
import type { TextRange } from '../../contracts.ts';
import type { AuditContext } from './audit-context.ts';
import { addSupported, addUnsupported, type Findings } from './checks.ts';
import { answerIn } from './spoken-status.ts';

/** What a note calls a movement -> beginnings of words that people say. */
const MOVEMENTS: readonly (readonly [stated: RegExp, said: readonly string[]])[] = [
  [
    /^(?:palpa|percuss|touch|pressure)/iu,
    ['palpat', 'press', 'push', 'touch', 'poke', 'tender', 'tap', 'squeez'],
  ],
  [/^(?:dorsi|plantar)/iu, ['dorsi', 'plantar', 'flex', 'bend', 'point', 'pull', 'push', 'toes']],
  [/^(?:flex|bend)/iu, ['flex', 'bend', 'bent', 'curl', 'lean', 'chin']],
  [/^exten/iu, ['exten', 'straight', 'lean', 'back']],
  [/^(?:rotat|turn|twist)/iu, ['rotat', 'turn', 'twist']],
  [/^(?:supinat|pronat)/iu, ['supin', 'pronat', 'turn', 'rotat']],
  [
    /^(?:abduct|adduct|elevat|reach|overhead)/iu,
    ['abduct', 'adduct', 'lift', 'rais', 'reach', 'overhead', 'over'],
  ],
  [/^(?:invers|evers)/iu, ['inver', 'ever', 'turn']],
  [/^(?:move|motion|range)/iu, ['mov', 'motion', 'bend', 'flex', 'turn', 'exten', 'lift', 'rais', 'rotat']],
  [/^(?:walk|weight|ambul|stand)/iu, ['walk', 'weight', 'step', 'stand', 'limp']],
];
const STATED =
  /\b((?:no|negative|without|denies|denied|positive|mild|moderate|severe|some)\s+)?(?:\p{L}+\s+){0,1}?(?:pain|tenderness|discomfort)\s+(?:is |was )?(?:noted |elicited |reproduced )?(?:with|on|to|upon|during|when|after)\s+(?:\p{L}+\s+){0,3}?(palpa\p{L}*|percuss\p{L}*|touch\p{L}*|dorsiflexion|plantarflexion|plantar flexion|flex\p{L}*|bend\p{L}*|exten\p{L}*|rotat\p{L}*|turn\p{L}*|twist\p{L}*|supinat\p{L}*|pronat\p{L}*|abduct\p{L}*|adduct\p{L}*|elevat\p{L}*|invers\p{L}*|evers\p{L}*|mov\p{L}*|motion|range of motion|walk\p{L}*|weight|ambulat\p{L}*)/giu;
const HURTS = /\b(?:pain\w*|hurt\w*|tender\w*|sore\w*|ouch|ow|ache\w*|uncomfortable)\b/iu;
const HURTS_NOT =
  /\b(?:no|not|n't|never|without|denies|any)\b[^.;?]{0,40}\b(?:pain|hurt|tender|sore)|\b(?:pain|hurts?|tender\w*)\b[^.;?]{0,20}\b(?:no|not)\b/iu;

interface SaidMovement {
  readonly range: TextRange;
  readonly hurts: boolean | null;
}

/** Each time the movement is spoken of, and whether it hurt: in the same sentence, or by the answer. */
function spokenMovements(context: AuditContext, starts: readonly string[]): SaidMovement[] {
  const { clinical, parts } = context.visit;
  return starts
    .flatMap((start) => [...context.visitWords.starting(start)])
    .flatMap((at): SaidMovement[] => {
      const token = clinical.tokens[at];
      const sentence = clinical.sentences[token?.sentence ?? -1];
      if (token === undefined || sentence === undefined) return [];
      const range = { start: sentence.start, end: sentence.end };
      const words = clinical.text.slice(sentence.start, sentence.end);
      const part = context.visit.partAt(sentence.start);
      const next = parts[part + 1];
      const isAsked = clinical.text[sentence.end] === '?' || !/[.?!]/u.test(words);
      const answer = next === undefined ? null : answerIn(context.visit.wordsOf(next));
      if (HURTS.test(words) && isAsked && answer !== null) return [{ range, hurts: answer === 'yes' }];
      if (HURTS_NOT.test(words)) return [{ range, hurts: false }];
      return [{ range, hurts: HURTS.test(words) ? true : null }];
    });
}

export function checkMovements(context: AuditContext, findings: Findings): void {
  for (const match of context.note.text.matchAll(STATED)) {
    const [whole, sign = '', movement = ''] = match;
    const starts = MOVEMENTS.find(([stated]) => stated.test(movement))?.[1];
    if (starts === undefined) continue;
    const note = { start: match.index, end: match.index + whole.length };
    const negated = /^(?:no|negative|without|den)/iu.test(sign.trim());
    const category = negated ? 'negation' : 'finding';
    const said = spokenMovements(context, starts);
    const [first] = said;
    const against = said.find(({ hurts }) => hurts === negated);
    if (first === undefined) {
      addUnsupported(context, findings, { category, severity: 'minor', note });
    } else if (against !== undefined && !said.some(({ hurts }) => hurts === !negated)) {
      addUnsupported(context, findings, {
        category: 'negation',
        severity: 'major',
        note,
        against: against.range,
      });
    } else addSupported(context, findings, category, note, first.range);
  }
}
