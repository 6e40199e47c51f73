/** rouge_score's tokenizer: lower case, everything but [a-z0-9] is a gap, stem only tokens over 3 characters. */
import { porterStem } from '../../extract/porter-stemmer.ts';

const MIN_STEMMED_CHARS = 4;

/**
 * Turns texts into arrays of small integers, equal numbers for equal tokens, so that n-grams and common
 * subsequences compare numbers. One tokenizer is used for all texts that are compared with each other.
 */
export class RougeTokenizer {
  readonly #stem: boolean;
  readonly #ids = new Map<string, number>();
  readonly #idsByWord = new Map<string, number>();

  constructor(options: { readonly stem: boolean }) {
    this.#stem = options.stem;
  }

  tokens(text: string): Int32Array {
    // Python's lower() and toLowerCase() agree on what ends in a-z: also "K" (Kelvin) -> "k" and
    // "İ" -> "i" + U+0307, which is then a gap.
    const words = text.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
    const ids = new Int32Array(words.length);
    for (const [index, word] of words.entries()) ids[index] = this.#idOf(word);
    return ids;
  }

  #idOf(word: string): number {
    const known = this.#idsByWord.get(word);
    if (known !== undefined) return known;
    const token = this.#stem && word.length >= MIN_STEMMED_CHARS ? porterStem(word) : word;
    const id = this.#ids.get(token) ?? this.#ids.size;
    this.#ids.set(token, id);
    this.#idsByWord.set(word, id);
    return id;
  }
}

/** rouge_score's sentences for Lsum: the lines of the text, those of length zero left out. */
export function rougeSentences(text: string): string[] {
  return text.split('\n').filter((line) => line.length > 0);
}
