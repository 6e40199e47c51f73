/** What the pages are told of downloads, and the port through which they steer them. */
import type { PlainError } from '../../core/errors.ts';
import type { ReadShape } from '../../core/models/model-shape.ts';
import type { HubListing } from '../../core/models/hub-listing.ts';
import type { HubVariant, NoVariants } from '../../core/models/hub-variants.ts';

/** What the hub answered, for a person to agree to or not. */
export interface HubOffer {
  readonly host: string;
  readonly pageUrl: string;
  readonly title: string;
  readonly listing: HubListing;
  readonly variants: readonly HubVariant[];
  /** Set when there are no variants. */
  readonly why: NoVariants | null;
  /** Formats of exactly this commit that are here already, whole or in part. */
  readonly here: readonly string[];
  /** Null where the browser does not say. */
  readonly freeBytes: number | null;
  /** From its config.json, which was read with the list; null parts are not known. */
  readonly read: ReadShape;
}

export type DownloadPhase = 'waiting' | 'checking' | 'downloading' | 'stopping' | 'paused' | 'failed';

export interface DownloadState {
  readonly modelId: string;
  readonly dtype: string;
  readonly title: string;
  readonly host: string;
  readonly phase: DownloadPhase;
  readonly doneBytes: number;
  /** Null when the hub did not say. */
  readonly totalBytes: number | null;
  readonly file: string | null;
  readonly bytesPerSecond: number | null;
  readonly secondsLeft: number | null;
  /** Bytes that were here when it last went on; null when it began at nothing. */
  readonly resumedAtBytes: number | null;
  /** A file that had to begin again, and why. */
  readonly restarted: { readonly file: string; readonly reason: 'no-ranges' | 'changed' } | null;
  readonly error: PlainError | null;
}

export interface Downloads {
  /** Unfinished ones, those of earlier visits among them; stable between changes. */
  getSnapshot(): readonly DownloadState[];
  subscribe(listener: () => void): () => void;
  /** Reads what is left of earlier visits. */
  look(): Promise<void>;
  /** Asks the hub what it holds: call only when a person pressed a button that names the host. */
  ask(typed: string): Promise<HubOffer>;
  /** What its memory is reckoned from: of a GGUF file its first part is read, from the host that was asked. */
  shape(offer: HubOffer, variant: HubVariant): Promise<ReadShape>;
  /** Resolves when it stands in the list; call only after consent to this host, these files and this licence. */
  start(offer: HubOffer, variant: HubVariant): Promise<void>;
  pause(modelId: string, dtype: string): Promise<void>;
  resume(modelId: string, dtype: string): Promise<void>;
  /** Stops, and erases what was fetched of it. */
  cancel(modelId: string, dtype: string): Promise<void>;
  /** Stops all; what was fetched stays. */
  pauseAll(): Promise<void>;
}
