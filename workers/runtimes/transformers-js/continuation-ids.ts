/** What has to be scored for one continuation: `ids` after the first `keep` tokens of the prompt. */
export interface ContinuationIds {
  readonly keep: number;
  readonly ids: readonly number[];
}

/**
 * The continuation as the tokenizer writes it after the prefix: both are tokenised together and compared.
 * Where the boundary merges (prefix "…is" + "n't"), the joint tokens start before the prefix ends; then
 * everything from the last common token on is scored, which is still log P of the joint text's tokens.
 */
export function continuationIds(prefix: readonly number[], joint: readonly number[]): ContinuationIds {
  let keep = 0;
  while (keep < prefix.length && prefix[keep] === joint[keep]) keep += 1;
  return { keep, ids: joint.slice(keep) };
}
