/**
 * What we need of WebLLM, in our own words. The library stands behind it (web-llm-library.ts), and so can a script: everything
 * before and after the engine's own work is tested without a graphics processor.
 */
import type { Message } from '../../../src/core/packs/pack.ts';
import type { ModelIntegrity } from './model-record.ts';

/** One self-hosted model as the library wants to be told of it; every address is this page's own. */
export interface EngineModel {
  readonly modelId: string;
  readonly modelUrl: string;
  readonly libraryUrl: string;
  readonly requiredFeatures: readonly string[];
  readonly contextTokens: number | null;
  readonly integrity: ModelIntegrity;
}

export interface ChatRequest {
  readonly messages: readonly Message[];
  readonly maxTokens: number;
  readonly temperature: number;
  readonly seed: number;
}

export type ChatEvent =
  | { readonly kind: 'text'; readonly delta: string }
  | {
      readonly kind: 'end';
      /** The library's word: stop, length, abort. */
      readonly finish: string;
      /** The whole answer as the library ended it, which may be shorter than its pieces. */
      readonly text: string;
      readonly promptTokens: number;
      readonly outputTokens: number;
      readonly tokensPerSecond: number | null;
    };

export interface WebLlmEngine {
  /** As the running code reports it. */
  readonly version: string;
  /** Token ids by the model's own tokenizer, without special tokens added. */
  encode(text: string): readonly number[];
  /** A new conversation each time: nothing of an earlier one is reused. */
  chat(request: ChatRequest): AsyncIterable<ChatEvent>;
  /** Ends the answer that is being written after its current token. */
  interrupt(): void;
  unload(): Promise<void>;
}

export interface WebLlmLibrary {
  /** `onFraction` is the share loaded, 0 to 1. */
  open(
    model: EngineModel,
    onFraction: (fraction: number) => void,
    signal: AbortSignal,
  ): Promise<WebLlmEngine>;
}
