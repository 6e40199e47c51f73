/** The sentence of one text that shares the most telling words with a sentence of another. */
import type { TextRange } from '../../contracts.ts';
import type { ClinicalText } from '../../extract/clinical-text.ts';

export type Nearest = (other: ClinicalText, sentence: number) => TextRange | undefined;

/** A word in more places than this tells nothing. */
const MAX_PLACES = 25;
const MIN_WORD_CHARS = 4;
const MIN_WEIGHT = 0.35;

export function nearestIn(text: ClinicalText): Nearest {
  const memo = new Map<number, TextRange | undefined>();
  let memoOf: ClinicalText | null = null;
  return (other, index) => {
    if (memoOf !== other) {
      memo.clear();
      memoOf = other;
    }
    if (!memo.has(index)) memo.set(index, nearest(text, other, index));
    return memo.get(index);
  };
}

function nearest(text: ClinicalText, other: ClinicalText, index: number): TextRange | undefined {
  const sentence = other.sentences[index];
  if (sentence === undefined) return undefined;
  const stems = new Set(
    other.tokens
      .slice(sentence.firstToken, sentence.lastToken)
      .filter(({ word }) => word.length >= MIN_WORD_CHARS || /^\d/u.test(word))
      .map(({ stem }) => stem),
  );
  const weights = new Map<number, number>();
  for (const stem of stems) {
    const places = text.positions.get(stem) ?? [];
    if (places.length > MAX_PLACES) continue;
    for (const place of new Set(places.map((at) => text.tokens[at]?.sentence ?? -1)))
      weights.set(place, (weights.get(place) ?? 0) + 1 / (1 + places.length));
  }
  let best: readonly [number, number] | null = null;
  for (const entry of weights) if (best === null || entry[1] > best[1]) best = entry;
  if (best === null || best[1] < MIN_WEIGHT) return undefined;
  const found = text.sentences[best[0]];
  return found === undefined ? undefined : { start: found.start, end: found.end };
}
