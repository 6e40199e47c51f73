/** What is stored, whether the browser may drop it, and getting rid of all of it. */
import type { PlainError } from '../../core/errors.ts';
import type { Services } from '../services.ts';
import type { BackupDeps } from './backup.ts';
import type { DataChanges } from './data-changes.ts';

export interface DataDeps extends BackupDeps {
  readonly changes: DataChanges;
  /** Rows that could not be read, as far as lists met them. */
  readonly unreadable: () => readonly PlainError[];
  /** What downloaded models take. */
  readonly modelUsage?: () => Promise<{ readonly models: number; readonly bytes: number }>;
  /** Stops what would write again. */
  readonly stopWork: () => Promise<void>;
}

export function createData(deps: DataDeps): Services['data'] {
  return {
    usage: async () => {
      const { runs, records, packs } = await deps.store.usage();
      const estimate = await storageManager()
        ?.estimate()
        .catch(() => null);
      const persisted = await storageManager()
        ?.persisted()
        .catch(() => null);
      return {
        runs,
        records,
        packs,
        bytesUsed: estimate?.usage ?? null,
        bytesQuota: estimate?.quota ?? null,
        persisted: persisted ?? null,
        models: (await deps.modelUsage?.().catch(() => undefined)) ?? { models: 0, bytes: 0 },
        unreadable: deps.unreadable(),
      };
    },

    requestPersistence: async () => (await storageManager()?.persist()) ?? false,

    backups: async () => (await import('./backup.ts')).createBackups(deps),

    eraseAll: async () => {
      await deps.stopWork();
      const [{ eraseOrigin, originStores }, { askShell }] = await Promise.all([
        import('../../storage/erase.ts'),
        import('../network/ask-shell.ts'),
      ]);
      await askShell({ type: 'stop-keeping' });
      return deps.changes.whileErasing(() => eraseOrigin(() => deps.store.eraseAll(), originStores()));
    },
  };
}

/** Absent without a secure context. */
function storageManager(): StorageManager | undefined {
  return 'storage' in navigator ? navigator.storage : undefined;
}
