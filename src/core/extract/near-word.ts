import { distance } from 'fastest-levenshtein';

/** Whether two words differ by at most so many letters put in, left out or changed, as speech recognition writes names. */
export function isNearWord(a: string, b: string, edits: number): boolean {
  return Math.abs(a.length - b.length) <= edits && distance(a, b) <= edits;
}
