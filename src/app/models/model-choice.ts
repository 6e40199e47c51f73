import type { ModelLocation } from '../../../workers/protocol.ts';
import type { ModelEntry } from './model-entry.ts';

/** What is shown of a model, and where its files come from. */
export interface ModelChoice {
  readonly entry: ModelEntry;
  readonly location: ModelLocation;
}
