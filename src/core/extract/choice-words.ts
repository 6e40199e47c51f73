/** Choices and replies as sequences of comparable words, so that "Beta-blocker." is found in "a beta blocker". */
import type { Choice } from '../packs/pack.ts';

/** Numbers stay whole ("0.5" is not "5") and signs that change a meaning stay. */
const WORD = /(?<![\p{L}\p{N}])-\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+\p{N}*|[%<>≤≥+°]/gu;

export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)].map((match) => ({
    word: match[0].normalize('NFC').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function wordsOf(text: string): string[] {
  return placedWords(text).map(({ word }) => word);
}

export interface ChoiceWords {
  readonly choice: Choice;
  readonly words: readonly string[];
}

/** Longest first, so that "G3" is not found where "G3 A2" stands. Choices without words cannot be found. */
export function choiceWords(choices: readonly Choice[]): ChoiceWords[] {
  return choices
    .map((choice) => ({ choice, words: wordsOf(choice.text) }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
}

/** The choice whose whole text stands at word `index`. */
export function choiceAt(
  words: readonly PlacedWord[],
  index: number,
  choices: readonly ChoiceWords[],
): ChoiceWords | undefined {
  return choices.find((candidate) =>
    candidate.words.every((word, offset) => words[index + offset]?.word === word),
  );
}

const NEGATING = new Set([
  'not',
  'no',
  'never',
  'avoid',
  'than',
  'of',
  'isn',
  'unlike',
  'incorrect',
  'wrong',
  'without',
]);
const NEGATION_REACH = 2;

/** Ids of the choices whose full text the reply states, leaving out "not X", "rather than X", "instead of X". */
export function statedChoices(reply: string, choices: readonly ChoiceWords[]): ReadonlySet<string> {
  const words = placedWords(reply);
  const stated = new Set<string>();
  for (let index = 0; index < words.length;) {
    const found = choiceAt(words, index, choices);
    if (found === undefined) {
      index += 1;
      continue;
    }
    const before = words.slice(Math.max(0, index - NEGATION_REACH), index);
    if (!before.some(({ word }) => NEGATING.has(word))) stated.add(found.choice.id);
    index += found.words.length;
  }
  return stated;
}
