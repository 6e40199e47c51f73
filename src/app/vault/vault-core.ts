/** What the vault is given, and what its actions work on: the part that is loaded later needs no code of the first. */
import type { BrowserStore } from '../../storage/browser-store.ts';
import type { KeyDerivation } from '../../storage/vault/derive-key.ts';
import type { VaultView } from './vault-view.ts';

export interface VaultDeps {
  readonly channel: BroadcastChannel | null;
  /** Ids of the runs that some tab is writing. */
  readonly runsHeld: () => Promise<ReadonlySet<string>>;
  /** Runs `work` while other tabs keep away from the databases. */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly locks: LockManager | null;
  readonly now: () => number;
  /** Tests have names and a cost of their own. */
  readonly databases?: { readonly plain: string; readonly vault: string };
  readonly derivation?: () => KeyDerivation;
}

/** What vault-actions.ts works on. */
export interface VaultCore {
  readonly deps: VaultDeps;
  readonly plain: BrowserStore;
  /** The vault's database, for what is not sealed in it. */
  readonly settings: BrowserStore;
  readonly databases: { readonly plain: string; readonly vault: string };
  view(): VaultView;
  show(view: VaultView): void;
  /** The opened vault; it stays open while a run is being written, also when the view is locked. */
  attached(): BrowserStore | null;
  /** Null to forget its key. */
  attach(sealed: BrowserStore | null): void;
  /** Resolves when nothing reads or writes any more. */
  drained(): Promise<void>;
  lock(everywhere: boolean): void;
  /** `stop` ends the watch that locks by itself; it is called when another takes its place or the vault is closed. */
  watchedBy(stop: () => void): void;
}
