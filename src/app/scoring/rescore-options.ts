import type { EncodingProgress } from './encode-run.ts';

/** A feature-extraction model: a folder picked for this, or a model that is kept or remembered here. */
export type EncoderSource =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'model'; readonly modelId: string; readonly dtype: string };

/** What scoring a run again may be told besides the scorers. */
export interface RescoreOptions {
  /** Id of a stored vocabulary; the built-in lexicon without one. */
  readonly vocabularyId?: string;
  readonly encoder?: EncoderSource;
  /** Reads the answers again with this extractor; only scorers that can be read with it take part. */
  readonly extractor?: string;
  readonly onEncoding?: (progress: EncodingProgress) => void;
  readonly signal?: AbortSignal;
}
