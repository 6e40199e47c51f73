/** What an estimate of the memory is made of, and what comes out of it. */
import type { ModelShape } from './hub-catalog.ts';

export interface FitModel {
  readonly runtimeId: string;
  readonly dtype: string;
  /** Null when not known until the hub is asked. */
  readonly weightBytes: number | null;
  /** The largest single file; a browser hands a file to WebAssembly as one piece. */
  readonly largestFileBytes: number | null;
  readonly parameters: number | null;
  readonly contextTokens: number | null;
  readonly shape: ModelShape | null;
  /** Not to be fetched again. */
  readonly isHere: boolean;
}

export interface FitDevice {
  readonly kind: 'wasm' | 'webgpu';
  /** Of the whole device; Chromium rounds it and tells no more than its upper bound. */
  readonly memoryBytes: number | null;
  readonly shaderF16: boolean;
  readonly maxBufferBytes: number | null;
  readonly freeStorageBytes: number | null;
}

export type FitVerdict = 'fits' | 'tight' | 'will-not' | 'unknown';

export interface FitLine {
  readonly what: string;
  readonly bytes: number;
  /** How the number comes about, in words and figures. */
  readonly how: string;
}

export interface FitEstimate {
  readonly verdict: FitVerdict;
  /** Why not, or why tight; empty when it fits. */
  readonly reasons: readonly string[];
  readonly lines: readonly FitLine[];
  readonly neededBytes: number | null;
  readonly budgetBytes: number;
  readonly budgetHow: string;
}
