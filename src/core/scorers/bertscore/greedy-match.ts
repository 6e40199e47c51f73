/**
 * Greedy matching of BERTScore (Zhang et al., ICLR 2020, section 3; bert_score 0.3, greedy_cos_idf): every token takes
 * the most similar token of the other text. Special tokens weigh nothing, but others may match them, as there.
 */
import type { MatchedTokens, TokenMatch } from '../scorer-resources.ts';

/** The tokens of one text with the encoder's vectors, row by row. */
export interface EmbeddedTokens {
  readonly ids: ArrayLike<number>;
  /** 1 for a token of the text, 0 for one that the encoder added. */
  readonly content: ArrayLike<number>;
  readonly vectors: Float32Array;
  readonly dimensions: number;
}

/** Multiplications beyond which one pair takes many seconds. */
const MAX_STEPS = 8_000_000_000;

/** Null when the pair is too large to compare in bounded time. */
export function greedyMatch(target: EmbeddedTokens, text: EmbeddedTokens): TokenMatch | null {
  const { dimensions } = target;
  if (target.ids.length * text.ids.length * dimensions > MAX_STEPS) return null;
  const a = unitRows(target);
  const b = unitRows(text);
  const bestOfTarget = new Float64Array(target.ids.length).fill(-Infinity);
  const bestOfText = new Float64Array(text.ids.length).fill(-Infinity);
  for (let i = 0; i < bestOfTarget.length; i += 1) {
    const row = i * dimensions;
    let best = -Infinity;
    for (let j = 0; j < bestOfText.length; j += 1) {
      const other = j * dimensions;
      let similarity = 0;
      for (let k = 0; k < dimensions; k += 1) similarity += (a[row + k] ?? 0) * (b[other + k] ?? 0);
      if (similarity > best) best = similarity;
      if (similarity > (bestOfText[j] ?? 0)) bestOfText[j] = similarity;
    }
    bestOfTarget[i] = best;
  }
  return { target: contentOnly(target, bestOfTarget), text: contentOnly(text, bestOfText) };
}

function unitRows({ vectors, dimensions, ids }: EmbeddedTokens): Float32Array {
  const rows = new Float32Array(vectors.length);
  for (let row = 0; row < ids.length; row += 1) {
    const start = row * dimensions;
    let squares = 0;
    for (let k = 0; k < dimensions; k += 1) squares += (vectors[start + k] ?? 0) ** 2;
    const length = Math.sqrt(squares);
    if (length === 0) continue;
    for (let k = 0; k < dimensions; k += 1) rows[start + k] = (vectors[start + k] ?? 0) / length;
  }
  return rows;
}

function contentOnly({ ids, content }: EmbeddedTokens, best: Float64Array): MatchedTokens {
  const kept = [...best.keys()].filter((at) => content[at] === 1);
  return { ids: kept.map((at) => ids[at] ?? 0), best: kept.map((at) => best[at] ?? 0) };
}
