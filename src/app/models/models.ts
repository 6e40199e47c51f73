/** Models that come with the page, and folders picked in this session. */
import { AppError } from '../../core/errors.ts';
import { readCatalog } from '../../core/models/catalog.ts';
import { assetUrl, fetchJson } from '../fetch-file.ts';
import type { ModelEntry, ModelVariant } from '../services.ts';
import type { ModelChoice } from './model-choice.ts';

export interface Models {
  list(): Promise<readonly ModelEntry[]>;
  addFolder(files: readonly File[]): Promise<ModelEntry>;
  /** Lets go of a picked folder: its files can no longer be read until they are picked again. */
  forget(id: string): { undo(): ModelEntry };
  get(id: string): Promise<ModelChoice>;
}

export function createModels(): Models {
  let bundled: Promise<readonly ModelChoice[]> | null = null;
  const picked = new Map<string, ModelChoice>();

  async function readBundled(): Promise<readonly ModelChoice[]> {
    const catalog = readCatalog(await fetchJson('models/catalog.json'));
    return catalog.models.map((model) => ({
      entry: { ...model, source: 'bundled' },
      location: { kind: 'url', baseUrl: assetUrl(`models/${model.id}/`) },
    }));
  }

  async function all(): Promise<readonly ModelChoice[]> {
    bundled ??= readBundled().catch((thrown: unknown) => {
      bundled = null;
      throw thrown;
    });
    return [...(await bundled), ...picked.values()];
  }

  return {
    list: async () => (await all()).map((choice) => choice.entry),
    addFolder: async (files) => {
      const folder = await readPicked(files);
      const taken = new Set((await all()).map((choice) => choice.entry.id));
      let id = folder.entry.id;
      for (let n = 2; taken.has(id); n += 1) id = `${folder.entry.id}-${n}`;
      const choice = { ...folder, entry: { ...folder.entry, id } };
      picked.set(id, choice);
      return choice.entry;
    },
    forget: (id) => {
      const choice = picked.get(id);
      if (choice === undefined) {
        throw new AppError('input/unknown-id', `no picked folder is called "${id}"`, {
          id,
          known: [...picked.keys()],
        });
      }
      picked.delete(id);
      return {
        undo: () => {
          picked.set(id, choice);
          return choice.entry;
        },
      };
    },
    get: async (id) => {
      const found = (await all()).find((choice) => choice.entry.id === id);
      if (found !== undefined) return found;
      throw new AppError('input/unknown-id', `no model is called "${id}"`, {
        id,
        known: (await all()).map((choice) => choice.entry.id),
      });
    },
  };
}

/** One GGUF file, or a folder in the transformers.js layout. */
async function readPicked(files: readonly File[]): Promise<ModelChoice> {
  const { hashHere } = await import('./hash-files.ts');
  const [first] = files;
  if (first !== undefined && files.length === 1 && /\.gguf$/iu.test(first.name)) {
    const { readPickedGguf } = await import('./picked-gguf.ts');
    return readPickedGguf(first, hashHere);
  }
  const { readPickedFolder } = await import('./picked-folder.ts');
  return readPickedFolder(files, hashHere);
}

export function variantOf(entry: ModelEntry, dtype: string): ModelVariant {
  const found = entry.variants.find((variant) => variant.dtype === dtype);
  if (found !== undefined) return found;
  throw new AppError('model/dtype-unavailable', `${entry.id} has no weights of type ${dtype}`, {
    model: entry.id,
    dtype,
    known: entry.variants.map((variant) => variant.dtype),
  });
}
