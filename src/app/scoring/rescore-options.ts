import type { EncodingProgress } from './encode-run.ts';

/** What scoring a run again may be told besides the scorers. */
export interface RescoreOptions {
  /** Id of a stored vocabulary; the built-in lexicon without one. */
  readonly vocabularyId?: string;
  /** The files of a picked folder with a feature-extraction model. */
  readonly encoder?: readonly File[];
  /** Reads the answers again with this extractor; only scorers that can be read with it take part. */
  readonly extractor?: string;
  readonly onEncoding?: (progress: EncodingProgress) => void;
  readonly signal?: AbortSignal;
}
