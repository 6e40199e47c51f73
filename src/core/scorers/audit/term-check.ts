/** Findings, tests, illnesses and plans of the note that the visit never touched on, or says otherwise of. */
import type { AuditCategory, Severity, TextRange } from '../../contracts.ts';
import type { Sentence } from '../../extract/clinical-text.ts';
import { polarityOf, type Polarity } from '../../extract/polarity.ts';
import type { AuditContext } from './audit-context.ts';
import { addSupported, addUnsupported, rangeOf, type Findings } from './checks.ts';
import type { TermGroup } from './clinical-terms.ts';
import { abnormalSaid, onlyOrdered, onlyPast, oppositeSaid } from './term-against.ts';
import { spokenTerms, type Spoken } from './spoken-terms.ts';
import type { TermMention } from './term-mentions.ts';

/** The first word of the visit that counts as having spoken of the group. */
function anchorPlace(context: AuditContext, group: TermGroup): TextRange | undefined {
  if (group.phrase !== undefined) {
    const found = group.phrase.exec(context.visit.clinical.text);
    return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
  }
  for (const anchor of group.anchors) {
    const [at] = context.visitWords.starting(anchor);
    const token = at === undefined ? undefined : context.visit.clinical.tokens[at];
    if (token !== undefined) return { start: token.start, end: token.end };
  }
  return undefined;
}

const FUTURE =
  /\b(?:will|would|should|plan|recommend\w*|order\w*|refer\w*|schedul\w*|advis\w*|consider\w*|follow|continue|return|may need|going to|suggest\w*|encourag\w*|obtain|repeat)\b/iu;

function isPlan(context: AuditContext, sentence: Sentence): boolean {
  const text = context.note.text.slice(sentence.start, sentence.end);
  return sentence.division === 'plan' || FUTURE.test(text);
}

function categoryOf(
  context: AuditContext,
  { group }: TermMention,
  { sense }: Polarity,
  sentence: Sentence,
): AuditCategory {
  if (sense === 'negated' && group.kind !== 'normal') return 'negation';
  switch (group.kind) {
    case 'diagnosis':
      return 'diagnosis';
    case 'test':
      return isPlan(context, sentence) ? 'plan' : 'finding';
    case 'procedure':
      return 'plan';
    case 'symptom':
    case 'exam':
    case 'normal':
      return 'finding';
  }
}

const NORMAL =
  /\b(?:normal|unremarkable|clear|intact|stable|within|regular|supple|soft|steady|negative|no|not|without|good)\b/iu;

function severityOf(category: AuditCategory, group: TermGroup, sentence: string): Severity {
  if (category === 'diagnosis') return 'major';
  if (category === 'plan') return group.kind === 'procedure' ? 'major' : 'minor';
  const abnormal = category === 'finding' && !NORMAL.test(sentence);
  return abnormal && (group.kind === 'test' || group.kind === 'exam') ? 'major' : 'minor';
}

/** "If the pain goes on, surgery will be considered": what follows is a plan all the same. */
function isConsequence(context: AuditContext, mention: TermMention, sentence: Sentence): boolean {
  if (mention.group.kind !== 'procedure' && mention.group.kind !== 'test') return false;
  const start = context.note.tokens[mention.first]?.start ?? 0;
  return /\b(?:if|when|should)\b[^,]*,/iu.test(context.note.text.slice(sentence.start, start));
}

/** "Non-cardiac chest pain" denies nothing. */
function isNon(context: AuditContext, { first }: TermMention): boolean {
  const start = context.note.tokens[first]?.start ?? 0;
  return /\bnon[- ]?\p{L}+\s$/iu.test(context.note.text.slice(Math.max(0, start - 24), start));
}

export function checkTerms(context: AuditContext, findings: Findings): void {
  const said = spokenTerms(context);
  for (const mention of context.noteTerms) {
    const { note } = context;
    const sentence = note.sentences[note.tokens[mention.first]?.sentence ?? -1];
    if (sentence === undefined || sentence.label === 'allergies' || sentence.label === 'family') continue;
    const polarity = polarityOf(note, mention);
    if (polarity.aside === 'family' || isNon(context, mention)) continue;
    if (polarity.aside === 'conditional' && !isConsequence(context, mention, sentence)) continue;
    checkTerm(context, findings, mention, polarity, sentence, said.get(mention.group) ?? []);
  }
}

function checkTerm(
  context: AuditContext,
  findings: Findings,
  mention: TermMention,
  polarity: Polarity,
  sentence: Sentence,
  spoken: readonly Spoken[],
): void {
  const range = rangeOf(context.note, mention);
  const words = context.note.text.slice(sentence.start, sentence.end);
  // "Strength and conditioning" and a lone "Orientation" say nothing of the examination.
  if (mention.group.kind === 'normal' && !NORMAL.test(words) && !/\d/u.test(words)) return;
  const category = categoryOf(context, mention, polarity, sentence);
  const against =
    mention.group.kind === 'normal'
      ? abnormalSaid(context, mention, polarity)
      : oppositeSaid(context, mention, polarity, spoken);
  if (against !== undefined) {
    addUnsupported(context, findings, { category: 'negation', severity: 'major', note: range, against });
    return;
  }
  const told = spoken.find(({ status }) => status === 'affirmed' || status === 'denied') ?? spoken[0];
  const place = told?.range ?? anchorPlace(context, mention.group);
  if (
    place !== undefined &&
    !onlyOrdered(context, mention, spoken, words) &&
    !onlyPast(context, mention, spoken, words)
  ) {
    addSupported(context, findings, category, range, place);
    return;
  }
  addUnsupported(context, findings, {
    category,
    severity: severityOf(category, mention.group, words),
    note: range,
  });
}
