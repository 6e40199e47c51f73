/** Everything that is not part of the page: downloaded models and remembered ones. A chunk of its own. */
import { ALLOWED_ENDPOINTS } from '../../core/network/allowed-endpoints.ts';
import { HUB } from '../../core/network/hub-hosts.ts';
import { createChosenServers } from '../../storage/model-files/chosen-servers.ts';
import { createModelShelf } from '../../storage/model-files/model-shelf.ts';
import { createRememberedHandles } from '../../storage/model-files/remembered-handles.ts';
import type { Network } from '../network/network.ts';
import type { ModelEntry } from '../services.ts';
import type { Downloads } from './download-state.ts';
import { createDownloads } from './downloads.ts';
import { hashInWorker } from './hash-worker.ts';
import { withHubWorker } from './hub-worker.ts';
import { hideModel, isOverdue, keptEntry } from './kept-models.ts';
import { servedModels } from './endpoint-worker.ts';
import type { ModelChoice } from './model-choice.ts';
import { createRememberedModels, type RememberedModels } from './remembered-models.ts';
import { createServerModels, type ServerModels } from './server-models.ts';

export interface LocalSources {
  readonly remembered: RememberedModels;
  readonly downloads: Downloads;
  readonly servers: ServerModels;
  list(): Promise<readonly ModelEntry[]>;
  /** Null when neither kept nor remembered. `use: false` only looks, and is no use of the model. */
  get(id: string, dtype: string | undefined, use?: boolean): Promise<ModelChoice | null>;
  forget(id: string): Promise<{ undo(): Promise<ModelEntry> } | null>;
  /** Models that are kept here and what they take, unfinished downloads included. */
  usage(): Promise<{ readonly models: number; readonly bytes: number }>;
}

export interface LocalSourcesDeps {
  readonly network: () => Promise<Pick<Network, 'withHub' | 'state'>>;
  readonly now: () => Date;
  readonly takenIds: () => Promise<ReadonlySet<string>>;
  readonly changed: () => void;
}

export function createLocalSources(deps: LocalSourcesDeps): LocalSources {
  // Absent without a secure context, and in part in older browsers.
  const storage = 'storage' in navigator ? navigator.storage : null;
  const getRoot = storage !== null && 'getDirectory' in storage ? () => storage.getDirectory() : null;
  const shelf = createModelShelf(getRoot);
  const remembered = createRememberedModels(createRememberedHandles(), hashInWorker, deps.now);
  const downloads = createDownloads({
    ...deps,
    hub: HUB,
    shelf,
    withHubWorker,
    locks: typeof navigator.locks === 'undefined' ? null : navigator.locks,
    monotonic: () => performance.now(),
    freeBytes: async () => {
      const estimate = await storage?.estimate().catch(() => null);
      const { quota, usage } = estimate ?? {};
      return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
    },
    persist: async () => void (await storage?.persist().catch(() => false)),
  });
  const servers = createServerModels({
    allowed: ALLOWED_ENDPOINTS,
    chosen: createChosenServers(keyValueStore()),
    servedModels,
    isStrict: async () => (await (await deps.network()).state()).policy === 'strict-offline',
    changed: deps.changed,
  });
  const shelved = async () => {
    const { models } = await shelf.list();
    for (const { model } of models) if (isOverdue(model, deps.now())) await shelf.erase(model.id);
    return models.filter(({ model }) => model.deletedAt === null);
  };

  return {
    remembered,
    downloads,
    servers,
    list: async () => {
      const [kept, chosen] = await Promise.all([shelved(), remembered.list()]);
      return [...kept.flatMap((model) => keptEntry(model) ?? []), ...chosen, ...servers.list()];
    },
    get: async (id, dtype, use = true) => {
      const served = servers.get(id);
      if (served !== null) return served;
      const kept = (await shelved()).find(({ model }) => model.id === id);
      const entry = kept === undefined ? null : keptEntry(kept);
      if (entry === null) return remembered.get(id);
      const variants = entry.variants.filter((variant) => dtype === undefined || variant.dtype === dtype);
      const paths = new Set(variants.flatMap(({ files }) => files).map(({ path }) => path));
      const files = await shelf.files(id, [...paths]);
      if (use) await shelf.touch(id, deps.now().toISOString());
      return { entry, location: { kind: 'files', files } };
    },
    forget: async (id) => {
      const served = servers.forget(id);
      if (served !== null) return served;
      const kept = (await shelved()).find(({ model }) => model.id === id);
      if (kept === undefined) return remembered.forget(id);
      const hidden = await hideModel(shelf, kept.model, deps.now);
      deps.changed();
      return {
        undo: async () => {
          await hidden.undo();
          deps.changed();
          const entry = keptEntry(kept);
          if (entry === null) throw new Error('only whole models can be forgotten');
          return entry;
        },
      };
    },
    usage: async () => {
      const kept = await shelved();
      const sizes = kept.flatMap(({ bytesHere }) => [...bytesHere.values()]);
      return { models: kept.length, bytes: sizes.reduce((sum, bytes) => sum + bytes, 0) };
    },
  };
}

/** Forbidden in some embedded pages and private windows. */
function keyValueStore(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
