/** Prompts, and what a runtime gives for one. */
import type { Message, Sample } from './packs/pack.ts';

export interface PromptTemplate {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** The text the hash is taken of; also shown in the page. */
  readonly template: string;
  render(sample: Sample): readonly Message[];
}

export type FinishReason = 'stop' | 'stop-string' | 'length' | 'cancelled';

export interface GenerationSettings {
  readonly maxTokens: number;
  /** 0 = greedy. */
  readonly temperature: number;
  readonly topK: number;
  readonly seed: number;
  readonly stop: readonly string[];
}

export interface Usage {
  readonly promptTokens: number;
  readonly outputTokens: number;
}

export interface Timings {
  /** From request to the first token, in ms. */
  readonly firstTokenMs: number | null;
  readonly totalMs: number;
  /** Decode speed without the first token; null when fewer than two tokens came. */
  readonly tokensPerSecond: number | null;
  /** Tokens of the prompt that were kept computed from an earlier call; the first token did not wait for them. */
  readonly reusedTokens?: number;
}

export const PROMPT_WARNINGS = [
  'missing-bos',
  'double-bos',
  'missing-generation-prompt',
  'no-chat-template',
  'special-token-in-content',
  'may-be-cut',
] as const;
export type PromptWarning = (typeof PROMPT_WARNINGS)[number];

/** What was really sent to the model. */
export type RenderedPrompt = TokenPrompt | MessagesPrompt;

/** After the chat template and the tokenizer: what a model on this device read. */
export interface TokenPrompt {
  readonly text: string;
  readonly tokenCount: number;
  /** SHA-256 (hex) over the token ids as little-endian uint32. */
  readonly tokenIdsSha256: string;
  readonly firstTokenIds: readonly number[];
  readonly warnings: readonly PromptWarning[];
}

/** Messages as they were sent to a server, which applies a chat template and a tokenizer that are not seen here. */
export interface MessagesPrompt {
  readonly kind: 'messages';
  /** The messages as JSON, as they stood in the request. */
  readonly text: string;
  /** As the server counted them. */
  readonly tokenCount: number;
  /** SHA-256 (hex) of `text`. */
  readonly messagesSha256: string;
  /** Origin of the server: this text left the device. */
  readonly sentTo: string;
  readonly warnings: readonly PromptWarning[];
}

/** Names exactly what was sent, whichever form it had. */
export function promptHash(prompt: RenderedPrompt): string {
  return 'messagesSha256' in prompt ? prompt.messagesSha256 : prompt.tokenIdsSha256;
}

export interface ContinuationScore {
  /** Natural-log probability of each continuation token given prefix and earlier tokens. */
  readonly perToken: readonly number[];
  /** True when every continuation token is the model's most likely one. */
  readonly isGreedy: boolean;
}

/** One choice's log-likelihoods; every normalisation can be computed from these. */
export interface ChoiceScore {
  readonly id: string;
  readonly logLikelihood: number;
  readonly tokens: number;
  readonly chars: number;
  readonly bytes: number;
  readonly isGreedy: boolean;
  /** Log-likelihood of the same words behind a prompt without the question, where it was asked for. */
  readonly unconditional?: number;
}

export interface GenerateOutcome {
  readonly text: string;
  readonly finish: FinishReason;
  readonly usage: Usage;
  readonly timings: Timings;
  readonly prompt: RenderedPrompt;
}
