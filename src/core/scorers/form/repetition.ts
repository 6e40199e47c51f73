/**
 * Repetition loops: what a model writes when it cannot stop. A loop is a stretch of 1 to 40 words that follows itself
 * at least three times over at least eight words (a single word: six times), or one letter twenty times in a row.
 * Stretches of numbers alone are tables, not loops.
 */
import type { TextRange } from '../../contracts.ts';
import type { PlacedWord } from '../../extract/placed-words.ts';

const LONGEST_PERIOD = 40;
const LEAST_TIMES = 3;
const LEAST_WORDS = 8;
const LEAST_SINGLE = 6;
const LETTER_RUN = /(\p{L})\1{19,}/giu;

export interface Repetition {
  readonly ranges: readonly TextRange[];
  /** Of all words. */
  readonly share: number;
}

export function findRepetition(text: string, words: readonly PlacedWord[]): Repetition {
  const inLoop = new Uint8Array(words.length);
  for (let period = 1; period <= Math.min(LONGEST_PERIOD, words.length / 2); period += 1) {
    markPeriod(words, period, inLoop);
  }
  for (const match of text.matchAll(LETTER_RUN)) {
    const at = words.findIndex(({ end }) => end > match.index);
    if (at >= 0) inLoop[at] = 1;
  }
  const ranges: TextRange[] = [];
  let first = -1;
  let looped = 0;
  for (let at = 0; at <= words.length; at += 1) {
    if (inLoop[at] === 1) {
      if (first < 0) first = at;
      looped += 1;
    } else if (first >= 0) {
      ranges.push({ start: words[first]?.start ?? 0, end: words[at - 1]?.end ?? text.length });
      first = -1;
    }
  }
  return { ranges, share: words.length === 0 ? 0 : looped / words.length };
}

function markPeriod(words: readonly PlacedWord[], period: number, inLoop: Uint8Array): void {
  const least = period === 1 ? LEAST_SINGLE : Math.max(LEAST_WORDS, LEAST_TIMES * period);
  let start = 0;
  for (let at = period; at <= words.length; at += 1) {
    if (at < words.length && words[at]?.word === words[at - period]?.word) continue;
    const length = at - start;
    if (length >= least && hasLetters(words, start, period)) inLoop.fill(1, start, at);
    start = at - period + 1;
  }
}

function hasLetters(words: readonly PlacedWord[], start: number, count: number): boolean {
  for (let at = start; at < start + count; at += 1) if (/\p{L}/u.test(words[at]?.word ?? '')) return true;
  return false;
}
