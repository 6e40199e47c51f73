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

/** The `top` most likely tokens of a row with their log-probabilities, most likely first, and those of `wanted`. */
export function topOfRow(
  row: Float32Array,
  top: number,
  wanted: readonly number[],
): { readonly top: readonly (readonly [number, number])[]; readonly wanted: readonly number[] } {
  let max = -Infinity;
  for (const logit of row) if (logit > max) max = logit;
  let sum = 0;
  for (const logit of row) sum += Math.exp(logit - max);
  const logSum = max + Math.log(sum);
  const best: number[] = [];
  for (let id = 0; id < row.length; id += 1) {
    const logit = row[id] ?? -Infinity;
    if (best.length === top && logit <= (row[best.at(-1) ?? 0] ?? -Infinity)) continue;
    // A short insertion sort: equal logits keep the lower id first, as an argmax picks it.
    let at = best.length;
    while (at > 0 && (row[best[at - 1] ?? 0] ?? -Infinity) < logit) at -= 1;
    best.splice(at, 0, id);
    if (best.length > top) best.pop();
  }
  const logProbability = (id: number): number => (row[id] ?? -Infinity) - logSum;
  return { top: best.map((id) => [id, logProbability(id)] as const), wanted: wanted.map(logProbability) };
}
