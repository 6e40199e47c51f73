/** Types that cross between the page and the thread that downloads models, and nothing else. */
import type { HubAddress } from '../../src/core/models/hub-address.ts';
import type { HubListing } from '../../src/core/models/hub-listing.ts';

export interface WantedFile {
  readonly path: string;
  readonly url: string;
  readonly bytes: number | null;
  readonly expectedSha256: string | null;
  readonly expectedGitSha1: string | null;
  /** Of the answer that the part came from. */
  readonly etag: string | null;
}

/** no-ranges: the server cannot go on from a part. changed: it has another file now. */
export type RestartReason = 'no-ranges' | 'changed';

export interface DownloadJob {
  readonly modelId: string;
  readonly files: readonly WantedFile[];
}

export type DownloadEvent =
  | {
      readonly kind: 'progress';
      readonly phase: 'checking' | 'downloading';
      readonly file: string;
      /** Of all files of the job. */
      readonly doneBytes: number;
    }
  | { readonly kind: 'etag'; readonly file: string; readonly etag: string | null }
  | { readonly kind: 'restarted'; readonly file: string; readonly reason: RestartReason }
  | {
      readonly kind: 'file';
      readonly file: string;
      readonly bytes: number;
      readonly sha256: string;
    };

export interface HubApi {
  listing(base: string, address: HubAddress): Promise<HubListing>;
  /** config.json of a model, to reckon with before its download; null when it cannot be had. */
  config(url: string): Promise<unknown>;
  /** The first bytes of a file, at most; null when they cannot be had. */
  head(url: string, bytes: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Files that are here already are read again, not fetched again. */
  download(job: DownloadJob, onEvent: (event: DownloadEvent) => void): Promise<void>;
  /** What is here stays; download() goes on from it. */
  stop(): Promise<void>;
}
