/** Backups as the pages use them: what is in none yet, writing one, and looking into one before it is restored. */
import * as v from 'valibot';
import { checkBackup, needsPassphrase } from '../../storage/backup/read-backup.ts';
import {
  applyRestore,
  planRestore,
  type PlannedItem,
  type RestoreOutcome,
} from '../../storage/backup/restore.ts';
import type { WorkControl } from '../../storage/backup/work-control.ts';
import { writeBackup } from '../../storage/backup/write-backup.ts';
import type { ResultStore } from '../../storage/contract.ts';
import { BUILD_INFO } from '../build-info.ts';
import { createImportLocks, type ImportLocks } from '../packs/import-lock.ts';
import type { RunLocks } from '../run/run-lock.ts';

export interface BackupDeps {
  readonly store: ResultStore;
  readonly locks: Pick<RunLocks, 'held'>;
  readonly importLocks?: Pick<ImportLocks, 'hold'>;
  readonly now: () => Date;
  readonly changed: () => void;
}

/** Finished work that would be lost with this browser profile. */
export interface Unsaved {
  readonly runs: number;
  readonly samples: number;
  readonly lastBackupAt: string | null;
  /** There is much of it, and nobody said that it may stay so. */
  readonly remind: boolean;
}

export interface RestorePreview {
  readonly createdAt: string;
  readonly items: readonly PlannedItem[];
  apply(replace: boolean, control: WorkControl): Promise<RestoreOutcome>;
}

export interface Backups {
  unsaved(): Promise<Unsaved>;
  /** Not asked again until as much has come together once more. */
  dismissReminder(): Promise<void>;
  /** A null passphrase leaves the archive readable for whoever has the file. */
  write(
    passphrase: string | null,
    control: WorkControl,
  ): Promise<{ readonly name: string; readonly file: Blob }>;
  needsPassphrase(file: Blob): Promise<boolean>;
  /** Checks all of it and changes nothing. */
  check(file: Blob, passphrase: string | null, control: WorkControl): Promise<RestorePreview>;
}

const LAST_BACKUP = 'last-backup';
const DISMISSED = 'backup-reminder-dismissed';
const REMIND_FROM_RUNS = 3;
const REMIND_FROM_SAMPLES = 100;

const MarkSchema = v.object({ at: v.string() });

export function createBackups(deps: BackupDeps): Backups {
  const { store, importLocks = createImportLocks(null) } = deps;
  const markedAt = async (id: string): Promise<string | null> => {
    const mark = v.safeParse(MarkSchema, await store.getMeta(id));
    return mark.success ? mark.output.at : null;
  };

  async function since(at: string | null): Promise<{ runs: number; samples: number }> {
    const finished = (await store.listRuns(() => undefined)).filter(
      ({ status, updatedAt }) => status === 'finished' && (at === null || updatedAt > at),
    );
    return { runs: finished.length, samples: finished.reduce((sum, run) => sum + run.done, 0) };
  }

  return {
    unsaved: async () => {
      const lastBackupAt = await markedAt(LAST_BACKUP);
      const unsaved = await since(lastBackupAt);
      const dismissedAt = await markedAt(DISMISSED);
      const quietFrom =
        dismissedAt !== null && dismissedAt > (lastBackupAt ?? '') ? dismissedAt : lastBackupAt;
      const { runs, samples } = await since(quietFrom);
      return { ...unsaved, lastBackupAt, remind: runs >= REMIND_FROM_RUNS || samples >= REMIND_FROM_SAMPLES };
    },

    dismissReminder: async () => {
      await store.putMeta(DISMISSED, { at: deps.now().toISOString() });
      deps.changed();
    },

    write: async (passphrase, control) => {
      // Taken before reading: what finishes meanwhile may not be in it.
      const at = deps.now().toISOString();
      const file = await writeBackup(
        store,
        { createdAt: at, app: { version: BUILD_INFO.version, build: BUILD_INFO.build }, passphrase },
        control,
      );
      await store.putMeta(LAST_BACKUP, { at });
      deps.changed();
      const ending = passphrase === null ? 'zip' : 'bedside';
      return { name: `bedside-backup-${at.slice(0, 16).replace(/[T:]/g, '-')}.${ending}`, file };
    },

    needsPassphrase,

    check: async (file, passphrase, control) => {
      const backup = await checkBackup(file, passphrase, control);
      const plan = await planRestore(store, backup, await deps.locks.held());
      return {
        createdAt: backup.manifest.createdAt,
        items: plan,
        apply: async (replace, applying) => {
          try {
            // Looked at again: a run may have begun since.
            const now = await planRestore(store, backup, await deps.locks.held());
            // Packs are written in parts; nobody may take the unfinished one for one that was left behind.
            return await importLocks.hold(() => applyRestore(store, backup, now, replace, applying));
          } finally {
            deps.changed();
          }
        },
      };
    },
  };
}
