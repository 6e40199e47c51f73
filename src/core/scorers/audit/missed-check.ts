/** Salient statements of the visit that the note lacks. Questions without an answer and asides state nothing. */
import type { AuditCategory, Severity, TextRange } from '../../contracts.ts';
import type { DrugMention } from '../../extract/drug-mentions.ts';
import type { Quantity } from '../../extract/quantities.ts';
import type { AuditContext } from './audit-context.ts';
import { spokenAllergens } from './allergy-check.ts';
import { addSaid, overlapsAny, type Findings } from './checks.ts';
import type { TermGroup, TermKind } from './clinical-terms.ts';
import { findQuantity } from './number-check.ts';
import { spokenStatus } from './spoken-status.ts';
import { spokenTerms, type Spoken } from './spoken-terms.ts';

function inNote(context: AuditContext, mention: DrugMention): boolean {
  if (context.noteDrugs.some(({ key }) => key === mention.key)) return true;
  const said = context.visit.clinical.text.slice(mention.start, mention.end);
  const words = `${mention.key} ${said}`.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words.some(
    (word) => context.noteWords.starting(word.slice(0, 6)).length > 0 || context.noteWords.like(word),
  );
}

function missedMedications(context: AuditContext, findings: Findings, allergens: readonly TextRange[]): void {
  const keys = new Set(context.visitDrugs.map(({ key }) => key));
  for (const key of keys) {
    const mentions = context.visitDrugs.filter((mention) => mention.key === key);
    const told = mentions.find(
      (mention) => mention.action !== 'conditional' && spokenStatus(context.visit, mention) === 'affirmed',
    );
    if (told === undefined || overlapsAny(told, allergens)) continue;
    const present = inNote(context, told);
    addSaid(context, findings, 'medication', { start: told.start, end: told.end }, present ? null : 'major');
    const doses = mentions.flatMap((mention) => mention.doses);
    const dosed = mentions.findLast((mention) => mention.doses.length > 0);
    const dose = dosed?.doses[0];
    if (!present || dosed === undefined || dose === undefined) continue;
    const kept = doses.some((quantity) => findQuantity(context.noteQuantities, quantity) !== undefined);
    addSaid(
      context,
      findings,
      'dose',
      { start: Math.min(dosed.start, dose.start), end: Math.max(dosed.end, dose.end) },
      kept ? null : 'major',
    );
  }
}

function missedVitals(context: AuditContext, findings: Findings): void {
  const kinds = new Set(context.visitVitals.map(({ kind }) => kind));
  for (const kind of kinds) {
    const readings = context.visitVitals.filter((mention) => mention.kind === kind);
    const [first] = readings;
    if (first === undefined) continue;
    const kept = readings.some(
      ({ quantity }) => findQuantity(context.noteQuantities, quantity) !== undefined,
    );
    addSaid(context, findings, 'number', { start: first.start, end: first.end }, kept ? null : 'major');
  }
}

const MEASURED = new Set(['percent', 'temperature', 'pressure', 'length']);
const LASTING = /\b(?:for|over|past|last|since|about|started|it's been|been)\b[^.?!]{0,30}$/iu;

/** "7/1/20", and "7/1" that is no grade. */
function isDate(text: string, { value, second, start, end }: Quantity): boolean {
  if (/^\/\d/u.test(text.slice(end, end + 2)) || /\d\/$/u.test(text.slice(start - 2, start))) return true;
  const isGrade = second === 5 || second === 6 || second === 10;
  return value <= 12 && (second ?? 0) <= 31 && !isGrade && text.slice(start, end).includes('/');
}

/** Measures and lengths of the complaint; not waiting times, doses and small talk. */
function isSalient(context: AuditContext, quantity: Quantity): boolean {
  const { text, sentences } = context.visit.clinical;
  const sentence = sentences.find(({ start, end }) => quantity.start >= start && quantity.start < end);
  if (sentence === undefined || text[sentence.end] === '?') return false;
  if (/^(?:an?|the|last|past|one|couple)\b/iu.test(text.slice(quantity.start, quantity.end))) return false;
  if (quantity.unit === null && quantity.form === 'ratio') return !isDate(text, quantity);
  if (quantity.unit === null) return !Number.isInteger(quantity.value);
  if (MEASURED.has(quantity.unit.dimension)) return true;
  return (
    quantity.unit.dimension === 'time' &&
    quantity.value > 0 &&
    LASTING.test(text.slice(sentence.start, quantity.start))
  );
}

function missedNumbers(context: AuditContext, findings: Findings): void {
  const vitals: readonly TextRange[] = context.visitVitals;
  const doses = context.visitDrugs.flatMap((mention) => mention.doses);
  const seen = new Set<string>();
  for (const quantity of context.visitQuantities) {
    const inside = [...vitals, ...doses].some(
      ({ start, end }) => quantity.start < end && start < quantity.end,
    );
    if (inside || !isSalient(context, quantity)) continue;
    const key = `${quantity.value} ${quantity.second ?? ''} ${quantity.unit?.id ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const kept = findQuantity(context.noteQuantities, quantity) !== undefined;
    const measured = quantity.unit?.dimension !== 'time';
    addSaid(
      context,
      findings,
      'number',
      { start: quantity.start, end: quantity.end },
      kept ? null : measured ? 'major' : 'minor',
    );
  }
}

const CATEGORY: Readonly<Record<TermKind, AuditCategory>> = {
  symptom: 'finding',
  exam: 'finding',
  normal: 'finding',
  test: 'finding',
  procedure: 'plan',
  diagnosis: 'diagnosis',
};

function told(spoken: readonly Spoken[]): Spoken | undefined {
  return (
    spoken.find(({ status }) => status === 'affirmed') ?? spoken.find(({ status }) => status === 'denied')
  );
}

function severityOf(group: TermGroup, status: Spoken['status']): Severity {
  if (status === 'denied') return 'minor';
  return group.kind === 'symptom' || group.kind === 'normal' ? 'minor' : 'major';
}

/** The rate, not the pulses that are felt. */
function isPulse(context: AuditContext, { start, end }: TextRange): boolean {
  return context.visit.clinical.text.slice(start, end).toLowerCase() === 'pulse';
}

function missedTerms(context: AuditContext, findings: Findings, allergens: readonly TextRange[]): void {
  const inNotes = new Set(context.noteTerms.map(({ group }) => group));
  const reactions = new Set(allergens.map(({ start }) => context.visit.partAt(start)));
  for (const [group, everySpoken] of spokenTerms(context)) {
    // "Pulse 72", "72 for the pulse" are measurements, and missedVitals asks for them.
    const spoken = everySpoken.filter(
      ({ range }) => !overlapsAny(range, context.visitVitals) && !isPulse(context, range),
    );
    const statement = told(spoken);
    if (statement === undefined || reactions.has(context.visit.partAt(statement.range.start))) continue;
    const denied = statement.status === 'denied';
    if (group.kind === 'normal' || (denied && group.kind !== 'symptom' && group.kind !== 'exam')) continue;
    const kept =
      inNotes.has(group) || group.anchors.some((anchor) => context.noteWords.starting(anchor).length > 0);
    const category = denied ? 'negation' : CATEGORY[group.kind];
    addSaid(context, findings, category, statement.range, kept ? null : severityOf(group, statement.status));
  }
}

export function checkMissed(context: AuditContext, findings: Findings): void {
  const allergens = spokenAllergens(context).map(({ range }) => range);
  missedMedications(context, findings, allergens);
  missedVitals(context, findings);
  missedNumbers(context, findings);
  missedTerms(context, findings, allergens);
}
