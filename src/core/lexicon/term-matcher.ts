/** Finds the terms of a vocabulary in a text: whole words, at most five of them, the longest first. */
import { placedWords, type PlacedWord } from '../extract/placed-words.ts';
import type { Vocabulary } from '../scorers/scorer-resources.ts';
import { conceptGroupOf, type ConceptGroupId } from './concept-groups.ts';

export const WINDOW_WORDS = 5;

export interface TermConcept {
  readonly concept: string;
  readonly group: ConceptGroupId;
}

export interface FoundTerm {
  /** The words in lower case: equal for equal terms. */
  readonly term: string;
  readonly concepts: readonly TermConcept[];
  readonly start: number;
  readonly end: number;
}

interface IndexedTerm {
  readonly concepts: (TermConcept & { readonly exact: string | null })[];
}

export interface TermMatcher {
  find(text: string): readonly FoundTerm[];
}

export function createTermMatcher(vocabulary: Vocabulary): TermMatcher {
  const index = new Map<string, IndexedTerm>();
  for (const { term, concept, group } of vocabulary.entries) {
    const words = placedWords(term).map(({ word }) => plain(word));
    if (words.length === 0 || words.length > WINDOW_WORDS) continue;
    const key = words.join(' ');
    const entry = index.get(key) ?? { concepts: [] };
    if (!entry.concepts.some((known) => known.concept === concept && known.exact === exactOf(term))) {
      entry.concepts.push({ concept, group: conceptGroupOf(group), exact: exactOf(term) });
    }
    index.set(key, entry);
  }
  return { find: (text) => findTerms(text, index) };
}

/** "MS", "PE", "ALL": another word in lower case. */
function exactOf(term: string): string | null {
  return /^[A-Z][A-Z0-9]{0,4}$/u.test(term) ? term : null;
}

function plain(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'");
}

function findTerms(text: string, index: ReadonlyMap<string, IndexedTerm>): FoundTerm[] {
  const words = placedWords(text);
  const plainWords = words.map(({ word }) => plain(word));
  const ends = words.map((word, at) => endsPhrase(text, word, words[at + 1]));
  const found: (FoundTerm & { readonly first: number; readonly count: number })[] = [];
  for (let first = 0; first < words.length; first += 1) {
    let key = '';
    for (let count = 1; count <= WINDOW_WORDS && first + count <= words.length; count += 1) {
      key = count === 1 ? (plainWords[first] ?? '') : `${key} ${plainWords[first + count - 1] ?? ''}`;
      const start = words[first]?.start ?? 0;
      const end = words[first + count - 1]?.end ?? start;
      const concepts = (index.get(key)?.concepts ?? []).filter(
        ({ exact }) => exact === null || text.slice(start, end) === exact,
      );
      if (concepts.length > 0) {
        const bare = concepts.map(({ concept, group }) => ({ concept, group }));
        found.push({ term: key, concepts: bare, start, end, first, count });
      }
      if (ends[first + count - 1] === true) break;
    }
  }
  return longestFirst(found, words.length);
}

/** A phrase does not go over the end of a sentence or a list item; "E. coli" is not the end of one. */
function endsPhrase(text: string, word: PlacedWord, next: PlacedWord | undefined): boolean {
  if (next === undefined) return true;
  const gap = text.slice(word.end, next.start);
  if (/^\. ?$/u.test(gap) && word.word.length <= 2) return false;
  return /[.;:!?,()[\]\n\r]/u.test(gap);
}

function longestFirst(
  found: readonly (FoundTerm & { readonly first: number; readonly count: number })[],
  words: number,
): FoundTerm[] {
  const taken = new Uint8Array(words);
  const kept: FoundTerm[] = [];
  for (const { first, count, ...term } of [...found].sort((a, b) => b.count - a.count || a.first - b.first)) {
    if (taken.subarray(first, first + count).includes(1)) continue;
    taken.fill(1, first, first + count);
    kept.push(term);
  }
  return kept.sort((a, b) => a.start - b.start);
}
