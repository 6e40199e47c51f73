import type { EncodingProgress } from './encode-run.ts';

/** What scoring a run again may be told besides the scorers. */
export interface RescoreOptions {
  /** Id of a stored vocabulary; the built-in lexicon without one. */
  readonly vocabularyId?: string;
  /** The files of a picked folder with a feature-extraction model. */
  readonly encoder?: readonly File[];
  readonly onEncoding?: (progress: EncodingProgress) => void;
  readonly signal?: AbortSignal;
}
