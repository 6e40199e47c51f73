/** Numbers of the note against every number said: unit-aware, in any wording. */
import type { Severity, TextRange } from '../../contracts.ts';
import { equalQuantities, type Quantity } from '../../extract/quantities.ts';
import type { VitalMention } from '../../extract/vital-signs.ts';
import type { AuditContext } from './audit-context.ts';
import { addSupported, addUnsupported, sentenceAt, type Findings } from './checks.ts';
import { numberCandidates, rangeIndex } from './number-candidates.ts';

/** Marks of lists, names and codes: their numbers state nothing. */
const NAME_BEFORE =
  /(?:\b(?:type|covid|vitamin|omega|factor|mpv|hepatitis|cranial nerves?|nerves?|tier|dr|dragon|step|option|problem|number|no|x)[\s-]*#?|\p{L}\d{0,2}[-/]?|#)$/iu;
const LIST_MARK = /(?:^|\n)[\s*#>-]*$/u;
const AFTER_MARK = /^\s*(?:[.)•:]|-\s)/u;
const PART_OF_NAME = /^[\s-]*(?:views?|vessels?|leads?|point|way|st\b|nd\b|rd\b|th\b)/iu;
/** "10/2020" is a date. */
const FIRST_YEAR = 1900;
const TOLERANCE_BETWEEN_UNITS = 0.05;

export function isStatement({ text }: { readonly text: string }, quantity: Quantity): boolean {
  const before = text.slice(Math.max(0, quantity.start - 24), quantity.start);
  const after = text.slice(quantity.end, quantity.end + 10);
  const words = text.slice(quantity.start, quantity.end);
  if (!/\d/u.test(words) && quantity.unit === null) return false;
  if (/\d\/$/u.test(before) || /^\/\d/u.test(after) || (quantity.second ?? 0) > FIRST_YEAR) return false;
  if (quantity.form === 'single' && quantity.unit === null) {
    if (NAME_BEFORE.test(before) || PART_OF_NAME.test(after)) return false;
    if (LIST_MARK.test(before) && AFTER_MARK.test(after)) return false;
    if (/^\s*•/u.test(after)) return false;
  }
  return true;
}

function sameWithin(a: Quantity, b: Quantity): boolean {
  if (equalQuantities(a, b)) return true;
  if (a.unit === null || b.unit === null || a.unit.dimension !== b.unit.dimension) return false;
  if (a.unit.dimension !== 'time' || a.unit.id === b.unit.id || a.second !== null || b.second !== null)
    return false;
  const [x, y] = [a.value * a.unit.factor, b.value * b.unit.factor];
  return Math.abs(x - y) <= Math.max(x, y) * TOLERANCE_BETWEEN_UNITS;
}

/** The number alone, as a quantity that has the same unit. */
function part(quantity: Quantity, value: number): Quantity {
  return { ...quantity, value, second: null, form: 'single' };
}

/** A number in a range that was said, or a range between two numbers that were. */
function holds(said: Quantity, stated: Quantity): boolean {
  if (said.second === null || said.form !== 'range' || stated.second !== null) return false;
  const comparable = said.unit === null || stated.unit === null || said.unit.id === stated.unit.id;
  return comparable && stated.value >= said.value && stated.value <= said.second;
}

export function findQuantity(all: readonly Quantity[], stated: Quantity): Quantity | undefined {
  const direct =
    all.find((said) => sameWithin(said, stated)) ??
    all.find((said) => said.second !== null && sameWithin(part(said, said.value), stated)) ??
    all.find((said) => said.second !== null && sameWithin(part(said, said.second), stated)) ??
    all.find((said) => holds(said, stated));
  if (direct !== undefined || stated.second === null) return direct;
  const first = findQuantity(all, part(stated, stated.value));
  if (stated.form === 'ratio' && stated.second === 10) return first;
  const second = findQuantity(all, part(stated, stated.second));
  return second === undefined ? undefined : first;
}

const WEIGHTY = new Set(['mass', 'temperature', 'percent', 'pressure', 'rate', 'units', 'volume']);

function severityOf(quantity: Quantity, vital: VitalMention | undefined): Severity {
  if (vital !== undefined || quantity.form === 'ratio') return 'major';
  if (quantity.unit === null) return Number.isInteger(quantity.value) ? 'minor' : 'major';
  return WEIGHTY.has(quantity.unit.dimension) ? 'major' : 'minor';
}

/** Another value of the same vital sign, or of the same measure in the nearest sentence. */
function otherValue(
  context: AuditContext,
  stated: Quantity,
  vital: VitalMention | undefined,
): TextRange | undefined {
  if (vital !== undefined) return context.visitVitals.find(({ kind }) => kind === vital.kind);
  const near = context.nearest(context.note, sentenceAt(context.note, stated.start));
  if (near === undefined || stated.unit === null) return undefined;
  return context.visitQuantities.find(
    (said) =>
      said.start >= near.start && said.end <= near.end && said.unit?.dimension === stated.unit?.dimension,
  );
}

/** `taken`: quantities that the doses of medicines account for. */
export function checkNumbers(context: AuditContext, findings: Findings, taken: readonly TextRange[]): void {
  const candidates = numberCandidates(context);
  const vitals = rangeIndex(context.noteVitals, ({ quantity }) => quantity);
  const doses = rangeIndex(taken, (range) => range);
  const memo = new Map<string, Quantity | undefined>();
  for (const quantity of context.noteQuantities) {
    if (!isStatement(context.note, quantity) || doses(quantity) !== undefined) continue;
    const vital = vitals(quantity);
    const stated =
      vital === undefined ? quantity : { ...vital.quantity, start: quantity.start, end: quantity.end };
    const among = candidates(quantity, vital);
    const number = `${among.key} ${stated.value} ${stated.second ?? ''} ${stated.form} ${stated.unit?.id ?? ''}`;
    const found = memo.has(number) ? memo.get(number) : findQuantity(among.all(), stated);
    memo.set(number, found);
    const range = vital ?? quantity;
    const note = { start: range.start, end: range.end };
    if (found !== undefined) {
      addSupported(context, findings, 'number', note, { start: found.start, end: found.end });
      continue;
    }
    const against = otherValue(context, stated, vital);
    addUnsupported(context, findings, {
      category: 'number',
      severity: severityOf(quantity, vital),
      note,
      ...(against === undefined ? {} : { against: { start: against.start, end: against.end } }),
    });
  }
}

const DAYS = /\b(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)\b/giu;
const MONTHS =
  /\b(?:january|february|april|june|july|august|september|october|november|december|march(?= \d))\b/giu;

/** Days of the week and months that nobody named. */
export function checkDates(context: AuditContext, findings: Findings): void {
  for (const match of [...context.note.text.matchAll(DAYS), ...context.note.text.matchAll(MONTHS)]) {
    const note = { start: match.index, end: match.index + match[0].length };
    const [at] = context.visitWords.starting(match[0].toLowerCase().slice(0, 4));
    const token = at === undefined ? undefined : context.visit.clinical.tokens[at];
    if (token === undefined)
      addUnsupported(context, findings, { category: 'number', severity: 'minor', note });
    else addSupported(context, findings, 'number', note, { start: token.start, end: token.end });
  }
}
