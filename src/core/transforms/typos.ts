import type { Rng } from '../contracts.ts';
import { notApplicable, type Transform } from './transform.ts';
import { mapQuestion } from './question-text.ts';

/** One word in twelve, as in hurried typing. */
const SHARE = 1 / 12;

/** Two neighbouring letters inside a word change places. Short words, numbers and units stay readable and right. */
function swapped(word: string, rng: Rng): string {
  const at = 1 + Math.floor(rng.next() * (word.length - 2));
  return `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;
}

export const typos: Transform = {
  id: 'typos',
  version: '1',
  title: 'Typing errors',
  description:
    'Swaps two neighbouring letters inside one in twelve words of the question of five or more lower-case letters; numbers and choices stay.',
  apply: (sample, rng) => {
    if ('turns' in sample.input) throw notApplicable(sample, 'is a visit, whose words are evidence');
    return mapQuestion(sample, (text) =>
      text.replace(/(?<![\p{L}\d-])[a-z]{5,}(?![\p{L}\d-])/gu, (word) =>
        rng.next() < SHARE ? swapped(word, rng) : word,
      ),
    );
  },
};
