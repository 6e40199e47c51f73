/**
 * Downloads from the hub, one after the other. What is fetched lies in the browser's own file system from the first
 * byte on, so a paused, failed or killed one goes on where it was; a model is offered only when all of it is verified.
 */
import { AppError, isCancelled, toAppError, type PlainError } from '../../core/errors.ts';
import type { Hub } from '../../core/network/hub-hosts.ts';
import { hubFileUrl, hubPageUrl, parseHubAddress } from '../../core/models/hub-address.ts';
import { shapeOfConfig } from '../../core/models/model-shape.ts';
import { hubVariants, whyNoVariants } from '../../core/models/hub-variants.ts';
import { filesOf, isWhole, type KeptModel } from '../../core/models/kept-model.ts';
import type { ModelShelf, ShelvedModel } from '../../storage/model-files/model-shelf.ts';
import type { DownloadEvent, HubApi } from '../../../workers/hub/hub-protocol.ts';
import type { Network } from '../network/network.ts';
import type { DownloadState, Downloads } from './download-state.ts';
import type { WithHubWorker } from './hub-worker.ts';
import { offeredShape } from './offered-shape.ts';
import { jobFor, keptAfter, sameSource, titleOf, withFile, withoutVariant } from './plan-download.ts';
import { createTransferSpeed } from './transfer-speed.ts';

export interface DownloadDeps {
  readonly hub: Hub;
  readonly shelf: ModelShelf;
  readonly network: () => Promise<Pick<Network, 'withHub'>>;
  readonly withHubWorker: WithHubWorker;
  readonly locks: Pick<LockManager, 'request'> | null;
  readonly now: () => Date;
  readonly monotonic: () => number;
  /** Ids that other models have. */
  readonly takenIds: () => Promise<ReadonlySet<string>>;
  readonly freeBytes: () => Promise<number | null>;
  /** Asks the browser not to drop what is kept. */
  readonly persist: () => Promise<void>;
  /** A model became whole, or parts of one went. */
  readonly changed: () => void;
}

const keyOf = (modelId: string, dtype: string) => `${modelId}\n${dtype}`;

export function createDownloads(deps: DownloadDeps): Downloads {
  const { hub, shelf } = deps;
  const states = new Map<string, DownloadState>();
  const listeners = new Set<() => void>();
  let snapshot: readonly DownloadState[] = [];
  let queue: Promise<void> = Promise.resolve();
  /** When each that was put in the queue is through. */
  const through = new Map<string, Promise<void>>();
  let active: { readonly key: string; readonly api: HubApi } | null = null;

  const publish = (): void => {
    snapshot = [...states.values()];
    for (const listener of listeners) listener();
  };
  const put = (key: string, change: Partial<DownloadState>): void => {
    const state = states.get(key);
    if (state === undefined) return;
    states.set(key, { ...state, ...change });
    publish();
  };
  const show = (state: DownloadState): void => {
    states.set(keyOf(state.modelId, state.dtype), state);
    publish();
  };
  const shelved = async (modelId: string): Promise<ShelvedModel> => {
    const found = (await shelf.list()).models.find(({ model }) => model.id === modelId);
    if (found !== undefined) return found;
    throw new AppError('storage/missing', `nothing is kept of ${modelId}`, { model: modelId });
  };

  /** Waits for its turn; never throws: what goes wrong stands in the state. */
  function enqueue(modelId: string, dtype: string): void {
    const key = keyOf(modelId, dtype);
    put(key, { phase: 'waiting', error: null });
    const turn = queue.then(async () => {
      if (states.get(key)?.phase !== 'waiting') return;
      try {
        await locked(modelId, () => fetchAll(modelId, dtype));
        states.delete(key);
        publish();
        deps.changed();
      } catch (thrown) {
        const error = toAppError(thrown, 'hub/unreachable');
        const stopped = isCancelled(error);
        put(key, {
          phase: stopped ? 'paused' : 'failed',
          error: stopped ? null : plain(error),
          bytesPerSecond: null,
          secondsLeft: null,
        });
      }
    });
    queue = turn;
    through.set(key, turn);
  }

  /** Two tabs must not write one file. */
  async function locked(modelId: string, work: () => Promise<void>): Promise<void> {
    if (deps.locks === null) return work();
    await deps.locks.request(`bedside-model-${modelId}`, { ifAvailable: true }, async (lock) => {
      if (lock === null) {
        throw new AppError('storage/locked-by-other-tab', `${modelId} is downloaded in another tab`);
      }
      await work();
    });
  }

  async function fetchAll(modelId: string, dtype: string): Promise<void> {
    const key = keyOf(modelId, dtype);
    let { model } = await shelved(modelId);
    const variant = model.variants.find((each) => each.dtype === dtype);
    if (variant === undefined) throw new AppError('storage/missing', `${dtype} of ${modelId} is not kept`);
    const job = jobFor(model, variant);
    const already = filesOf(model, variant)
      .filter((file) => file.sha256 !== null)
      .reduce((sum, file) => sum + (file.bytes ?? 0), 0);
    const speed = createTransferSpeed();
    const keep = async (path: string, change: Parameters<typeof withFile>[2]) => {
      model = withFile(model, path, change);
      await shelf.save(model);
    };
    // Each write is awaited at the end, so that a full disk is not overlooked.
    const writes: Promise<void>[] = [];
    const onEvent = (event: DownloadEvent): void => {
      switch (event.kind) {
        case 'progress': {
          const doneBytes = already + event.doneBytes;
          // What is read again of a file that is here in part was not fetched now, and counts for no speed.
          if (event.phase === 'downloading') speed.add(deps.monotonic(), doneBytes);
          else speed.forget();
          const total = states.get(key)?.totalBytes ?? null;
          const bytesPerSecond = speed.bytesPerSecond();
          const resumedAtBytes =
            event.phase === 'checking' ? doneBytes : (states.get(key)?.resumedAtBytes ?? null);
          const secondsLeft =
            total === null || bytesPerSecond === null || bytesPerSecond <= 0
              ? null
              : (total - doneBytes) / bytesPerSecond;
          const phase = states.get(key)?.phase === 'stopping' ? 'stopping' : event.phase;
          put(key, { phase, file: event.file, doneBytes, bytesPerSecond, secondsLeft, resumedAtBytes });
          return;
        }
        case 'etag':
          writes.push(keep(event.file, { etag: event.etag }));
          return;
        case 'restarted':
          put(key, {
            restarted: { file: event.file, reason: event.reason },
            resumedAtBytes: already > 0 ? already : null,
          });
          return;
        case 'file':
          writes.push(keep(event.file, { bytes: event.bytes, sha256: event.sha256 }));
      }
    };
    const network = await deps.network();
    try {
      await network.withHub(() =>
        deps.withHubWorker(async (api) => {
          active = { key, api };
          if (states.get(key)?.phase === 'stopping') throw new AppError('runtime/cancelled', 'stopped');
          put(key, { phase: 'checking', resumedAtBytes: already > 0 ? already : null });
          await api.download(job, onEvent);
        }),
      );
    } finally {
      active = null;
      await Promise.all(writes);
    }
    if (!isWhole(model, variant)) throw new AppError('defect', `${modelId} is not whole after its download`);
  }

  async function stop(key: string): Promise<void> {
    const state = states.get(key);
    if (state === undefined) return;
    if (state.phase === 'waiting' && active?.key !== key) return put(key, { phase: 'paused' });
    if (active?.key === key) {
      put(key, { phase: 'stopping' });
      await active.api.stop().catch(() => undefined);
    }
    await through.get(key);
  }

  async function look(): Promise<void> {
    const { models } = await shelf.list();
    for (const { model, bytesHere } of models) {
      if (model.deletedAt !== null) continue;
      for (const variant of model.variants) {
        const key = keyOf(model.id, variant.dtype);
        if (isWhole(model, variant) || states.has(key)) continue;
        states.set(key, pausedState(model, variant.dtype, bytesHere));
      }
    }
    publish();
  }

  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look,
    ask: async (typed) => {
      const address = parseHubAddress(typed);
      if (address === null) {
        throw new AppError('input/option', `"${typed.slice(0, 200)}" is not an owner and a name`, {
          field: 'model id',
          expected: 'owner/name',
        });
      }
      const network = await deps.network();
      const { listing, config } = await network.withHub(() =>
        deps.withHubWorker(async (api) => {
          const found = await api.listing(hub.base, address);
          const at = { repository: found.repository, revision: found.revision };
          const hasConfig = found.files.some(({ path }) => path === 'config.json');
          return {
            listing: found,
            config: hasConfig ? await api.config(hubFileUrl(hub.base, at, 'config.json')) : null,
          };
        }),
      );
      const variants = hubVariants(listing.files);
      const kept = (await shelf.list()).models.find(({ model }) => sameSource(model, listing, hub));
      return {
        host: hub.host,
        pageUrl: hubPageUrl(hub.base, address),
        title: titleOf(address.repository),
        listing,
        variants,
        why: variants.length === 0 ? whyNoVariants(listing.files) : null,
        here: kept?.model.deletedAt === null ? kept.model.variants.map(({ dtype }) => dtype) : [],
        freeBytes: await deps.freeBytes(),
        read: shapeOfConfig(config),
      };
    },
    shape: async (offer, variant) => {
      if (variant.runtimeId !== 'wllama') return offer.read;
      const network = await deps.network();
      return network.withHub(() => deps.withHubWorker((api) => offeredShape(api, hub.base, offer, variant)));
    },
    start: async (offer, variant) => {
      const { models } = await shelf.list();
      const known = models.find(({ model }) => sameSource(model, offer.listing, hub))?.model;
      const takenIds = new Set([...(await deps.takenIds()), ...models.map(({ model }) => model.id)]);
      const model = keptAfter(known, offer.listing, variant, { hub, now: deps.now(), takenIds });
      await deps.persist();
      await shelf.save(model);
      // Files that another format brought are here already.
      show(pausedState(model, variant.dtype, verifiedBytes(model)));
      enqueue(model.id, variant.dtype);
    },
    pause: (modelId, dtype) => stop(keyOf(modelId, dtype)),
    resume: async (modelId, dtype) => enqueue(modelId, dtype),
    cancel: async (modelId, dtype) => {
      const key = keyOf(modelId, dtype);
      await stop(key);
      const { model, unneeded } = withoutVariant((await shelved(modelId)).model, dtype);
      if (model.variants.length === 0) await shelf.erase(modelId);
      else {
        await shelf.save(model);
        for (const path of unneeded) await shelf.eraseFile(modelId, path);
      }
      states.delete(key);
      publish();
      deps.changed();
    },
    pauseAll: async () => {
      await Promise.all([...states.keys()].map(stop));
    },
  };
}

function pausedState(model: KeptModel, dtype: string, bytesHere: ReadonlyMap<string, number>): DownloadState {
  const variant = model.variants.find((each) => each.dtype === dtype);
  const files = variant === undefined ? [] : filesOf(model, variant);
  const sizes = files.map(({ bytes }) => bytes);
  return {
    modelId: model.id,
    dtype,
    title: model.title,
    host: new URL(model.source.host).host,
    phase: 'paused',
    doneBytes: files.reduce((sum, { path }) => sum + (bytesHere.get(path) ?? 0), 0),
    totalBytes: sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    file: null,
    bytesPerSecond: null,
    secondsLeft: null,
    resumedAtBytes: null,
    restarted: null,
    error: null,
  };
}

function plain(error: AppError): PlainError {
  return error.toPlain();
}

function verifiedBytes({ files }: KeptModel): ReadonlyMap<string, number> {
  return new Map(files.flatMap(({ path, bytes, sha256 }) => (sha256 === null ? [] : [[path, bytes ?? 0]])));
}
