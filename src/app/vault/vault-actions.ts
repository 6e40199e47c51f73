/** Everything that needs a passphrase, and turning a plain store into a sealed one and back. */
import { AppError } from '../../core/errors.ts';
import { createBrowserStore } from '../../storage/browser-store.ts';
import { plainCodec } from '../../storage/row-codec.ts';
import { NO_ATTEMPTS, waitMs } from '../../storage/vault/attempts.ts';
import { convertRows, type Conversion } from '../../storage/vault/convert.ts';
import { sealedCodec } from '../../storage/vault/sealed-codec.ts';
import { newVaultKey, openVaultKey, rewrapVaultKey, type VaultKeys } from '../../storage/vault/vault-keys.ts';
import { readVaultRow, writeVaultRow, type VaultRow } from '../../storage/vault/vault-row.ts';
import { watchForIdle } from './auto-lock.ts';
import type { VaultCore } from './vault-core.ts';
import { LEAST_PASSPHRASE, type AutoLock, type VaultActions, type VaultView } from './vault-view.ts';

const DEFAULT_AUTO_LOCK: AutoLock = { idleMinutes: 10, hiddenSeconds: 300 };

/** Ends what only needed deleting, and says what is to be seen first. */
export async function startingView(core: VaultCore): Promise<VaultView> {
  const row = await readVaultRow(core.settings);
  if (row === null) {
    await core.settings.eraseAll();
    return { kind: 'off' };
  }
  switch (row.state) {
    case 'clearing':
      await tidyUp(async () => {
        await core.deps.alone(() => core.plain.eraseAll());
        await writeVaultRow(core.settings, { ...row, state: 'ready' });
      });
      return { kind: 'locked', ...waiting(row) };
    case 'ready':
      return { kind: 'locked', ...waiting(row) };
    case 'sealing':
      return { kind: 'interrupted', to: 'sealed', ...waiting(row) };
    case 'unsealing':
      return { kind: 'interrupted', to: 'plain', ...waiting(row) };
    case 'leaving':
      await tidyUp(() => core.deps.alone(() => core.settings.eraseAll()));
      return { kind: 'off' };
    default:
      return row.state satisfies never;
  }
}

/** What another tab holds on to is tried again at the next visit. */
async function tidyUp(work: () => Promise<void>): Promise<void> {
  await work().catch(() => undefined);
}

function waiting({ attempts }: VaultRow) {
  return {
    failed: attempts.failed,
    notBefore: attempts.lastAt + waitMs(attempts, attempts.lastAt),
  };
}

export function createVaultActions(core: VaultCore): VaultActions {
  const { settings, plain, deps } = core;
  let conversion: AbortController | null = null;

  async function theRow(): Promise<VaultRow> {
    const row = await readVaultRow(settings);
    if (row === null) throw new AppError('storage/missing', 'there is no vault', { what: 'vault', id: '' });
    return row;
  }

  /** Counts the attempt before it is made, so that closing the tab does not take it back. */
  async function attempt<Result>(open: (row: VaultRow) => Promise<Result>): Promise<Result> {
    const row = await theRow();
    const wait = waitMs(row.attempts, deps.now());
    if (wait > 0) {
      throw new AppError('vault/too-soon', 'too many wrong passphrases', {
        seconds: Math.ceil(wait / 1000),
      });
    }
    const attempts = { failed: row.attempts.failed + 1, lastAt: deps.now() };
    await writeVaultRow(settings, { ...row, attempts });
    try {
      const result = await open(row);
      await writeVaultRow(settings, { ...(await theRow()), attempts: NO_ATTEMPTS });
      return result;
    } catch (thrown) {
      const view = core.view();
      if (view.kind === 'locked' || view.kind === 'interrupted') {
        core.show({ ...view, ...waiting({ ...row, attempts }) });
      }
      throw thrown;
    }
  }

  async function unlocked(keys: VaultKeys, autoLock: AutoLock): Promise<void> {
    if (core.attached() === null) {
      const sealed = createBrowserStore(core.databases.vault, sealedCodec(keys));
      await sealed.bringForward();
      core.attach(sealed);
    }
    watch(autoLock);
    core.show({ kind: 'unlocked', autoLock });
  }

  /** A conversion takes rows as they are now, not those of an earlier version. */
  async function broughtForward(keys: VaultKeys): Promise<void> {
    const sealed = createBrowserStore(core.databases.vault, sealedCodec(keys));
    try {
      await sealed.bringForward();
    } finally {
      await sealed.close();
    }
  }

  function watch(autoLock: AutoLock): void {
    core.watchedBy(watchForIdle(autoLock, deps.channel, (everywhere) => core.lock(everywhere)));
  }

  /** Nobody else reads or writes meanwhile, in this tab or another. */
  async function converting<Result>(to: 'sealed' | 'plain', work: (signal: AbortSignal) => Promise<Result>) {
    if ((await deps.runsHeld()).size > 0) {
      throw new AppError('storage/locked-by-other-tab', 'a run is being written');
    }
    return withLock(deps.locks, async () => {
      const own = new AbortController();
      conversion = own;
      core.show({ kind: 'converting', to, done: 0, total: 0 });
      await core.drained();
      return deps.alone(() => work(own.signal));
    });
  }

  function convert(keys: VaultKeys, to: 'sealed' | 'plain', signal: AbortSignal): Promise<Conversion> {
    const sides = [
      { name: core.databases.plain, codec: plainCodec },
      { name: core.databases.vault, codec: sealedCodec(keys) },
    ] as const;
    const [from, into] = to === 'sealed' ? sides : [sides[1], sides[0]];
    return convertRows(from, into, {
      onProgress: (done, total) => core.show({ kind: 'converting', to, done, total }),
      signal,
    });
  }

  async function seal(keys: VaultKeys, row: VaultRow, signal: AbortSignal): Promise<void> {
    await convert(keys, 'sealed', signal);
    // From here on the vault counts, and the plain rows are only to be deleted.
    await writeVaultRow(settings, { ...row, state: 'clearing' });
    await plain.eraseAll();
    await writeVaultRow(settings, { ...row, state: 'ready' });
    await unlocked(keys, row.autoLock);
  }

  async function unseal(keys: VaultKeys, row: VaultRow, signal: AbortSignal): Promise<number> {
    core.attach(null);
    await broughtForward(keys);
    const { unreadable } = await convert(keys, 'plain', signal);
    await writeVaultRow(settings, { ...row, state: 'leaving' });
    await settings.eraseAll();
    core.watchedBy(() => undefined);
    core.show({ kind: 'off' });
    return unreadable.length;
  }

  return {
    create: (passphrase) => {
      requireLength(passphrase);
      return converting('sealed', async (signal) => {
        try {
          const { wrapped, keys } = await newVaultKey(passphrase, deps.derivation?.());
          const row: VaultRow = {
            format: 1,
            createdAt: new Date(deps.now()).toISOString(),
            state: 'sealing',
            key: wrapped,
            attempts: NO_ATTEMPTS,
            autoLock: DEFAULT_AUTO_LOCK,
          };
          await writeVaultRow(settings, row);
          await seal(keys, row, signal);
        } catch (thrown) {
          await takeBack();
          throw thrown;
        }
      });
    },

    unlock: async (passphrase) => {
      const { keys, row } = await attempt(async (found) => ({
        keys: await openVaultKey(passphrase, found.key),
        row: found,
      }));
      await unlocked(keys, row.autoLock);
    },

    change: async (passphrase, next) => {
      requireLength(next);
      const key = await attempt((row) => rewrapVaultKey(passphrase, next, row.key, deps.derivation?.()));
      await writeVaultRow(settings, { ...(await theRow()), key });
    },

    remove: async (passphrase) => {
      const keys = await attempt((row) => openVaultKey(passphrase, row.key));
      return converting('plain', async (signal) => {
        try {
          const row: VaultRow = { ...(await theRow()), state: 'unsealing' };
          await writeVaultRow(settings, row);
          return await unseal(keys, row, signal);
        } catch (thrown) {
          await takeBack();
          throw thrown;
        }
      });
    },

    resume: async (passphrase) => {
      const keys = await attempt((found) => openVaultKey(passphrase, found.key));
      const row = await theRow();
      // Another tab may have ended it.
      if (row.state !== 'sealing' && row.state !== 'unsealing') return unlocked(keys, row.autoLock);
      const to = row.state === 'sealing' ? 'sealed' : 'plain';
      await converting(to, async (signal) => {
        try {
          await (to === 'sealed' ? seal(keys, row, signal) : unseal(keys, row, signal));
        } catch (thrown) {
          core.show(await startingView(core));
          throw thrown;
        }
      });
    },

    discard: () => withLock(deps.locks, () => deps.alone(takeBack)),

    cancel: () => conversion?.abort(),

    setAutoLock: async (autoLock) => {
      const before = core.view();
      if (before.kind !== 'unlocked') throw new AppError('vault/locked', 'the vault is locked');
      const inForce = (setting: AutoLock) => {
        // It may have locked meanwhile, and what is locked stays so.
        if (core.view().kind !== 'unlocked') return;
        watch(setting);
        core.show({ kind: 'unlocked', autoLock: setting });
      };
      // At once: a person who asks for a shorter time may get up before it is written.
      inForce(autoLock);
      try {
        await writeVaultRow(settings, { ...(await theRow()), autoLock });
      } catch (thrown) {
        inForce(before.autoLock);
        throw thrown;
      }
    },
  };

  /** Back to what counted before a conversion; once every row has arrived there is nothing to take back. */
  async function takeBack(): Promise<void> {
    const row = await readVaultRow(settings);
    if (row === null || row.state === 'sealing') await settings.eraseAll();
    if (row?.state === 'unsealing') {
      await plain.eraseAll();
      await writeVaultRow(settings, { ...row, state: 'ready' });
    }
    core.show(row === null || row.state === 'sealing' ? { kind: 'off' } : await startingView(core));
  }
}

function requireLength(passphrase: string): void {
  if ([...passphrase].length < LEAST_PASSPHRASE) {
    throw new AppError('input/option', `a passphrase has at least ${LEAST_PASSPHRASE} characters`, {
      option: 'passphrase',
    });
  }
}

/** Two tabs do not convert at once. */
async function withLock<Result>(locks: LockManager | null, work: () => Promise<Result>): Promise<Result> {
  if (locks === null) return work();
  return locks.request('bedside-vault', { ifAvailable: true }, async (lock) => {
    if (lock === null) throw new AppError('storage/locked-by-other-tab', 'another tab changes the vault');
    return work();
  });
}
