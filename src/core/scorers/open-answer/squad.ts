/**
 * The rules of SQuAD's evaluation script v1.1 (Rajpurkar et al., 2016, https://arxiv.org/abs/1606.05250): lower case,
 * ASCII punctuation and English articles taken out, blanks evened; F1 over the words two answers share, counted as
 * often as both have them.
 */

const PUNCTUATION = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/gu;

/** Accents written as one character or as two are the same word. */
export function normaliseSquad(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(PUNCTUATION, '')
    .replace(/\b(?:a|an|the)\b/gu, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .join(' ');
}

/** Of scripts without blanks between words whose single letters are no words either. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const dictionary = new Intl.Segmenter('th', { granularity: 'word' });

/**
 * Words between blanks. Chinese and Japanese have none: single characters, as MLQA does (Lewis et al., 2020). Thai, Lao,
 * Khmer and Burmese: words by the dictionary that Intl.Segmenter brings (Unicode Standard Annex 29 leaves them to one).
 */
export function squadWords(text: string): readonly string[] {
  return normaliseSquad(text)
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' $& ')
    .replace(UNSPACED, (run) => ` ${[...dictionary.segment(run)].map(({ segment }) => segment).join(' ')} `)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

export function tokenF1(given: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of given) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return shared === 0 ? 0 : (2 * shared) / (given.length + wanted.length);
}
