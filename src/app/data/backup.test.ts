import { describe, expect, it } from 'vitest';
import type { ResultStore } from '../../storage/contract.ts';
import { aHeader, aRecord } from '../../storage/fixtures.ts';
import { createMemoryStore } from '../../storage/memory-store.ts';
import { createBackups } from './backup.ts';

let minutes = 0;
const now = () => new Date(Date.UTC(2026, 10, 20, 12, (minutes += 1)));
const control = { signal: new AbortController().signal, onProgress: () => undefined };

function backups(store: ResultStore, held: readonly string[] = []) {
  let changes = 0;
  const made = createBackups({
    store,
    locks: { held: async () => new Set(held) },
    now,
    changed: () => (changes += 1),
  });
  return { ...made, changes: () => changes };
}

async function finish(store: ResultStore, id: string, samples = 1): Promise<void> {
  await store.createRun(aHeader({ id }), samples);
  for (let index = 0; index < samples; index += 1) await store.commitRecord(id, aRecord({ index }));
  await store.setRunStatus(id, 'finished', now().toISOString());
}

describe('backups', () => {
  it('remind of much finished work that is in none, and not again once told to be quiet', async () => {
    const store = createMemoryStore();
    const here = backups(store);
    expect(await here.unsaved()).toEqual({ runs: 0, samples: 0, lastBackupAt: null, remind: false });
    await finish(store, 'a');
    await finish(store, 'b');
    expect(await here.unsaved()).toMatchObject({ runs: 2, remind: false });
    await finish(store, 'c');
    expect(await here.unsaved()).toMatchObject({ runs: 3, samples: 3, remind: true });
    await here.dismissReminder();
    expect(await here.unsaved()).toMatchObject({ runs: 3, remind: false });
    await finish(store, 'large', 120);
    expect(await here.unsaved()).toMatchObject({ runs: 4, samples: 123, remind: true });
    const { name } = await here.write(null, control);
    expect(name).toMatch(/^bedside-backup-2026-11-20-12-\d\d\.zip$/);
    expect(await here.unsaved()).toMatchObject({ runs: 0, samples: 0, remind: false });
  });

  it('do not count a run that has not finished, nor a backup that was not written', async () => {
    const store = createMemoryStore();
    const here = backups(store);
    await store.createRun(aHeader(), 5);
    for (const id of ['a', 'b', 'c']) await finish(store, id);
    await expect(here.write(null, { ...control, signal: AbortSignal.abort() })).rejects.toThrow();
    expect(await here.unsaved()).toMatchObject({ runs: 3, lastBackupAt: null, remind: true });
  });

  it('show what they would change, change it only when told to, and leave a run that is going on', async () => {
    const from = createMemoryStore();
    await finish(from, 'a');
    await finish(from, 'b');
    const { file } = await backups(from).write('open sesame', control);
    const store = createMemoryStore();
    await finish(store, 'a', 2);
    const there = backups(store, ['a']);
    expect(await there.needsPassphrase(file)).toBe(true);
    const preview = await there.check(file, 'open sesame', control);
    expect(preview.items.map(({ item, state }) => [item.id, state]).sort()).toEqual([
      ['a', 'in-use'],
      ['b', 'new'],
    ]);
    expect(await store.usage()).toMatchObject({ runs: 1 });
    expect(there.changes()).toBe(0);
    expect(await preview.apply(true, control)).toEqual({ added: 1, replaced: 0, skipped: 1 });
    expect(await store.usage()).toMatchObject({ runs: 2, records: 3 });
    expect(there.changes()).toBe(1);
  });
});
