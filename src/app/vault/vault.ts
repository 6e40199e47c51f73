/**
 * Whether what is stored can be read, and the one store through which everybody reads it. The first visit needs only
 * this file: passphrases, keys and conversions come with vault-actions.ts.
 */
import { AppError, toAppError } from '../../core/errors.ts';
import type { BrowserStore } from '../../storage/browser-store.ts';
import { lazyBrowserStore } from '../../storage/lazy-browser-store.ts';
import { DATABASE_NAME } from '../../storage/schema.ts';
import { createSwitchingStore } from '../../storage/vault/switching-store.ts';
import type { VaultCore, VaultDeps } from './vault-core.ts';
import type { VaultActions, VaultPort, VaultView } from './vault-view.ts';

/** The vault is a database of its own, so that no page writes plain rows where sealed ones are expected. */
const DATABASES = { plain: DATABASE_NAME, vault: `${DATABASE_NAME}-vault` };

export interface Vault {
  readonly store: BrowserStore;
  readonly port: Omit<VaultPort, 'progress'>;
  isOpen(): boolean;
  /** Refuses while locked; what has begun keeps the key until it is done. */
  use<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Keeps the key, also when the view is locked meanwhile: a run is being written. */
  keep<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Asks again whether there is a vault. */
  look(): Promise<void>;
  /** Another tab erases, or makes or removes the vault: nothing is opened until it is done and looked at. */
  holdUntil(finished: Promise<void>): void;
}

export function createVault(deps: VaultDeps): Vault {
  const databases = deps.databases ?? DATABASES;
  const plain = lazyBrowserStore(databases.plain);
  const settings = lazyBrowserStore(databases.vault);
  const listeners = new Set<() => void>();
  const waitingForRest = new Set<() => void>();
  let view: VaultView = { kind: 'opening' };
  let sealed: BrowserStore | null = null;
  let busy = 0;
  let stopWatching: () => void = () => undefined;
  let actions: Promise<VaultActions> | null = null;

  const isOpen = () => view.kind === 'off' || view.kind === 'unlocked';

  function show(next: VaultView): void {
    view = next;
    for (const listener of [...listeners]) listener();
  }

  function attach(next: BrowserStore | null): void {
    if (sealed !== null && sealed !== next) sealed.close().catch(() => undefined);
    sealed = next;
  }

  function atRest(): void {
    if (busy > 0) return;
    if (!isOpen()) attach(null);
    for (const resolve of waitingForRest) resolve();
    waitingForRest.clear();
  }

  async function keep<Result>(work: () => Promise<Result>): Promise<Result> {
    busy += 1;
    try {
      return await work();
    } finally {
      busy -= 1;
      atRest();
    }
  }

  function watchedBy(stop: () => void): void {
    stopWatching();
    stopWatching = stop;
  }

  function lock(everywhere: boolean): void {
    if (view.kind !== 'unlocked') return;
    watchedBy(() => undefined);
    show({ kind: 'locked', failed: 0, notBefore: 0 });
    atRest();
    if (everywhere) deps.channel?.postMessage({ kind: 'lock' });
  }

  const core: VaultCore = {
    deps,
    plain,
    settings,
    databases,
    view: () => view,
    show,
    attached: () => sealed,
    attach,
    drained: () =>
      busy === 0 ? Promise.resolve() : new Promise((resolve) => void waitingForRest.add(resolve)),
    lock,
    watchedBy,
  };

  async function look(): Promise<void> {
    if (view.kind === 'converting') return;
    try {
      if (!(await exists(databases.vault))) {
        watchedBy(() => undefined);
        attach(null);
        plain.holdUntil(Promise.resolve());
        return show({ kind: 'off' });
      }
      if (view.kind === 'unlocked') return;
      const { startingView } = await import('./vault-actions.ts');
      show(await startingView(core));
    } catch (thrown) {
      show({ kind: 'broken', error: toAppError(thrown).toPlain() });
    }
  }
  const looked = look();

  deps.channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (isLockMessage(event.data)) lock(false);
  });

  return {
    store: createSwitchingStore(
      plain,
      async () => {
        await looked;
        if (sealed !== null) return sealed;
        if (view.kind === 'off') return plain;
        throw locked();
      },
      () => [plain, settings, ...(sealed === null ? [] : [sealed])],
    ),
    port: {
      getSnapshot: () => view,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      ready: () => looked,
      lock: () => lock(true),
      actions: () =>
        (actions ??= import('./vault-actions.ts').then(({ createVaultActions }) => createVaultActions(core))),
    },
    isOpen,
    keep,
    use: async (work) => {
      await looked;
      if (!isOpen()) throw locked();
      return keep(work);
    },
    look,
    holdUntil: (finished) => {
      const looked = finished.then(look);
      const onlyIf = (kind: VaultView['kind']) =>
        looked.then(() => {
          if (view.kind !== kind) throw locked();
        });
      settings.holdUntil(finished);
      plain.holdUntil(onlyIf('off'));
      sealed?.holdUntil(onlyIf('unlocked'));
    },
  };
}

function locked(): AppError {
  return new AppError('vault/locked', 'the vault is locked');
}

function isLockMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'lock';
}

/** A browser that does not list its databases, or refuses all of them, has no vault of ours to be found. */
async function exists(name: string): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some((database) => database.name === name);
  } catch {
    return false;
  }
}
