/** Quick answers to "does some word of this text begin with ...", "... or sound like ...". */
import type { ClinicalText } from '../../extract/clinical-text.ts';
import { isNearWord } from '../../extract/near-word.ts';

export interface WordIndex {
  /** Token indices of words that begin with this, at most a few; "er$" is the whole word. */
  starting(beginning: string): readonly number[];
  /** A word that is this one or a near miss of it, as speech recognition writes names. */
  like(word: string): boolean;
}

const MAX_PLACES = 20;
const FUZZY_MIN_CHARS = 6;

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
          words.some((other) => other.length >= 5 && other[0] === word[0] && isNearWord(word, other, edits)));
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
