import type { EmbeddedTokens } from '../src/core/scorers/bertscore/greedy-match.ts';

/**
 * One vector for a text: the mean over its own tokens, at length one, so that a dot product is the cosine
 * (Reimers and Gurevych, EMNLP 2019: mean pooling).
 */
export function meanVector({ ids, content, vectors, dimensions }: EmbeddedTokens): Float32Array {
  const sum = new Float64Array(dimensions);
  for (let row = 0; row < ids.length; row += 1) {
    if (content[row] !== 1) continue;
    for (let k = 0; k < dimensions; k += 1) sum[k] = (sum[k] ?? 0) + (vectors[row * dimensions + k] ?? 0);
  }
  const length = Math.hypot(...sum);
  return Float32Array.from(sum, (value) => (length === 0 ? 0 : value / length));
}
