import type { NextTokens } from '../token-model/token-model.ts';

/**
 * What we need of llama.cpp, in our own words. The WebAssembly module stands behind it (llama-module.ts), and so can a
 * script: everything around the engine's own arithmetic is tested without one.
 */
export interface LlamaFile {
  write(chunk: Uint8Array, offset: number): void;
  /** The file's bytes as they stand in the module's memory; valid until the next call of any kind. */
  bytes(): Uint8Array;
}

export interface LlamaSettings {
  readonly contextTokens: number;
  /** The most tokens that one `decode` takes. */
  readonly batchTokens: number;
}

/** What the module says of the model that it loaded. */
export interface LlamaModel {
  readonly vocabulary: number;
  readonly contextTokens: number;
  readonly bosId: number | null;
  readonly eosId: number | null;
  /** Tokens that end an answer. */
  readonly endIds: readonly number[];
  readonly addsBos: boolean;
  readonly metadata: ReadonlyMap<string, string>;
}

export interface Llama {
  readonly version: string;
  /** Room for a file in the module's own memory, so that a model never stands in memory twice. */
  allocate(name: string, bytes: number): LlamaFile;
  load(names: readonly string[], settings: LlamaSettings): LlamaModel;
  /** Ids of exactly this text: special tokens in it are read as such, none are added. */
  tokenize(text: string): readonly number[];
  /** The bytes that a token stands for; they need not be whole characters. */
  piece(id: number): Uint8Array;
  /** Reads these tokens behind those already read. */
  decode(ids: readonly number[]): void;
  /** After the last token read; `count` null for all of the vocabulary. */
  next(count: number | null): NextTokens;
  /** Forgets all but the first tokens read. */
  keep(tokens: number): void;
}
