/** Log-probabilities of one row of logits, without writing the whole softmax. */
export interface RowScore {
  readonly logProbability: number;
  readonly isMostLikely: boolean;
}

/**
 * log softmax(row)[id] with the maximum subtracted first, summed in double precision. Ties count as most
 * likely only for the lowest id, as an argmax picks it.
 */
export function scoreRow(logits: Float32Array, rowStart: number, vocabulary: number, id: number): RowScore {
  let best = 0;
  for (let i = 1; i < vocabulary; i++) {
    if ((logits[rowStart + i] ?? -Infinity) > (logits[rowStart + best] ?? -Infinity)) best = i;
  }
  const max = logits[rowStart + best] ?? -Infinity;
  let sum = 0;
  for (let i = 0; i < vocabulary; i++) sum += Math.exp((logits[rowStart + i] ?? -Infinity) - max);
  return {
    logProbability: (logits[rowStart + id] ?? -Infinity) - max - Math.log(sum),
    isMostLikely: best === id,
  };
}
