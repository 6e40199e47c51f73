import type { GenerationSettings } from '../../core/contracts.ts';

/** Long enough for a note, and for a letter with a sentence before it. */
const NOTE_TOKENS = 640;
const ANSWER_TOKENS = 64;

/** Greedy, so that a run can be repeated to the token. */
export function defaultGeneration(scorers: readonly string[]): GenerationSettings {
  const maxTokens = scorers.includes('choice') ? ANSWER_TOKENS : NOTE_TOKENS;
  return { maxTokens, temperature: 0, topK: 0, seed: 1, stop: [] };
}
