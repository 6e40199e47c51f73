/**
 * A model that reads tokens and says how likely each next one is. What a runtime of this kind brings is this interface;
 * prompts, sampling, stopping, scoring and reuse of what was read are the same for all of them (the other files here).
 */

/** Token ids with the probability of each as the next token; the most likely one first, the others in any order. */
export interface NextTokens {
  readonly ids: readonly number[];
  readonly probabilities: readonly number[];
}

export interface TokenModel {
  readonly contextTokens: number | null;
  readonly bosId: number | null;
  /** Text begins with the BOS, whether or not a chat template writes it. */
  readonly addsBos: boolean;
  /** Tokens that end an answer. */
  readonly endIds: readonly number[];
  /** Texts that are read as one special token each. */
  readonly specialTexts: readonly string[];
  /** Ids of exactly this text: special tokens in it are read as such, none are added. */
  tokenize(text: string): readonly number[];
  textOf(ids: readonly number[]): string;
  /** Reads these tokens behind those already read. */
  decode(ids: readonly number[]): Promise<void> | void;
  /** After the last token read: the `count` most likely ones, or all of the vocabulary. */
  next(count: number | null): Promise<NextTokens> | NextTokens;
  /** Forgets all but the first tokens read. */
  keep(tokens: number): Promise<void> | void;
}
