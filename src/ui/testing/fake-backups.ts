/** Backups without a store, for component tests and the development page. */
import type { Backups } from '../../app/data/backup.ts';
import { AppError } from '../../core/errors.ts';

/** The passphrase that the invented encrypted archive opens with. */
const PASSPHRASE = 'open sesame';

export const fakeBackups: Backups = {
  unsaved: async () => ({ runs: 4, samples: 412, lastBackupAt: '2026-11-12T08:30:00.000Z', remind: true }),
  dismissReminder: async () => undefined,
  write: async (_passphrase, control) => {
    control.onProgress(1);
    return { name: 'bedside-backup.zip', file: new Blob(['PK']) };
  },
  needsPassphrase: async (file) => (await file.text()).startsWith('encrypted'),
  check: async (file, passphrase, control) => {
    if ((await file.text()).includes('broken')) {
      throw new AppError('input/schema', 'the backup cannot be used: archive: its end is missing', {
        part: 'archive',
        problems: ['archive: its end is missing'],
      });
    }
    if (passphrase !== null && passphrase !== PASSPHRASE)
      throw new AppError('vault/wrong-passphrase', 'wrong');
    control.onProgress(1);
    const run = { kind: 'run', createdAt: '2026-11-10T08:00:00.000Z', records: 12, digest: 'd' } as const;
    const title = 'Hand-written visits, Demo model';
    return {
      createdAt: '2026-11-12T08:30:00.000Z',
      items: [
        { item: { ...run, folder: 'runs/0001', id: 'a', title }, state: 'new' },
        { item: { ...run, folder: 'runs/0002', id: 'b', title }, state: 'same' },
        { item: { ...run, folder: 'runs/0003', id: 'c', title }, state: 'different' },
        { item: { ...run, folder: 'runs/0004', id: 'd', title }, state: 'in-use' },
      ],
      apply: async (replace) => ({ added: 1, replaced: replace ? 1 : 0, skipped: replace ? 2 : 3 }),
    };
  },
};
