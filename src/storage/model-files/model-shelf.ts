/** Downloaded models in the origin private file system: one folder each, with model.json beside the files. */
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import {
  KeptModelSchema,
  keptFileName,
  LAST_USED_NAME,
  MANIFEST_NAME,
  MODELS_FOLDER,
  type KeptModel,
} from '../../core/models/kept-model.ts';
import { toStorageError } from '../storage-errors.ts';

export interface ShelvedModel {
  readonly model: KeptModel;
  readonly lastUsedAt: string | null;
  /** Of every file, parts included, by path. */
  readonly bytesHere: ReadonlyMap<string, number>;
}

export interface ModelShelf {
  /** `unreadable`: folders whose model.json cannot be read; they can only be erased. */
  list(): Promise<{ readonly models: readonly ShelvedModel[]; readonly unreadable: readonly string[] }>;
  save(model: KeptModel): Promise<void>;
  touch(id: string, at: string): Promise<void>;
  /** Throws storage/missing when one of them is gone. */
  files(
    id: string,
    paths: readonly string[],
  ): Promise<readonly { readonly path: string; readonly file: File }[]>;
  eraseFile(id: string, path: string): Promise<void>;
  erase(id: string): Promise<void>;
}

export type GetRoot = () => Promise<FileSystemDirectoryHandle>;

/** `getRoot` is null where the browser has no such file system: then nothing is kept. */
export function createModelShelf(getRoot: GetRoot | null): ModelShelf {
  const folderOf = async (id: string, create: boolean): Promise<FileSystemDirectoryHandle | null> => {
    if (getRoot === null) return null;
    try {
      const root = await getRoot();
      const models = await root.getDirectoryHandle(MODELS_FOLDER, { create });
      return await models.getDirectoryHandle(id, { create });
    } catch (thrown) {
      if (isMissing(thrown)) return null;
      throw toStorageError(thrown);
    }
  };
  const required = async (id: string): Promise<FileSystemDirectoryHandle> => {
    const folder = await folderOf(id, true);
    if (folder === null) throw new AppError('storage/failed', 'this browser keeps no files for pages');
    return folder;
  };
  const write = async (id: string, name: string, text: string): Promise<void> => {
    try {
      const folder = await required(id);
      const file = await folder.getFileHandle(name, { create: true });
      // Written beside and put in place at the end, so that a killed tab leaves the old one.
      const writable = await file.createWritable();
      await writable.write(text);
      await writable.close();
    } catch (thrown) {
      throw toStorageError(thrown);
    }
  };
  /** Writes to one model.json never overtake each other. */
  let writing: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = writing.then(work, work);
    writing = done.catch(() => undefined);
    return done;
  };

  return {
    list: async () => {
      const models: ShelvedModel[] = [];
      const unreadable: string[] = [];
      for (const [name, folder] of await folders(getRoot)) {
        const read = await readFolder(folder);
        if (read === null || read.model.id !== name) unreadable.push(name);
        else models.push(read);
      }
      return { models, unreadable };
    },
    save: (model) => inTurn(() => write(model.id, MANIFEST_NAME, JSON.stringify(model))),
    touch: (id, at) => inTurn(() => write(id, LAST_USED_NAME, at)),
    files: async (id, paths) => {
      const folder = await folderOf(id, false);
      if (folder === null) throw missing(id, paths[0] ?? '');
      return Promise.all(
        paths.map(async (path) => {
          try {
            return { path, file: await (await folder.getFileHandle(keptFileName(path))).getFile() };
          } catch (thrown) {
            throw isMissing(thrown) ? missing(id, path) : toStorageError(thrown);
          }
        }),
      );
    },
    eraseFile: async (id, path) => {
      const folder = await folderOf(id, false);
      if (folder !== null) await removed(folder, keptFileName(path));
    },
    erase: (id) =>
      inTurn(async () => {
        if (getRoot === null) return;
        try {
          const models = await (await getRoot()).getDirectoryHandle(MODELS_FOLDER);
          await removed(models, id);
        } catch (thrown) {
          if (!isMissing(thrown)) throw toStorageError(thrown);
        }
      }),
  };
}

async function folders(
  getRoot: GetRoot | null,
): Promise<readonly (readonly [string, FileSystemDirectoryHandle])[]> {
  if (getRoot === null) return [];
  try {
    const models = await (await getRoot()).getDirectoryHandle(MODELS_FOLDER);
    const found: [string, FileSystemDirectoryHandle][] = [];
    for await (const [name, handle] of models.entries()) {
      if (handle.kind === 'directory') found.push([name, handle]);
    }
    return found.sort(([a], [b]) => (a < b ? -1 : 1));
  } catch (thrown) {
    // Private windows of some browsers have none: nothing is kept there.
    if (isMissing(thrown) || (thrown instanceof Error && thrown.name === 'SecurityError')) return [];
    throw toStorageError(thrown);
  }
}

async function readFolder(folder: FileSystemDirectoryHandle): Promise<ShelvedModel | null> {
  const texts = new Map<string, string>();
  const sizes = new Map<string, number>();
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind !== 'file') continue;
    try {
      const file = await handle.getFile();
      if (name === MANIFEST_NAME || name === LAST_USED_NAME) texts.set(name, await file.text());
      else sizes.set(name, file.size);
    } catch {
      // Gone between listing and looking.
    }
  }
  const manifest = v.safeParse(KeptModelSchema, parsed(texts.get(MANIFEST_NAME)));
  if (!manifest.success) return null;
  const model = manifest.output;
  return {
    model,
    lastUsedAt: texts.get(LAST_USED_NAME) ?? null,
    bytesHere: new Map(model.files.map(({ path }) => [path, sizes.get(keptFileName(path)) ?? 0])),
  };
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '') as unknown;
  } catch {
    return null;
  }
}

async function removed(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name, { recursive: true });
  } catch (thrown) {
    if (!isMissing(thrown)) throw toStorageError(thrown);
  }
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'NotFoundError';
}

function missing(id: string, path: string): AppError {
  return new AppError('storage/missing', `${path} of ${id} is no longer stored`, { file: path, model: id });
}
