/**
 * Handles of folders and files that a person chose. They can only be kept in IndexedDB, and apart from everything
 * private: a handle cannot be encrypted, and it holds the name of a folder, no patient's text.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import * as v from 'valibot';
import {
  FileMarkSchema,
  RememberedModelSchema,
  type FileMark,
  type RememberedModel,
} from '../../core/models/remembered-model.ts';
import { toStorageError } from '../storage-errors.ts';

export type ModelHandle = FileSystemDirectoryHandle | FileSystemFileHandle;

export interface Remembered {
  readonly model: RememberedModel;
  readonly handle: ModelHandle;
  readonly marks: readonly FileMark[];
  readonly addedAt: string;
}

interface Schema extends DBSchema {
  models: { key: string; value: unknown };
}

const NAME = 'bedside-models';

const RowSchema = v.object({
  id: v.string(),
  model: RememberedModelSchema,
  handle: v.custom<ModelHandle>((value) => typeof value === 'object' && value !== null && 'kind' in value),
  marks: v.array(FileMarkSchema),
  addedAt: v.string(),
});

export interface RememberedHandles {
  /** Rows that cannot be read are left out: their files can be chosen again. */
  list(): Promise<readonly Remembered[]>;
  put(remembered: Remembered): Promise<void>;
  remove(id: string): Promise<void>;
}

export function createRememberedHandles(): RememberedHandles {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const open = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(NAME, 1, {
      upgrade: (db) => void db.createObjectStore('models', { keyPath: 'id' }),
      blocking: (_now, _later, event) => {
        opened = null;
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: () => {
        opened = null;
      },
    }).catch((thrown: unknown) => {
      opened = null;
      throw toStorageError(thrown);
    });
    return opened;
  };
  /** Looking makes no database. */
  const exists = async (): Promise<boolean> =>
    opened !== null || (await indexedDB.databases()).some(({ name }) => name === NAME);
  const coded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (thrown) {
      throw toStorageError(thrown);
    }
  };

  return {
    list: () =>
      coded(async () => {
        if (typeof indexedDB === 'undefined' || !(await exists())) return [];
        const rows = await (await open()).getAll('models');
        return rows.flatMap((row) => {
          const checked = v.safeParse(RowSchema, row);
          return checked.success ? [checked.output] : [];
        });
      }),
    put: (remembered) =>
      coded(async () => {
        await (await open()).put('models', { id: remembered.model.id, ...remembered });
      }),
    remove: (id) =>
      coded(async () => {
        if (await exists()) await (await open()).delete('models', id);
      }),
  };
}
