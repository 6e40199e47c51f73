import type { ChoiceScore } from '../contracts.ts';
import type { ChoiceProbability } from '../evidence.ts';

/** Softmax over the summed log-likelihoods: how the model shares its belief among the choices offered. */
export function choiceProbabilities(scores: readonly ChoiceScore[]): readonly ChoiceProbability[] {
  const highest = Math.max(...scores.map(({ logLikelihood }) => logLikelihood));
  const weights = scores.map(({ logLikelihood }) =>
    // Where all are impossible, none is more likely than another.
    highest === -Infinity ? 1 : Math.exp(logLikelihood - highest),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return scores.map(({ id }, index) => ({ id, probability: (weights[index] ?? 0) / total }));
}
