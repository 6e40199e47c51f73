/** How far an edited note is from its draft, in words and in characters (Levenshtein: insert, delete, replace one). */
import { distance } from 'fastest-levenshtein';

export interface EditDistance {
  readonly steps: number;
  /** Length of the draft in the same unit. */
  readonly of: number;
}

/** A string has as many different characters as fit in 16 bits; so many different words can be told apart. */
const MAX_SYMBOLS = 65_536;

/** Words are what stands between white space, with their punctuation: a changed full stop is a change too. */
export function wordDistance(draft: string, edited: string): EditDistance {
  const symbols = new Map<string, string>();
  const coded = (text: string): { code: string; words: number } => {
    const words = text.split(/\s+/u).filter((word) => word !== '');
    const code = words.map((word) => {
      const known = symbols.get(word);
      if (known !== undefined) return known;
      // Beyond the limit all further words are taken for one: the distance is then a lower bound.
      const symbol = String.fromCharCode(Math.min(symbols.size, MAX_SYMBOLS - 1));
      symbols.set(word, symbol);
      return symbol;
    });
    return { code: code.join(''), words: words.length };
  };
  const [from, to] = [coded(draft), coded(edited)];
  return { steps: trimmedDistance(from.code, to.code), of: from.words };
}

export function characterDistance(draft: string, edited: string): EditDistance {
  return { steps: trimmedDistance(draft, edited), of: draft.length };
}

/** Edits touch a few places of a long note: what is equal at both ends does not have to be compared. */
function trimmedDistance(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) {
    end += 1;
  }
  return distance(a.slice(start, a.length - end), b.slice(start, b.length - end));
}
