/** Probabilities of the next token, as the module tells them, into what answers are made of. */
import type { Rng } from '../../../src/core/contracts.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { NextTokens } from './token-model.ts';

/** Single precision holds smaller ones only roughly: their logarithm would not be exact. */
const SMALLEST = 2 ** -126;

export interface TokenScore {
  readonly logProbability: number;
  readonly isMostLikely: boolean;
}

/**
 * Natural-log probability of each id asked for. The module sums its softmax in single precision; dividing by the sum
 * of what it gave, in double, takes that error out again (each probability is off by the same factor).
 */
export function scoreTokens(next: NextTokens, ids: readonly number[]): ReadonlyMap<number, TokenScore> {
  const sum = next.probabilities.reduce((total, probability) => total + probability, 0);
  if (!(sum > 0) || !Number.isFinite(sum))
    throw beyond('the model’s logits are beyond what this runtime can sum');
  const wanted = new Set(ids);
  const scores = new Map<number, TokenScore>();
  next.ids.forEach((id, rank) => {
    if (!wanted.has(id)) return;
    const probability = next.probabilities[rank] ?? 0;
    if (probability < SMALLEST)
      throw beyond('a token of an answer is less likely than this runtime can tell');
    scores.set(id, { logProbability: Math.log(probability / sum), isMostLikely: rank === 0 });
  });
  return scores;
}

/** One id drawn from the k most likely (all when k is 0), sharpened or flattened by the temperature. */
export function drawToken(next: NextTokens, temperature: number, rng: Rng): number {
  const [best = 0] = next.probabilities;
  const weights = next.probabilities.map((probability) => (probability / best) ** (1 / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!Number.isFinite(total)) throw beyond('the model’s logits are beyond what this runtime can draw from');
  let left = rng.next() * total;
  for (const [rank, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return next.ids[rank] ?? 0;
  }
  return next.ids.at(-1) ?? 0;
}

function beyond(why: string): AppError {
  return new AppError('runtime/unsupported-operation', why, { operation: 'logprobs' });
}
