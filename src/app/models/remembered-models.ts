/** Folders and files that a person chose, offered again in later visits while they are still the same. */
import { AppError } from '../../core/errors.ts';
import { changedFiles, marksOf, type RememberedModel } from '../../core/models/remembered-model.ts';
import type {
  ModelHandle,
  Remembered,
  RememberedHandles,
} from '../../storage/model-files/remembered-handles.ts';
import type { ModelEntry } from '../services.ts';
import { askToRead, filesBehind, mayRead } from './handle-files.ts';
import type { HashFiles, HashProgress } from './hash-files.ts';
import type { ModelChoice } from './model-choice.ts';
import { readPicked } from './read-picked.ts';

export interface RememberedModels {
  list(): Promise<readonly ModelEntry[]>;
  add(
    handle: ModelHandle,
    idFor: (id: string) => Promise<string>,
    onProgress?: (progress: HashProgress) => void,
    signal?: AbortSignal,
  ): Promise<ModelEntry>;
  /** Null when no such model is remembered. */
  get(id: string): Promise<ModelChoice | null>;
  allow(id: string): Promise<void>;
  /** Hashes everything again; the paths that differ from first use. */
  check(
    id: string,
    onProgress?: (progress: HashProgress) => void,
    signal?: AbortSignal,
  ): Promise<readonly string[]>;
  forget(id: string): Promise<{ undo(): Promise<ModelEntry> } | null>;
}

export function createRememberedModels(
  handles: RememberedHandles,
  hash: HashFiles,
  now: () => Date,
): RememberedModels {
  const found = async (id: string): Promise<Remembered | null> =>
    (await handles.list()).find(({ model }) => model.id === id) ?? null;
  const required = async (id: string): Promise<Remembered> => {
    const remembered = await found(id);
    if (remembered !== null) return remembered;
    throw new AppError('input/unknown-id', `no chosen folder or file is called "${id}"`, { id });
  };

  return {
    list: async () =>
      Promise.all(
        (await handles.list()).map(async ({ model, handle }): Promise<ModelEntry> => {
          const readable = await mayRead(handle).catch(() => false);
          return { ...model, remembered: true, access: readable ? 'granted' : 'ask' };
        }),
      ),

    add: async (handle, idFor, onProgress, signal) => {
      const choice = await readPicked(await filesBehind(handle), hash, onProgress, signal);
      const model = { ...choice.entry, id: await idFor(choice.entry.id) } as RememberedModel;
      const files = choice.location.kind === 'files' ? choice.location.files : [];
      await handles.put({ model, handle, marks: marksOf(files), addedAt: now().toISOString() });
      return { ...model, remembered: true, access: 'granted' };
    },

    get: async (id) => {
      const remembered = await found(id);
      if (remembered === null) return null;
      const { model, handle, marks, addedAt } = remembered;
      await askToRead(handle, model.title);
      const picked = relative(await filesBehind(handle), model);
      const changed = changedFiles(marks, picked);
      if (changed.length > 0) throw filesChanged(model, changed, addedAt);
      return {
        entry: { ...model, remembered: true, access: 'granted' },
        location: { kind: 'files', files: picked },
      };
    },

    allow: async (id) => {
      const { handle, model } = await required(id);
      await askToRead(handle, model.title);
    },

    check: async (id, onProgress, signal) => {
      const { handle, model } = await required(id);
      await askToRead(handle, model.title);
      const here = new Map(relative(await filesBehind(handle), model).map((each) => [each.path, each]));
      const known = new Map(model.variants.flatMap(({ files }) => files).map((file) => [file.path, file]));
      const readable = [...known.keys()].flatMap((path) => here.get(path) ?? []);
      const hashes = await hash(readable, onProgress, signal);
      const now256 = new Map(readable.map(({ path }, at) => [path, hashes[at]]));
      return [...known.values()]
        .filter(({ path, sha256 }) => now256.get(path) !== sha256)
        .map(({ path }) => path);
    },

    forget: async (id) => {
      const remembered = await found(id);
      if (remembered === null) return null;
      await handles.remove(id);
      return {
        undo: async () => {
          await handles.put(remembered);
          const readable = await mayRead(remembered.handle).catch(() => false);
          return { ...remembered.model, remembered: true, access: readable ? 'granted' : 'ask' };
        },
      };
    },
  };
}

/** Paths inside the model's folder, as they were when it was read first. */
function relative(files: readonly File[], model: RememberedModel): readonly { path: string; file: File }[] {
  const known = new Set(model.variants.flatMap((variant) => variant.files).map(({ path }) => path));
  const all = files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  const config = all
    .filter(({ path }) => path === 'config.json' || path.endsWith('/config.json'))
    .sort((a, b) => a.path.length - b.path.length)[0];
  const folder = config === undefined ? '' : config.path.slice(0, -'config.json'.length);
  return all
    .map(({ path, file }) => ({ path: path.startsWith(folder) ? path.slice(folder.length) : path, file }))
    .filter(({ path }) => known.has(path));
}

function filesChanged(model: RememberedModel, changed: readonly string[], since: string): AppError {
  return new AppError('model/files-changed', `${model.title}: ${changed.join(', ')} changed since ${since}`, {
    model: model.title,
    files: changed,
    since,
  });
}
