/** What is stored here, and what is left after erasing. */
import type { PlainError } from '../../core/errors.ts';

export interface DataUsage {
  readonly runs: number;
  readonly records: number;
  readonly packs: number;
  readonly bytesUsed: number | null;
  readonly bytesQuota: number | null;
  readonly persisted: boolean | null;
  /** Downloaded models, unfinished ones included; part of bytesUsed. */
  readonly models?: { readonly models: number; readonly bytes: number };
  /** Stored rows that can no longer be read (storage/corrupt); all others are listed as usual. */
  readonly unreadable?: readonly PlainError[];
}

export interface EraseReport {
  readonly erased: boolean;
  /** What the browser still lists for this origin after erasing; empty when everything is gone. */
  readonly remaining: readonly string[];
}
