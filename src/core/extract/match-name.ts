/** Finds a fact's name in a text: as it stands, with small words between, or its words spread in one sentence. */
import { plainWord, stemOf, type ClinicalText } from './clinical-text.ts';

/** Half-open range of tokens in one sentence. */
export interface Mention {
  readonly first: number;
  readonly last: number;
}

const SMALL_WORDS = new Set(
  'a an the of in on with and or to for at is was are were be her his their my your its by from has had have does do it as than that this'.split(
    ' ',
  ),
);
const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?/gu;

interface NameWord {
  readonly stem: string;
  /** Set for short capitals ("PT", "ER", "K"), which are other words in lower case. */
  readonly exactCase: string | null;
}

export interface NamePattern {
  readonly name: string;
  readonly words: readonly NameWord[];
}

export function namePattern(name: string): NamePattern {
  const raw = [...name.matchAll(WORD)].map((match) => match[0]);
  const shortCapitals =
    raw.length === 1 && /^[A-Z][A-Za-z]{0,2}$/u.test(name) && /[A-Z]{2}|^[A-Z].?$/u.test(name);
  const words = raw.map((text): NameWord => ({
    stem: stemOf(plainWord(text)),
    exactCase: shortCapitals ? text : null,
  }));
  const content = words.filter(({ stem }) => !SMALL_WORDS.has(stem));
  return { name, words: content.length > 0 ? content : words };
}

/** Mentions beyond this many say nothing new about a fact. */
const MAX_MENTIONS = 60;
const MAX_GAP = 2;
/** Words of a name may be spread over so many tokens more than it has. */
const LOOSE_WINDOW = 9;

function isWordAt(text: ClinicalText, index: number, word: NameWord): boolean {
  const token = text.tokens[index];
  if (token === undefined || token.stem !== word.stem) return false;
  return word.exactCase === null || text.text.slice(token.start, token.end) === word.exactCase;
}

function endOfExact(text: ClinicalText, first: number, words: readonly NameWord[]): number | null {
  const sentence = text.tokens[first]?.sentence;
  let position = first;
  for (const [index, word] of words.entries()) {
    let gap = 0;
    while (!isWordAt(text, position, word)) {
      const token = text.tokens[position];
      if (index === 0 || gap === MAX_GAP || token === undefined || !SMALL_WORDS.has(token.word)) return null;
      gap += 1;
      position += 1;
    }
    if (text.tokens[position]?.sentence !== sentence) return null;
    position += 1;
  }
  return position;
}

/** Places where the words stand in order, with at most two small words between neighbours. */
export function findExact(text: ClinicalText, pattern: NamePattern): Mention[] {
  const [head] = pattern.words;
  if (head === undefined) return [];
  const mentions: Mention[] = [];
  for (const first of text.positions.get(head.stem) ?? []) {
    const last = endOfExact(text, first, pattern.words);
    if (last !== null) mentions.push({ first, last });
    if (mentions.length === MAX_MENTIONS) break;
  }
  return mentions;
}

/** Places where all words stand close together in one sentence, in any order. Single words have no such place. */
export function findLoose(text: ClinicalText, pattern: NamePattern): Mention[] {
  if (pattern.words.length < 2) return [];
  const rarest = [...pattern.words].sort(
    (a, b) => (text.positions.get(a.stem)?.length ?? 0) - (text.positions.get(b.stem)?.length ?? 0),
  )[0];
  const mentions: Mention[] = [];
  const reach = pattern.words.length + LOOSE_WINDOW;
  for (const anchor of (text.positions.get(rarest?.stem ?? '') ?? []).slice(0, MAX_MENTIONS)) {
    const sentence = text.sentences[text.tokens[anchor]?.sentence ?? -1];
    if (sentence === undefined) continue;
    const from = Math.max(sentence.firstToken, anchor - reach);
    const to = Math.min(sentence.lastToken, anchor + reach + 1);
    const places = pattern.words.map((word) => nearest(text, word, anchor, from, to));
    if (places.includes(-1)) continue;
    const first = Math.min(...places);
    const last = Math.max(...places) + 1;
    if (last - first <= reach) mentions.push({ first, last });
  }
  return mentions;
}

function nearest(text: ClinicalText, word: NameWord, anchor: number, from: number, to: number): number {
  let best = -1;
  for (let index = from; index < to; index += 1) {
    const closer = best === -1 || Math.abs(index - anchor) < Math.abs(best - anchor);
    if (closer && isWordAt(text, index, word)) best = index;
  }
  return best;
}

/** Exact places of any of the names; only where there are none, loose places. */
export function findNames(text: ClinicalText, names: readonly string[]): Mention[] {
  const patterns = names.map(namePattern);
  const exact = patterns.flatMap((pattern) => findExact(text, pattern));
  const found = exact.length > 0 ? exact : patterns.flatMap((pattern) => findLoose(text, pattern));
  return found.sort((a, b) => a.first - b.first || b.last - a.last).slice(0, MAX_MENTIONS);
}
