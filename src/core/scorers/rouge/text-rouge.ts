import { rougeL, rougeLsum, rougeN, type RougeValue } from './rouge-values.ts';
import { RougeTokenizer, rougeSentences } from './tokenize.ts';

export const ROUGE_TYPES = ['rouge1', 'rouge2', 'rougeL', 'rougeLsum'] as const;
export type RougeType = (typeof ROUGE_TYPES)[number];
export type RougeOrTooLong = RougeValue | 'too-long-to-score';

/** All types of one pair of texts. */
export function rougeOfTexts(
  target: string,
  prediction: string,
  stem: boolean,
): Record<RougeType, RougeOrTooLong> {
  const tokenizer = new RougeTokenizer({ stem });
  const inTarget = tokenizer.tokens(target);
  const inPrediction = tokenizer.tokens(prediction);
  const lines = (text: string): Int32Array[] => rougeSentences(text).map((line) => tokenizer.tokens(line));
  return {
    rouge1: rougeN(inTarget, inPrediction, 1),
    rouge2: rougeN(inTarget, inPrediction, 2),
    rougeL: rougeL(inTarget, inPrediction),
    rougeLsum: rougeLsum(lines(target), lines(prediction)),
  };
}

/** rouge_score's score_multi: for each type the target with the highest F, the first of equals. */
export function bestOf(first: RougeOrTooLong, others: readonly RougeOrTooLong[]): RougeOrTooLong {
  let winner = first;
  for (const value of others) {
    if (winner === 'too-long-to-score' || value === 'too-long-to-score') return 'too-long-to-score';
    if (value.f > winner.f) winner = value;
  }
  return winner;
}
