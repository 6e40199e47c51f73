/** Quick answers to "does some word of this text begin with ...", "... or sound like ...". */
import type { ClinicalText } from '../../extract/clinical-text.ts';

export interface WordIndex {
  /** Token indices of words that begin with this, at most a few; "er$" is the whole word. */
  starting(beginning: string): readonly number[];
  /** A word that is this one or a near miss of it, as speech recognition writes names. */
  like(word: string): boolean;
}

const MAX_PLACES = 20;
const FUZZY_MIN_CHARS = 6;

/** Levenshtein distance, at most `limit` + 1. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}

export function wordIndex(text: ClinicalText): WordIndex {
  const places = new Map<string, number[]>();
  for (const [at, { word }] of text.tokens.entries()) {
    const known = places.get(word);
    if (known === undefined) places.set(word, [at]);
    else if (known.length < MAX_PLACES) known.push(at);
  }
  const words = [...places.keys()].sort();
  const started = new Map<string, readonly number[]>();
  const liked = new Map<string, boolean>();
  const starting = (beginning: string): readonly number[] => {
    const known = started.get(beginning);
    if (known !== undefined) return known;
    if (beginning.endsWith('$')) return places.get(beginning.slice(0, -1)) ?? [];
    const found: number[] = [];
    for (let at = lowerBound(words, beginning); words[at]?.startsWith(beginning) === true; at += 1) {
      found.push(...(places.get(words[at] ?? '') ?? []));
      if (found.length > MAX_PLACES) break;
    }
    started.set(beginning, found);
    return found;
  };
  return {
    starting,
    like: (word) => {
      const known = liked.get(word);
      if (known !== undefined) return known;
      const edits = word.length >= 9 ? 3 : 2;
      const found =
        places.has(word) ||
        (word.length >= FUZZY_MIN_CHARS &&
          words.some(
            (other) => other.length >= 5 && other[0] === word[0] && editDistance(word, other, edits) <= edits,
          ));
      liked.set(word, found);
      return found;
    },
  };
}

function lowerBound(sorted: readonly string[], value: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
