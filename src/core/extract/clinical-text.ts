/** A note as tokens, sentences and labelled lines, with offsets into the text: what every matcher reads. */
import { ordinalNumber, spelledWithDigits } from './number-words.ts';
import { porterStem } from './porter-stemmer.ts';
import { tagSections, type Division } from './sections.ts';

export interface Token {
  /** Lower case, British spellings folded into American ones. */
  readonly word: string;
  /** Compared form: stem, number words as digits. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

/** What a line or sentence is about by the words before its colon, e.g. "Family history: ...". */
export type Label = 'family' | 'allergies' | 'medications' | 'social' | 'history' | 'denied' | 'other' | null;

export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Half-open range of tokens. */
  readonly firstToken: number;
  readonly lastToken: number;
  readonly line: number;
  readonly label: Label;
  readonly division: Division | null;
}

export interface ClinicalText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly positions: ReadonlyMap<string, readonly number[]>;
}

const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?/gu;

const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/oedema/u, 'edema'],
  [/rrhoea/u, 'rrhea'],
  [/aemi/u, 'emi'],
  [/haem/u, 'hem'],
  [/oesoph/u, 'esoph'],
  [/oestr/u, 'estr'],
  [/dyspnoea/u, 'dyspnea'],
  [/apnoea/u, 'apnea'],
  [/paed/u, 'ped'],
  [/orthopaed/u, 'orthoped'],
  [/tumour/u, 'tumor'],
  [/colour/u, 'color'],
  [/fibre/u, 'fiber'],
  [/isation\b/u, 'ization'],
  [/ised\b/u, 'ized'],
];

/** Notes use few different words; the memo changes nothing but the time. Emptied when full. */
const MEMO_WORDS = 20_000;
const plainMemo = new Map<string, string>();
const stemMemo = new Map<string, string>();

function remembered(memo: Map<string, string>, key: string, compute: (key: string) => string): string {
  const known = memo.get(key);
  if (known !== undefined) return known;
  if (memo.size >= MEMO_WORDS) memo.clear();
  const value = compute(key);
  memo.set(key, value);
  return value;
}

export function plainWord(raw: string): string {
  return remembered(plainMemo, raw, foldedWord);
}

function foldedWord(raw: string): string {
  let word = raw.normalize('NFC').toLowerCase().replaceAll('’', "'").replace(/'s$/u, '');
  for (const [pattern, replacement] of BRITISH) word = word.replace(pattern, replacement);
  return word;
}

export function stemOf(word: string): string {
  return remembered(stemMemo, word, stemmedWord);
}

function stemmedWord(word: string): string {
  const ordinal = ordinalNumber(word);
  if (ordinal !== undefined) return `${ordinal}th`;
  const spelled = spelledWithDigits(word);
  return spelled.length > 3 && /^[a-z]+$/u.test(spelled)
    ? porterStem(spelled)
    : spelled.replace(/^(\p{L}{3,})s$/u, '$1');
}

/** Sentence ends: a line break, "." "!" "?" ";" before a gap; not the dot of "Mr." or of a number. */
const SENTENCE_END = /\n|;|[.!?](?=["')\]*_]*(?:\s|$))/gu;
const ABBREVIATION = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|vs|approx|e\.g|i\.e|No|Sgt|Prof)$/u;
const LABEL_AT_START = /^[\s>*•#_\d.)(-]*([A-Za-z][A-Za-z /&'-]{1,40}?)[*_]{0,3}\s*:/u;

const LABELS: readonly (readonly [RegExp, Exclude<Label, null>])[] = [
  [/famil|^fhx?$/iu, 'family'],
  [/allerg|intoleran|adverse/iu, 'allergies'],
  [/medication|^meds?$|medicines|^rx$/iu, 'medications'],
  [/social|^shx?$|habits|tobacco|alcohol/iu, 'social'],
  [/denie|negative/iu, 'denied'],
  [/history|^pmh$|^psh$|^hx$/iu, 'history'],
];

function labelOf(words: string): Exclude<Label, null> {
  return LABELS.find(([pattern]) => pattern.test(words.trim()))?.[1] ?? 'other';
}

/** "H. pylori", "E. coli": a genus, and its species in small letters. */
const GENUS = /(?:^|[\s(])[A-Z]$/u;
const SPECIES = /^ \p{Ll}/u;

/** Longer "sentences" are no language; cutting them keeps every later step linear in the text. */
const MAX_SENTENCE_CHARS = 1500;

function sentenceBounds(text: string): { start: number; end: number; line: number }[] {
  const bounds: { start: number; end: number; line: number }[] = [];
  let start = 0;
  let line = 0;
  const push = (end: number): void => {
    while (end - start > MAX_SENTENCE_CHARS) {
      const space = text.lastIndexOf(' ', start + MAX_SENTENCE_CHARS);
      const cut = space > start ? space : start + MAX_SENTENCE_CHARS;
      bounds.push({ start, end: cut, line });
      start = cut;
    }
    if (text.slice(start, end).trim() !== '') bounds.push({ start, end, line });
  };
  for (const match of text.matchAll(SENTENCE_END)) {
    const isDot = match[0] === '.';
    const before = text.slice(Math.max(start, match.index - 8), match.index);
    if (isDot && ABBREVIATION.test(before)) continue;
    if (isDot && GENUS.test(before) && SPECIES.test(text.slice(match.index + 1, match.index + 3))) continue;
    // "1. Hypertension": the number of a list item is not a sentence.
    if (isDot && /^\s*\d{1,2}$/u.test(text.slice(start, match.index))) continue;
    push(match.index);
    start = match.index + 1;
    if (match[0] === '\n') line += 1;
  }
  push(text.length);
  return bounds;
}

/** Labels run to the end of their line, or over the bullets below when the line holds nothing else. */
function labelsOf(text: string, bounds: readonly { start: number; end: number; line: number }[]): Label[] {
  const labels: Label[] = [];
  let current: Label = null;
  let open = false;
  let line = -1;
  for (const bound of bounds) {
    const body = text.slice(bound.start, bound.end);
    const found = LABEL_AT_START.exec(body.slice(0, 80));
    if (bound.line !== line) {
      const bullet = /^\s*[-*•]/u.test(body);
      if (!(open && bullet && found === null)) current = null;
      line = bound.line;
    }
    if (found !== null) {
      current = labelOf(found[1] ?? '');
      open = body.slice(found[0].length).replace(/[*_\s]/gu, '') === '';
    }
    labels.push(current);
  }
  return labels;
}

function divisionAt(sections: ReturnType<typeof tagSections>, offset: number): Division | null {
  return sections.find((section) => offset >= section.start && offset < section.end)?.division ?? null;
}

export function readClinicalText(text: string): ClinicalText {
  const bounds = sentenceBounds(text);
  const labels = labelsOf(text, bounds);
  const sections = tagSections(text);
  const tokens: Token[] = [];
  const positions = new Map<string, number[]>();
  const sentences = bounds.map((bound, index): Sentence => {
    const firstToken = tokens.length;
    for (const match of text.slice(bound.start, bound.end).matchAll(TOKEN)) {
      const word = plainWord(match[0]);
      const stem = stemOf(word);
      const start = bound.start + match.index;
      const known = positions.get(stem);
      if (known === undefined) positions.set(stem, [tokens.length]);
      else known.push(tokens.length);
      tokens.push({ word, stem, start, end: start + match[0].length, sentence: index });
    }
    return {
      ...bound,
      firstToken,
      lastToken: tokens.length,
      label: labels[index] ?? null,
      division: divisionAt(sections, bound.start + text.slice(bound.start, bound.end).search(/\S/u)),
    };
  });
  return { text, tokens, sentences, positions };
}
