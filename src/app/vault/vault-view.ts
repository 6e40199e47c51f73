/** What the pages see of the vault, and may ask of it. */
import type { PlainError } from '../../core/errors.ts';

/** Characters that a passphrase has at least. */
export const LEAST_PASSPHRASE = 12;

export interface AutoLock {
  /** Null: never. */
  readonly idleMinutes: number | null;
  /** After the tab was hidden for so long; null: never. */
  readonly hiddenSeconds: number | null;
}

interface Waiting {
  readonly failed: number;
  /** Milliseconds since 1970 before which no further attempt is made. */
  readonly notBefore: number;
}

export type VaultView =
  /** Not known yet whether there is one. */
  | { readonly kind: 'opening' }
  /** No passphrase: rows are stored as they are. */
  | { readonly kind: 'off' }
  | { readonly kind: 'unlocked'; readonly autoLock: AutoLock }
  | ({ readonly kind: 'locked' } & Waiting)
  | {
      readonly kind: 'converting';
      readonly to: 'sealed' | 'plain';
      readonly done: number;
      readonly total: number;
    }
  /** A conversion was cut short; nothing is lost, and it can go on or be taken back. */
  | ({ readonly kind: 'interrupted'; readonly to: 'sealed' | 'plain' } & Waiting)
  /** What says how to open the vault cannot be read. */
  | { readonly kind: 'broken'; readonly error: PlainError };

export interface VaultPort {
  getSnapshot(): VaultView;
  subscribe(listener: () => void): () => void;
  /** Resolves when it is known whether there is a vault. */
  ready(): Promise<void>;
  /** Locks this tab and the others. A run that is being written goes on; its key goes when it ends. */
  lock(): void;
  /** "3 of 8" of the run that goes on, also while locked; null when nothing runs. */
  progress(): string | null;
  /** Everything that needs a passphrase; its code comes when it is first asked for. */
  actions(): Promise<VaultActions>;
}

export interface VaultActions {
  /** Seals everything that is stored and removes the plain rows. */
  create(passphrase: string): Promise<void>;
  /** Throws vault/wrong-passphrase or vault/too-soon. */
  unlock(passphrase: string): Promise<void>;
  change(passphrase: string, next: string): Promise<void>;
  /** Writes everything back in plain; the number of rows that could not be opened. */
  remove(passphrase: string): Promise<number>;
  /** Ends what was interrupted. */
  resume(passphrase: string): Promise<void>;
  /** Takes back what was interrupted: everything stays as it was before. */
  discard(): Promise<void>;
  /** Stops a conversion; it is taken back. */
  cancel(): void;
  setAutoLock(autoLock: AutoLock): Promise<void>;
}
