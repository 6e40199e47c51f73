/** What llama.cpp is asked for when a GGUF model is opened here; the estimate of its memory reckons with the same. */

/**
 * The most tokens of context asked for. Some models claim 131,072, and llama.cpp sets memory aside for all of them at
 * the start; the longest visits we know of have about 5,000.
 */
const MOST_CONTEXT_TOKENS = 8192;
const UNKNOWN_CONTEXT_TOKENS = 2048;
/** Tokens read in one call: small enough that a cancel is heard, and a slow device gives a sign of life, in between. */
export const GGUF_BATCH_TOKENS = 8;

/** `claimed`: by the file's own head; null where it says nothing. */
export function ggufContextTokens(claimed: number | null): number {
  return Math.min(claimed ?? UNKNOWN_CONTEXT_TOKENS, MOST_CONTEXT_TOKENS);
}
