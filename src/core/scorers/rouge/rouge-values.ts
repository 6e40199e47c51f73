/**
 * ROUGE as Google's rouge_score (rouge_scorer.py, 0.1.2) computes it; F = 2PR/(P+R).
 * Lin, "ROUGE: a package for automatic evaluation of summaries", 2004, sections 2 and 3.
 */
import {
  commonSubsequenceLength,
  indexSequence,
  markCommonSubsequence,
  subsequenceTableBytes,
} from './common-subsequence.ts';

export interface RougeValue {
  readonly p: number;
  readonly r: number;
  readonly f: number;
}

const ZERO: RougeValue = { p: 0, r: 0, f: 0 };

/** The largest table of one pair of lines. Real notes need kilobytes. */
const MAX_TABLE_BYTES = 400_000_000;
/** Word operations of the bit-parallel tables; beyond it one score takes many seconds on a small machine. */
const MAX_STEPS = 400_000_000;
const CELLS_PER_STEP = 30;

function valueOf(hits: number, predicted: number, target: number): RougeValue {
  const p = hits / Math.max(predicted, 1);
  const r = hits / Math.max(target, 1);
  return { p, r, f: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
}

/** Token ids stay below 2^24 for any text a pack may hold, so a pair of them is one exact number. */
const PAIR_BASE = 2 ** 24;

function countNgrams(tokens: Int32Array, n: 1 | 2): Map<number, number> {
  const counts = new Map<number, number>();
  for (let index = 0; index + n <= tokens.length; index += 1) {
    const first = tokens[index] ?? 0;
    const key = n === 1 ? first : first * PAIR_BASE + (tokens[index + 1] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** ROUGE-N: overlap of n-gram multisets. */
export function rougeN(target: Int32Array, prediction: Int32Array, n: 1 | 2): RougeValue {
  const inPrediction = countNgrams(prediction, n);
  let hits = 0;
  for (const [ngram, count] of countNgrams(target, n)) hits += Math.min(count, inPrediction.get(ngram) ?? 0);
  return valueOf(hits, Math.max(prediction.length - n + 1, 0), Math.max(target.length - n + 1, 0));
}

/** ROUGE-L over the whole text as one sequence. */
export function rougeL(target: Int32Array, prediction: Int32Array): RougeValue | 'too-long-to-score' {
  if (target.length === 0 || prediction.length === 0) return ZERO;
  if ((target.length * prediction.length) / CELLS_PER_STEP > MAX_STEPS) return 'too-long-to-score';
  return valueOf(
    commonSubsequenceLength(indexSequence(target), prediction),
    prediction.length,
    target.length,
  );
}

function totalTokens(sentences: readonly Int32Array[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.length, 0);
}

function countTokens(sentences: readonly Int32Array[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const sentence of sentences) {
    for (const token of sentence) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}

/**
 * ROUGE-Lsum: for each reference line the union of its common subsequences with every candidate line;
 * a token counts at most as often as it occurs on either side (`_summary_level_lcs`).
 */
export function rougeLsum(
  target: readonly Int32Array[],
  prediction: readonly Int32Array[],
): RougeValue | 'too-long-to-score' {
  const targetTokens = totalTokens(target);
  const predictionTokens = totalTokens(prediction);
  if (targetTokens === 0 || predictionTokens === 0) return ZERO;
  const longest = (sentences: readonly Int32Array[]): number =>
    sentences.reduce((max, sentence) => Math.max(max, sentence.length), 0);
  if (
    subsequenceTableBytes(longest(target), longest(prediction)) > MAX_TABLE_BYTES ||
    (targetTokens * predictionTokens) / CELLS_PER_STEP + predictionTokens * target.length > MAX_STEPS
  ) {
    return 'too-long-to-score';
  }
  const leftInTarget = countTokens(target);
  const leftInPrediction = countTokens(prediction);
  let hits = 0;
  for (const sentence of target) {
    const marks = new Uint8Array(sentence.length);
    const indexed = indexSequence(sentence);
    for (const candidate of prediction) markCommonSubsequence(indexed, candidate, marks);
    for (const [position, token] of sentence.entries()) {
      if (marks[position] !== 1) continue;
      const inTarget = leftInTarget.get(token) ?? 0;
      const inPrediction = leftInPrediction.get(token) ?? 0;
      if (inTarget <= 0 || inPrediction <= 0) continue;
      hits += 1;
      leftInTarget.set(token, inTarget - 1);
      leftInPrediction.set(token, inPrediction - 1);
    }
  }
  return valueOf(hits, predictionTokens, targetTokens);
}
