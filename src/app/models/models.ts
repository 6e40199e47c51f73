/** Models that come with the page, those kept or remembered here, and folders picked in this session only. */
import { AppError } from '../../core/errors.ts';
import { assetUrl, fetchJson } from '../fetch-file.ts';
import type { ModelEntry, ModelVariant } from '../services.ts';
import type { ReadShape } from '../../core/models/model-shape.ts';
import type { ModelHandle } from '../../storage/model-files/remembered-handles.ts';
import type { HashProgress } from './hash-files.ts';
import type { LocalSources } from './local-sources.ts';
import type { ModelChoice } from './model-choice.ts';

type OnProgress = (progress: HashProgress) => void;

export interface Models {
  list(): Promise<readonly ModelEntry[]>;
  /** For this session: a browser that gives no handles cannot remember files. */
  addFolder(files: readonly File[], onProgress?: OnProgress, signal?: AbortSignal): Promise<ModelEntry>;
  /** Remembered for later visits. */
  addHandle(handle: ModelHandle, onProgress?: OnProgress, signal?: AbortSignal): Promise<ModelEntry>;
  /** Lets go of a picked folder, or erases a download; it can be undone for a while. */
  forget(id: string): Promise<{ undo(): Promise<ModelEntry> }>;
  /** `dtype`: only the files of this format. */
  get(id: string, dtype?: string): Promise<ModelChoice>;
  /** What its memory is computed from; null parts are not known. Asks nobody for permission. */
  shape(id: string): Promise<ReadShape>;
}

/** `local` is null where there is neither storage nor threads: tests and the command line. */
export function createModels(local: (() => Promise<LocalSources>) | null = null): Models {
  let bundled: Promise<readonly ModelChoice[]> | null = null;
  const picked = new Map<string, ModelChoice>();

  async function readBundled(): Promise<readonly ModelChoice[]> {
    const [{ readCatalog }, json] = await Promise.all([
      import('../../core/models/catalog.ts'),
      fetchJson('models/catalog.json'),
    ]);
    const catalog = readCatalog(json);
    return catalog.models.map((model) => ({
      entry: { ...model, source: 'bundled' },
      location: { kind: 'url', baseUrl: assetUrl(`models/${model.id}/`) },
    }));
  }

  /** Those whose files need no permission and no reading first. */
  async function atHand(): Promise<readonly ModelChoice[]> {
    bundled ??= readBundled().catch((thrown: unknown) => {
      bundled = null;
      throw thrown;
    });
    return [...(await bundled), ...picked.values()];
  }
  const localEntries = async () => (local === null ? [] : (await local()).list());
  const all = async (): Promise<readonly ModelEntry[]> => {
    const [choices, entries] = await Promise.all([atHand(), localEntries()]);
    return [...choices.map(({ entry }) => entry), ...entries];
  };
  async function freeId(wanted: string): Promise<string> {
    const taken = new Set((await all()).map(({ id }) => id));
    let id = wanted;
    for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`;
    return id;
  }
  const unknown = async (id: string): Promise<AppError> =>
    new AppError('input/unknown-id', `no model is called "${id}"`, {
      id,
      known: (await all()).map((entry) => entry.id),
    });

  return {
    list: all,
    addFolder: async (files, onProgress, signal) => {
      const [{ readPicked }, { hashHere }] = await Promise.all([
        import('./read-picked.ts'),
        import('./hash-files.ts'),
      ]);
      const threads = local !== null && typeof Worker !== 'undefined';
      const hash = threads ? (await import('./hash-worker.ts')).hashInWorker : hashHere;
      const folder = await readPicked(files, hash, onProgress, signal);
      const id = await freeId(folder.entry.id);
      const choice = { ...folder, entry: { ...folder.entry, id } };
      picked.set(id, choice);
      return choice.entry;
    },
    addHandle: async (handle, onProgress, signal) => {
      if (local === null) throw new AppError('storage/failed', 'nothing can be remembered here');
      return (await local()).remembered.add(handle, freeId, onProgress, signal);
    },
    forget: async (id) => {
      const choice = picked.get(id);
      if (choice !== undefined) {
        picked.delete(id);
        return {
          undo: async () => {
            picked.set(id, choice);
            return choice.entry;
          },
        };
      }
      const forgotten = local === null ? null : await (await local()).forget(id);
      if (forgotten !== null) return forgotten;
      throw new AppError('input/unknown-id', `nothing that can be forgotten is called "${id}"`, {
        id,
        known: [...picked.keys()],
      });
    },
    shape: async (id) => {
      const { readShape } = await import('./read-shape.ts');
      const entry = (await all()).find((each) => each.id === id);
      const here = (await atHand()).find((choice) => choice.entry.id === id);
      if (here !== undefined) return readShape(here);
      // A folder that the browser wants permission for is not opened for an estimate.
      const mayLook = local !== null && entry !== undefined && entry.access !== 'ask';
      const kept = mayLook ? await (await local()).get(id, undefined, false).catch(() => null) : null;
      return kept === null ? { shape: null, parameters: null, contextTokens: null } : readShape(kept);
    },
    get: async (id, dtype) => {
      const found = (await atHand()).find((choice) => choice.entry.id === id);
      if (found !== undefined) return found;
      const kept = local === null ? null : await (await local()).get(id, dtype);
      if (kept !== null) return kept;
      throw await unknown(id);
    },
  };
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
