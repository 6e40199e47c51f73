// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBrowserStore } from '../../storage/browser-store.ts';
import { aHeader, aPack, aRecord } from '../../storage/fixtures.ts';
import { newKeyDerivation } from '../../storage/vault/derive-key.ts';
import { createDataChanges } from '../data/data-changes.ts';
import { guarded } from './guard.ts';
import { createVault, type Vault } from './vault.ts';

const PASSPHRASE = 'correct horse battery';

let places = 0;
const freshDatabases = () => {
  places += 1;
  return { plain: `plain-${places}`, vault: `vault-${places}` };
};
const channels: BroadcastChannel[] = [];
const vaults: Vault[] = [];
afterEach(() => {
  for (const vault of vaults.splice(0)) vault.port.lock();
  for (const channel of channels.splice(0)) channel.close();
  vi.useRealTimers();
});

interface Tab {
  readonly vault: Vault;
  readonly held: Set<string>;
  readonly clock: { now: number };
}

function tab(databases: { plain: string; vault: string }): Tab {
  const open = (name: string) => {
    const channel = new BroadcastChannel(`${name}-${databases.plain}`);
    channels.push(channel);
    return channel;
  };
  const held = new Set<string>();
  const clock = { now: 1_000_000 };
  const changes = createDataChanges(open('data'), (finished) => vault.holdUntil(finished));
  const vault = createVault({
    channel: open('vault'),
    runsHeld: async () => held,
    alone: (work) => changes.whileErasing(work),
    locks: null,
    now: () => clock.now,
    databases,
    derivation: () => newKeyDerivation({ memoryKiB: 64, passes: 1, lanes: 1 }),
  });
  vaults.push(vault);
  return { vault, held, clock };
}

async function withVault(databases = freshDatabases()) {
  const here = tab(databases);
  const { store, port } = here.vault;
  await store.putPack(aPack(), 'b'.repeat(64), '');
  await store.createRun(aHeader(), 3);
  await store.commitRecord('run-1', aRecord());
  await (await port.actions()).create(PASSPHRASE);
  return { databases, ...here };
}

async function names(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map((database) => database.name);
}
const delivered = () => new Promise((resolve) => setTimeout(resolve, 40));

describe('a store without a passphrase', () => {
  it('is read and written as ever, and leaves no vault behind', async () => {
    const databases = freshDatabases();
    const { vault } = tab(databases);
    expect(vault.port.getSnapshot()).toEqual({ kind: 'opening' });
    await vault.store.createRun(aHeader(), 1);
    expect(vault.port.getSnapshot()).toEqual({ kind: 'off' });
    expect(await vault.store.listRuns()).toHaveLength(1);
    vault.port.lock();
    expect(vault.port.getSnapshot()).toEqual({ kind: 'off' });
    expect(await names()).not.toContain(databases.vault);
  });
});

describe('creating the vault', () => {
  it('seals what is there, removes the plain database, and is open afterwards', async () => {
    const { databases, vault } = await withVault();
    expect(vault.port.getSnapshot()).toMatchObject({ kind: 'unlocked' });
    expect(await names()).not.toContain(databases.plain);
    expect(await vault.store.getRecord('run-1', '0#0')).toEqual(aRecord());
    expect((await vault.store.getPack('a-pack'))?.samples).toHaveLength(3);
    const db = await openDB(databases.vault);
    expect(JSON.stringify(await db.getAll('records'))).not.toContain('output 0');
    db.close();
  });

  it('asks for a passphrase that is not short, before anything is touched', async () => {
    const databases = freshDatabases();
    const { vault } = tab(databases);
    await vault.port.ready();
    const actions = await vault.port.actions();
    expect(() => actions.create('eleven char')).toThrow(expect.objectContaining({ code: 'input/option' }));
    expect(await names()).not.toContain(databases.vault);
  });

  it('waits for no run: it is refused while one is written', async () => {
    const { vault, held } = tab(freshDatabases());
    held.add('run-1');
    const creating = (await vault.port.actions()).create(PASSPHRASE);
    await expect(creating).rejects.toMatchObject({ code: 'storage/locked-by-other-tab' });
    expect(vault.port.getSnapshot()).toEqual({ kind: 'off' });
  });

  it('is taken back when it is stopped or fails, with everything as it was', async () => {
    const databases = freshDatabases();
    const { vault } = tab(databases);
    await vault.store.createRun(aHeader(), 1);
    const actions = await vault.port.actions();
    const stop = vault.port.subscribe(() => {
      const view = vault.port.getSnapshot();
      if (view.kind === 'converting' && view.total > 0) actions.cancel();
    });
    await expect(actions.create(PASSPHRASE)).rejects.toMatchObject({ code: 'runtime/cancelled' });
    stop();
    expect(vault.port.getSnapshot()).toEqual({ kind: 'off' });
    expect(await names()).not.toContain(databases.vault);
    expect(await vault.store.listRuns()).toHaveLength(1);
  });
});

describe('a conversion cut short by the end of the tab', () => {
  /** Everything that was written when the tab died in this state. */
  async function killedIn(state: string, leaveHalf: boolean) {
    const databases = freshDatabases();
    const { vault } = await withVault(databases);
    const settings = await openDB(databases.vault);
    const row = (await settings.get('meta', 'vault')) as { value: object };
    await settings.put('meta', { id: 'vault', value: { ...row.value, state } });
    if (leaveHalf) await settings.clear('records');
    settings.close();
    await vault.store.close();
    return databases;
  }

  it('goes on with the passphrase when rows were being written back', async () => {
    const databases = await killedIn('unsealing', false);
    const { vault } = tab(databases);
    await vault.port.ready();
    expect(vault.port.getSnapshot()).toMatchObject({ kind: 'interrupted', to: 'plain' });
    await expect(vault.store.listRuns()).rejects.toMatchObject({ code: 'vault/locked' });
    await (await vault.port.actions()).resume(PASSPHRASE);
    expect(vault.port.getSnapshot()).toEqual({ kind: 'off' });
    expect(await vault.store.getRecord('run-1', '0#0')).toEqual(aRecord());
    expect(await names()).not.toContain(databases.vault);
  });

  it('can be taken back, and the vault is as it was', async () => {
    const databases = await killedIn('unsealing', false);
    const { vault } = tab(databases);
    await vault.port.ready();
    const actions = await vault.port.actions();
    await actions.discard();
    expect(vault.port.getSnapshot()).toMatchObject({ kind: 'locked' });
    await actions.unlock(PASSPHRASE);
    expect(await vault.store.getRecord('run-1', '0#0')).toEqual(aRecord());
  });

  it('leaves the plain rows counting until every row is sealed', async () => {
    const databases = await killedIn('sealing', true);
    const first = tab(databases).vault;
    await first.port.ready();
    expect(first.port.getSnapshot()).toMatchObject({ kind: 'interrupted', to: 'sealed' });
    await (await first.port.actions()).discard();
    expect(first.port.getSnapshot()).toEqual({ kind: 'off' });
    expect(await names()).not.toContain(databases.vault);
  });

  it('deletes at the next visit what only had to be deleted', async () => {
    const sealed = await killedIn('clearing', false);
    const leftover = createBrowserStore(sealed.plain);
    await leftover.createRun(aHeader({ id: 'plain' }), 1);
    await leftover.close();
    const { vault } = tab(sealed);
    await vault.port.ready();
    expect(vault.port.getSnapshot()).toMatchObject({ kind: 'locked' });
    expect(await names()).not.toContain(sealed.plain);
    const plain = await killedIn('leaving', false);
    const other = tab(plain).vault;
    await other.port.ready();
    expect(other.port.getSnapshot()).toEqual({ kind: 'off' });
    expect(await names()).not.toContain(plain.vault);
  });
});

describe('the lock', () => {
  it('closes what is stored, and the passphrase opens it', async () => {
    const { vault } = await withVault();
    vault.port.lock();
    expect(vault.port.getSnapshot()).toMatchObject({ kind: 'locked' });
    await expect(vault.store.listRuns()).rejects.toMatchObject({ code: 'vault/locked' });
    const reading = async () => {
      for await (const _record of vault.store.records('run-1')) throw new Error('a record was read');
    };
    await expect(reading()).rejects.toMatchObject({ code: 'vault/locked' });
    await (await vault.port.actions()).unlock(PASSPHRASE);
    expect(await vault.store.listRuns()).toHaveLength(1);
  });

  it('holds after the tab was closed and opened again', async () => {
    const { databases } = await withVault();
    const { vault } = tab(databases);
    await expect(vault.store.listRuns()).rejects.toMatchObject({ code: 'vault/locked' });
    expect(vault.port.getSnapshot()).toMatchObject({ kind: 'locked', failed: 0 });
  });

  it('lets what has begun end, and nothing new begin', async () => {
    const { vault } = await withVault();
    const port = guarded({ list: () => vault.store.listRuns() }, vault);
    expect(await port.list()).toHaveLength(1);
    let end = () => {};
    const writing = vault.keep(() => new Promise<void>((resolve) => (end = resolve)));
    vault.port.lock();
    await expect(port.list()).rejects.toMatchObject({ code: 'vault/locked' });
    // The run that is being written still commits.
    await vault.store.commitRecord('run-1', aRecord({ index: 1 }));
    end();
    await writing;
    await expect(vault.store.commitRecord('run-1', aRecord({ index: 2 }))).rejects.toMatchObject({
      code: 'vault/locked',
    });
  });

  it('does not disturb a run that is written when the passphrase opens the view again', async () => {
    const { vault } = await withVault();
    let end = () => {};
    const writing = vault.keep(() => new Promise<void>((resolve) => (end = resolve)));
    vault.port.lock();
    const commits = [1, 2].map((index) => vault.store.commitRecord('run-1', aRecord({ index })));
    await (await vault.port.actions()).unlock(PASSPHRASE);
    await Promise.all(commits);
    end();
    await writing;
    expect(await vault.store.getRun('run-1')).toMatchObject({ done: 3 });
  });

  it('closes every tab, and a tab that opened first learns of a new vault', async () => {
    const databases = freshDatabases();
    const there = tab(databases).vault;
    await there.port.ready();
    const { vault: here } = await withVault(databases);
    await delivered();
    expect(there.port.getSnapshot()).toMatchObject({ kind: 'locked' });
    await expect(there.store.putPack(aPack({ id: 'late' }), '', '')).rejects.toMatchObject({
      code: 'vault/locked',
    });
    await (await there.port.actions()).unlock(PASSPHRASE);
    here.port.lock();
    await delivered();
    expect(there.port.getSnapshot()).toMatchObject({ kind: 'locked' });
    expect(await names()).not.toContain(databases.plain);
  });
});

describe('passphrases', () => {
  it('that are wrong are counted, also across tabs, and make the next attempt wait', async () => {
    const { databases, vault } = await withVault();
    vault.port.lock();
    const actions = await vault.port.actions();
    for (const failed of [1, 2, 3]) {
      await expect(actions.unlock('wrong')).rejects.toMatchObject({ code: 'vault/wrong-passphrase' });
      expect(vault.port.getSnapshot()).toMatchObject({ kind: 'locked', failed });
    }
    const wait = { code: 'vault/too-soon', details: { seconds: 5 } };
    await expect(actions.unlock(PASSPHRASE)).rejects.toMatchObject(wait);
    const { vault: again, clock } = tab(databases);
    await again.port.ready();
    expect(again.port.getSnapshot()).toMatchObject({ failed: 3, notBefore: 1_005_000 });
    const later = await again.port.actions();
    await expect(later.unlock(PASSPHRASE)).rejects.toMatchObject(wait);
    clock.now += 5_000;
    await later.unlock(PASSPHRASE);
    again.port.lock();
    await expect(later.unlock('wrong')).rejects.toMatchObject({ code: 'vault/wrong-passphrase' });
    expect(again.port.getSnapshot()).toMatchObject({ failed: 1 });
  });

  it('can be changed without touching a row', async () => {
    const { databases, vault } = await withVault();
    const rows = async () => {
      const db = await openDB(databases.vault);
      const all = JSON.stringify([await db.getAll('runs'), await db.getAll('records')]);
      db.close();
      return all;
    };
    const before = await rows();
    const actions = await vault.port.actions();
    await expect(actions.change('wrong', 'another passphrase')).rejects.toMatchObject({
      code: 'vault/wrong-passphrase',
    });
    await actions.change(PASSPHRASE, 'another passphrase');
    expect(await rows()).toBe(before);
    vault.port.lock();
    await expect(actions.unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'vault/wrong-passphrase' });
    await actions.unlock('another passphrase');
    expect(await vault.store.listRuns()).toHaveLength(1);
  });

  it('can be given up, and everything is stored as before', async () => {
    const { databases, vault } = await withVault();
    const actions = await vault.port.actions();
    await expect(actions.remove('wrong')).rejects.toMatchObject({ code: 'vault/wrong-passphrase' });
    expect(await actions.remove(PASSPHRASE)).toBe(0);
    expect(vault.port.getSnapshot()).toEqual({ kind: 'off' });
    expect(await vault.store.getRecord('run-1', '0#0')).toEqual(aRecord());
    expect(await names()).not.toContain(databases.vault);
  });

  it('that are forgotten still leave erasing everything', async () => {
    const { databases, vault } = await withVault();
    vault.port.lock();
    await vault.store.eraseAll();
    await vault.look();
    expect(vault.port.getSnapshot()).toEqual({ kind: 'off' });
    expect(await names()).not.toContain(databases.vault);
    expect(await vault.store.listRuns()).toEqual([]);
  });
});

describe('locking by itself', () => {
  it('happens after the minutes without use that were chosen, in every tab', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    const { vault } = await withVault();
    const actions = await vault.port.actions();
    await actions.setAutoLock({ idleMinutes: 5, hiddenSeconds: null });
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    window.dispatchEvent(new Event('keydown'));
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect(vault.port.getSnapshot()).toMatchObject({ kind: 'unlocked' });
    await vi.advanceTimersByTimeAsync(61_000);
    expect(vault.port.getSnapshot()).toMatchObject({ kind: 'locked' });
  });

  it('is not put off by the hand that wakes a computer after the time is over', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    const { vault } = await withVault();
    await (await vault.port.actions()).setAutoLock({ idleMinutes: 5, hiddenSeconds: null });
    vi.setSystemTime(Date.now() + 3_600_000);
    window.dispatchEvent(new Event('pointermove'));
    expect(vault.port.getSnapshot()).toMatchObject({ kind: 'locked' });
  });

  it('happens when the tab is out of sight, at once or later, as chosen', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    const hidden = vi.spyOn(document, 'hidden', 'get');
    const { vault } = await withVault();
    const actions = await vault.port.actions();
    const hide = (away: boolean) => {
      hidden.mockReturnValue(away);
      document.dispatchEvent(new Event('visibilitychange'));
    };
    await actions.setAutoLock({ idleMinutes: null, hiddenSeconds: 60 });
    hide(true);
    await vi.advanceTimersByTimeAsync(30_000);
    hide(false);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(vault.port.getSnapshot()).toMatchObject({ kind: 'unlocked' });
    await actions.setAutoLock({ idleMinutes: null, hiddenSeconds: 0 });
    hide(true);
    expect(vault.port.getSnapshot()).toMatchObject({ kind: 'locked' });
    hidden.mockRestore();
  });
});
