/** Which numbers of the visit may vouch for a number of the note. */
import type { TextRange } from '../../contracts.ts';
import type { Quantity } from '../../extract/quantities.ts';
import type { VitalMention } from '../../extract/vital-signs.ts';
import type { AuditContext } from './audit-context.ts';
import { sentenceAt } from './checks.ts';

/** The one of the ranges that overlaps another, found by place: texts may hold very many. */
export function rangeIndex<T>(
  items: readonly T[],
  rangeOf: (item: T) => TextRange,
): (range: TextRange) => T | undefined {
  const sorted = [...items].sort((a, b) => rangeOf(a).start - rangeOf(b).start);
  return ({ start, end }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const item = sorted[middle];
      if (item !== undefined && rangeOf(item).end <= start) low = middle + 1;
      else high = middle;
    }
    const found = sorted[low];
    return found !== undefined && rangeOf(found).start < end ? found : undefined;
  };
}

export interface Candidates {
  /** Equal for equal sets of numbers. */
  readonly key: string;
  all(): readonly Quantity[];
}

const TALK_CHARS = 400;
const AGE_BEFORE = /\b(?:i'm|i am|turned|aged?)\s*(?:about |now )?$/iu;

function isAge(context: AuditContext, said: Quantity): boolean {
  const { visit } = context;
  const { text } = visit.clinical;
  const asked = visit.parts[visit.partAt(said.start) - 1];
  return (
    (said.unit === null &&
      asked !== undefined &&
      /\b(?:age|old)\b[^?]*\?\s*$/iu.test(visit.wordsOf(asked).slice(-200))) ||
    AGE_BEFORE.test(text.slice(Math.max(0, said.start - 16), said.start)) ||
    /^[\s-]*(?:years?[\s-]old|this year)/iu.test(text.slice(said.end, said.end + 12))
  );
}

export function numberCandidates(
  context: AuditContext,
): (stated: Quantity, vital: VitalMention | undefined) => Candidates {
  const sets = new Map<string, readonly Quantity[]>();
  const testsOf = testsBySentence(context);
  const remembered = (key: string, compute: () => readonly Quantity[]): Candidates => ({
    key,
    all: () => {
      const known = sets.get(key) ?? compute();
      sets.set(key, known);
      return known;
    },
  });
  return (stated, vital) => {
    if (vital !== undefined) return remembered(vital.kind, () => forVital(context, vital));
    const anchors = anchorsFor(context, stated, testsOf);
    if (anchors !== null) return remembered(`test ${anchors.join(' ')}`, () => nearAnchors(context, anchors));
    if (stated.unit === null || stated.unit.id === 'years')
      return remembered('any', () => context.visitQuantities);
    return remembered('with unit', () => withUnit(context));
  };
}

function forVital(context: AuditContext, vital: VitalMention): Quantity[] {
  const { visitQuantities, visitVitals, visit } = context;
  const own = visitVitals.filter(({ kind }) => kind === vital.kind);
  const others = rangeIndex(
    visitVitals.filter(({ kind }) => kind !== vital.kind),
    (range) => range,
  );
  const turns = new Set(own.map(({ start }) => visit.partAt(start)));
  const near = visitQuantities.filter((said) => {
    const turn = visit.partAt(said.start);
    const isNear = own.length === 0 || turns.has(turn) || turns.has(turn - 1);
    return isNear && others(said) === undefined && !isAge(context, said);
  });
  return [...own.map(({ quantity }) => quantity), ...near];
}

function withUnit(context: AuditContext): Quantity[] {
  const vitals = rangeIndex(context.visitVitals, (range) => range);
  return context.visitQuantities.filter(
    (said) => said.unit !== null || (vitals(said) === undefined && !isAge(context, said)),
  );
}

function testsBySentence(context: AuditContext): ReadonlyMap<number, readonly string[]> {
  const tests = new Map<number, string[]>();
  for (const { first, group } of context.noteTerms) {
    if (group.kind !== 'test') continue;
    const sentence = context.note.tokens[first]?.sentence ?? -1;
    const known = tests.get(sentence);
    if (known === undefined) tests.set(sentence, [...group.anchors]);
    else known.push(...group.anchors);
  }
  return tests;
}

/** For a result of a test: the words its talk has. Null for any other number. */
function anchorsFor(
  context: AuditContext,
  stated: Quantity,
  testsOf: ReadonlyMap<number, readonly string[]>,
): readonly string[] | null {
  const dimension = stated.unit?.dimension;
  if (stated.form !== 'single' || (dimension !== undefined && dimension !== 'percent')) return null;
  return testsOf.get(sentenceAt(context.note, stated.start)) ?? null;
}

function nearAnchors(context: AuditContext, anchors: readonly string[]): Quantity[] {
  const places = anchors
    .flatMap((anchor) => [...context.visitWords.starting(anchor)])
    .flatMap((at) => context.visit.clinical.tokens[at]?.start ?? []);
  return context.visitQuantities.filter(({ start }) =>
    places.some((place) => start >= place - TALK_CHARS && start <= place + TALK_CHARS),
  );
}
