/** A model as it is offered for a run. */
import type { ModelIdentity } from '../../core/contracts.ts';
import type { ModelSource } from '../../core/models/model-source.ts';

export interface ModelVariant {
  readonly dtype: string;
  readonly bytes: number;
  /** Can score choices by log-likelihood (int8 cannot). */
  readonly logprobs: boolean;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

export interface ModelEntry {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** First line shown wherever the model appears. */
  readonly notice: string;
  readonly source: ModelIdentity['source'];
  /** Where it is from exactly; absent for what comes with the page. */
  readonly origin?: ModelSource;
  readonly licence: string;
  readonly parameters: number | null;
  readonly contextTokens: number | null;
  readonly runtimeId: string;
  readonly variants: readonly ModelVariant[];
  /** dtype for writing text, and for scoring choices. */
  readonly defaults: { readonly generate: string; readonly logprobs: string | null };
  readonly cardUrl: string | null;
  /** Of a downloaded model: what it takes here, other formats and unfinished parts included. */
  readonly kept?: { readonly bytes: number; readonly lastUsedAt: string | null };
  /** A chosen folder or file that is offered again in later visits. */
  readonly remembered?: boolean;
  /** `ask`: the browser wants a person's permission before its files can be read again. */
  readonly access?: 'granted' | 'ask';
}
