/** A next visit in the plan when none was spoken of, and parts of the body named by the wrong face. */
import type { TextRange } from '../../contracts.ts';
import type { AuditContext } from './audit-context.ts';
import { addSupported, addUnsupported, type Findings } from './checks.ts';

const NEXT_VISIT =
  /\b(?:follow(?:ing)?[- ]?up(?: (?:visit|appointment))?|return (?:visit|to (?:the )?(?:clinic|office))|(?:be|is) (?:seen|reevaluated) (?:again|back))\b/giu;
const SPOKEN_VISIT =
  /follow[- ]?(?:up|ing up)|follow (?:you|with)|\bsee me\b|(?:'ll|will|like to|want to|wan na|wanna|gon na|going to) see (?:you|him|her|ya)\b|com(?:e|es|ing) back|came back|come (?:in to )?see|see (?:you|me|him|her|us|ya)(?: back| again| then)?[^.?!;]{0,40}?\b(?:again|back|in (?:a|an|about|one|two|three|four|five|six|eight|\d)|next|if)|\breturn|re-?check|check back|check in|appointment|\bback (?:and|in|to see|here|with)\b|next visit|\b(?:weeks?|months?|days?|years?) from now|\b(?:meet|speak|talk|look|come by|stop by)(?: up)? again\b|\bdrop in\b|\bmeet in\b|take (?:a|another) (?:further )?look|reevaluat|re-evaluat/iu;

export function checkNextVisit(context: AuditContext, findings: Findings): void {
  const said = SPOKEN_VISIT.exec(context.visit.clinical.text);
  for (const match of context.note.text.matchAll(NEXT_VISIT)) {
    const note = { start: match.index, end: match.index + match[0].length };
    // "Presents for follow-up of" is why the patient came.
    if (
      /\b(?:for|here for|a|routine)\s+(?:a\s+)?$/iu.test(
        context.note.text.slice(Math.max(0, note.start - 14), note.start),
      )
    )
      continue;
    if (said === null) addUnsupported(context, findings, { category: 'plan', severity: 'major', note });
    else
      addSupported(context, findings, 'plan', note, {
        start: said.index,
        end: said.index + said[0].length,
      });
  }
}

/** Opposite faces of a part; a note may only name the one that was said. */
const FACES: readonly (readonly [stated: RegExp, said: RegExp, opposite: RegExp])[] = [
  [/\bmedial(?:ly)?\b/giu, /\b(?:medial\w*|inside|inner)\b/iu, /\b(?:lateral\w*|outside|outer)\b/iu],
  [/\blateral(?:ly)?\b/giu, /\b(?:lateral\w*|outside|outer|side)\b/iu, /\b(?:medial\w*|inside|inner)\b/iu],
  [/\banterior(?:ly)?\b/giu, /\b(?:anterior\w*|front)\b/iu, /\b(?:posterior\w*|back)\b/iu],
  [/\bposterior(?:ly)?\b/giu, /\b(?:posterior\w*|back|behind)\b/iu, /\b(?:anterior\w*|front)\b/iu],
];

export function checkFaces(context: AuditContext, findings: Findings): void {
  const { text } = context.visit.clinical;
  for (const [stated, said, opposite] of FACES) {
    if (said.test(text)) continue;
    const found = opposite.exec(text);
    const against: TextRange | undefined =
      found === null ? undefined : { start: found.index, end: found.index + found[0].length };
    for (const match of context.note.text.matchAll(stated))
      addUnsupported(context, findings, {
        category: 'laterality',
        severity: against === undefined ? 'minor' : 'major',
        note: { start: match.index, end: match.index + match[0].length },
        ...(against === undefined ? {} : { against }),
      });
  }
}
