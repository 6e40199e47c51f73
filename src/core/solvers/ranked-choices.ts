/** Which choice stands first, under each way to divide its log-likelihood. Shared by solvers and their scorer. */
import type { ChoiceScore, Normalisation } from '../contracts.ts';

/** lm-evaluation-harness: acc, acc_norm (characters), acc_bytes, acc_mutual_info. */
const VALUES: Readonly<Record<Normalisation, (score: ChoiceScore) => number>> = {
  sum: ({ logLikelihood }) => logLikelihood,
  'per-char': ({ logLikelihood, chars }) => logLikelihood / chars,
  'per-byte': ({ logLikelihood, bytes }) => logLikelihood / bytes,
  'per-token': ({ logLikelihood, tokens }) => logLikelihood / tokens,
  // Not a number, so no first place, where the second pass was not made.
  unconditional: ({ logLikelihood, unconditional }) => logLikelihood - (unconditional ?? Number.NaN),
};

/** The ids with the highest value; several when they tie exactly, none when a value is not a number. */
export function firstIds(scores: readonly ChoiceScore[], by: Normalisation): readonly string[] {
  const values = scores.map(VALUES[by]);
  if (values.length === 0 || values.some((value) => Number.isNaN(value))) return [];
  const highest = Math.max(...values);
  return scores.filter((_, index) => values[index] === highest).map(({ id }) => id);
}
