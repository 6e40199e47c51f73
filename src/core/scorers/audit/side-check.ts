/** Sides of the note against the sides said of the same part of the body. */
import type { TextRange } from '../../contracts.ts';
import type { ClinicalText } from '../../extract/clinical-text.ts';
import { stemOf } from '../../extract/clinical-text.ts';
import { PART_LINES } from './body-parts.ts';
import type { AuditContext } from './audit-context.ts';
import { addSaid, addSupported, addUnsupported, sentenceAt, type Findings } from './checks.ts';

type Side = 'left' | 'right' | 'bilateral';

interface SidedPart {
  readonly side: Side;
  /** Lines of PARTS its words stand in. */
  readonly lines: ReadonlySet<number>;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

const SIDE_WORDS: Readonly<Record<string, Side>> = {
  left: 'left',
  right: 'right',
  bilateral: 'bilateral',
  bilaterally: 'bilateral',
  both: 'bilateral',
};
/** "Right now", "all right", "left the house": no sides. */
const NOT_A_SIDE_AFTER =
  /^[\s,]*(?:after|away|now|before|when|then|here|there|last|the|for|untreated|alone|work|over|him|her|me|it|to|at|in|on|and i|so|okay)\b|^\s*[?.!]/iu;
const NOT_A_SIDE_BEFORE =
  /\b(?:all|that's|is that|alright|yeah|you're|he|she|i|they|was|were|have|has)\s*,?\s*$/iu;
const WORDS_AFTER = 4;
const WORDS_BEFORE = 6;

/** Sides with the part they are said of: the nearest part after, for "bilaterally" also before. */
export function sidedParts(text: ClinicalText): SidedPart[] {
  const found: SidedPart[] = [];
  for (const [at, token] of text.tokens.entries()) {
    const side = SIDE_WORDS[token.word];
    if (side === undefined) continue;
    const part = partNear(text, at, side);
    const after = text.text.slice(token.end, token.end + 14);
    const before = text.text.slice(Math.max(0, token.start - 14), token.start);
    const sided = side === 'bilateral' || !(NOT_A_SIDE_AFTER.test(after) || NOT_A_SIDE_BEFORE.test(before));
    if (part === null || (!sided && part.distance > 1)) continue;
    found.push({
      side,
      lines: part.lines,
      start: Math.min(token.start, part.start),
      end: Math.max(token.end, part.end),
      sentence: token.sentence,
    });
  }
  return found;
}

interface NearPart {
  readonly lines: ReadonlySet<number>;
  readonly start: number;
  readonly end: number;
  readonly distance: number;
}

function partNear(text: ClinicalText, at: number, side: Side): NearPart | null {
  const sentence = text.tokens[at]?.sentence;
  const reach = side === 'bilateral' ? WORDS_BEFORE : 2;
  const places = [
    ...Array.from({ length: WORDS_AFTER }, (_, index) => at + 1 + index),
    ...Array.from({ length: reach }, (_, index) => at - 1 - index),
  ];
  for (const place of places) {
    const token = text.tokens[place];
    if (token === undefined || token.sentence !== sentence) continue;
    const next = text.tokens[place + 1];
    const lines =
      PART_LINES.get(token.stem) ??
      (next === undefined ? undefined : PART_LINES.get(stemOf(`${token.word}-${next.word}`)));
    if (lines === undefined) continue;
    return { lines: new Set(lines), start: token.start, end: token.end, distance: Math.abs(place - at) };
  }
  return null;
}

function shares(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return [...a].some((line) => b.has(line));
}

const MAX_PLACES = 60;

/** Where the visit speaks of the part, with or without a side. */
function spokenParts(context: AuditContext, lines: ReadonlySet<number>): number[] {
  return context.visit.clinical.tokens
    .filter((token) => (PART_LINES.get(token.stem) ?? []).some((line) => lines.has(line)))
    .map(({ start }) => start)
    .slice(0, MAX_PLACES);
}

const NEAR_CHARS = 300;

/** The side as a word near the part, e.g. "which knee?" "the left one". */
function sideWord(context: AuditContext, side: Side, places: readonly number[]): TextRange | undefined {
  const words = side === 'bilateral' ? ['both', 'bilat', 'each', 'either'] : [side];
  for (const word of words) {
    for (const at of context.visitWords.starting(word)) {
      const token = context.visit.clinical.tokens[at];
      if (token === undefined) continue;
      if (!places.some((place) => Math.abs(place - token.start) <= NEAR_CHARS)) continue;
      const after = context.visit.clinical.text.slice(token.end, token.end + 14);
      const before = context.visit.clinical.text.slice(Math.max(0, token.start - 14), token.start);
      if (side !== 'bilateral' && (NOT_A_SIDE_AFTER.test(after) || NOT_A_SIDE_BEFORE.test(before))) continue;
      return { start: token.start, end: token.end };
    }
  }
  return undefined;
}

/** "The right knee." "And the left?": the side by itself in a turn beside one that names the part. */
function sideBeside(context: AuditContext, part: SidedPart): TextRange | undefined {
  if (part.side === 'bilateral') return undefined;
  const { visit } = context;
  const word = /^(?:side|one|is|looks?|feels?|s\b|was|too|\?|\.|,|$)/iu;
  for (const at of context.visitWords.starting(part.side)) {
    const token = visit.clinical.tokens[at];
    if (token === undefined) continue;
    const after = visit.clinical.text.slice(token.end, token.end + 14).trim();
    const before = visit.clinical.text.slice(Math.max(0, token.start - 14), token.start);
    if (!/(?:\b(?:the|my|your|on)\s+|[.?!\n]\s*)$/iu.test(before) || !word.test(after.replace(/^['’]/u, '')))
      continue;
    const turn = visit.partAt(token.start);
    const near = visit.clinical.tokens.some(
      ({ start, stem }) =>
        Math.abs(visit.partAt(start) - turn) <= 3 &&
        (PART_LINES.get(stem) ?? []).some((line) => part.lines.has(line)),
    );
    if (near) return { start: token.start, end: token.end };
  }
  return undefined;
}

export function checkSides(context: AuditContext, findings: Findings): void {
  checkBareSides(context, findings);
  const said = sidedParts(context.visit.clinical);
  const stated = sidedParts(context.note);
  for (const part of stated) {
    const note = { start: part.start, end: part.end };
    const same = said.filter(({ lines }) => shares(lines, part.lines));
    const agrees =
      same.find(({ side }) => side === part.side) ??
      (part.side === 'bilateral' && new Set(same.map(({ side }) => side)).size > 1 ? same[0] : undefined) ??
      (part.side === 'bilateral' ? undefined : same.find(({ side }) => side === 'bilateral'));
    if (agrees !== undefined) {
      addSupported(context, findings, 'laterality', note, agrees);
      continue;
    }
    const ownWord = sideBeside(context, part);
    if (ownWord !== undefined) {
      addSupported(context, findings, 'laterality', note, ownWord);
      continue;
    }
    const [against] = same;
    const severity = part.side === 'bilateral' ? 'minor' : 'major';
    if (against !== undefined && part.side !== 'bilateral') {
      addUnsupported(context, findings, {
        category: 'laterality',
        severity,
        note,
        against: { start: against.start, end: against.end },
      });
      continue;
    }
    const places = spokenParts(context, part.lines);
    const word = sideWord(context, part.side, places);
    if (word === undefined) {
      // "Lungs clear bilaterally": both sides go without saying where the part was spoken of.
      if (part.side !== 'bilateral' || places.length === 0)
        addUnsupported(context, findings, { category: 'laterality', severity, note });
      continue;
    }
    addSupported(context, findings, 'laterality', note, word);
  }
  checkMissedSides(context, findings, said, stated);
}

const BARE_SIDE = /\b(?:on|to) the (left|right)\b(?! (?:\p{L}+ ){0,1}(?:side of|of)\b)/giu;

/** "Positive Tinel sign on the left": the side of a sign, not of a part. */
function checkBareSides(context: AuditContext, findings: Findings): void {
  const { note, noteTerms, visitTerms, visit } = context;
  for (const match of note.text.matchAll(BARE_SIDE)) {
    const index = sentenceAt(note, match.index);
    const term = noteTerms.find(({ first }) => note.tokens[first]?.sentence === index);
    if (term === undefined) continue;
    const side = (match[1] ?? '').toLowerCase();
    const opposite = side === 'left' ? 'right' : 'left';
    const said = visitTerms
      .filter(({ group }) => group === term.group)
      .flatMap(({ first }) => visit.clinical.sentences[visit.clinical.tokens[first]?.sentence ?? -1] ?? []);
    const has = (word: string) => (sentence: TextRange) =>
      new RegExp(`\\b(?:on|to) the ${word}\\b|\\b${word} side`, 'iu').test(
        visit.clinical.text.slice(sentence.start, sentence.end),
      );
    const against = said.find(has(opposite));
    const range = { start: match.index, end: match.index + match[0].length };
    if (against === undefined || said.some(has(side))) continue;
    addUnsupported(context, findings, {
      category: 'laterality',
      severity: 'major',
      note: range,
      against: { start: against.start, end: against.end },
    });
  }
}

function checkMissedSides(
  context: AuditContext,
  findings: Findings,
  said: readonly SidedPart[],
  stated: readonly SidedPart[],
): void {
  const seen = new Set<string>();
  for (const part of said) {
    if (part.side === 'bilateral') continue;
    const key = `${part.side} ${[...part.lines].join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const kept = stated.some(
      ({ lines, side }) => shares(lines, part.lines) && (side === part.side || side === 'bilateral'),
    );
    const loose = context.note.tokens.some(({ word }) => word === part.side);
    const place = { start: part.start, end: part.end };
    addSaid(context, findings, 'laterality', place, kept || loose ? null : 'major');
  }
}
