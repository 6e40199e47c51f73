/** The composition root of the page: every port of the layers below gets its real implementation here. */
import type { PlainError } from '../core/errors.ts';
import type { OnCorrupt } from '../storage/contract.ts';
import { BUILD_INFO } from './build-info.ts';
import { createComparison } from './comparison/comparison.ts';
import { createDataChanges } from './data/data-changes.ts';
import { createData } from './data/data.ts';
import type { LocalSources } from './models/local-sources.ts';
import { createModels } from './models/models.ts';
import { lazyNetwork } from './network/lazy-network.ts';
import { createBundledPacks } from './packs/bundled-packs.ts';
import { createImportLocks } from './packs/import-lock.ts';
import { createPacks } from './packs/packs.ts';
import { deviceIdentity } from './run/device-identity.ts';
import { createEngineHolder } from './run/engine.ts';
import { createRunLocks } from './run/run-lock.ts';
import { createRunQueue } from './run/run-queue.ts';
import { createWakeLock } from './run/wake-lock.ts';
import { createRecordedRuns } from './runs/recorded-runs.ts';
import { createRunShelf } from './runs/run-shelf.ts';
import { createRuns } from './runs/runs.ts';
import { lazyScoreWorker } from './scoring/lazy-score-worker.ts';
import { createScoring } from './scoring/scoring.ts';
import type { Services } from './services.ts';
import { guarded, guardedQueue, progressOf } from './vault/guard.ts';
import { createVault } from './vault/vault.ts';

export function compose(): Services {
  const now = () => new Date();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('bedside-data');
  const changes = createDataChanges(channel, (finished) => {
    // What runs here would write again what the other tab erases.
    queue.cancel().catch(() => undefined);
    vault.holdUntil(finished);
  });
  const lockManager = typeof navigator.locks === 'undefined' ? null : navigator.locks;
  const locks = createRunLocks(lockManager);
  const vault = createVault({
    channel: typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('bedside-vault'),
    runsHeld: () => locks.held(),
    alone: (work) => changes.whileErasing(work),
    locks: lockManager,
    now: Date.now,
  });
  const { store } = vault;
  const changed = () => changes.changed();
  const network = lazyNetwork();

  const unreadable = new Map<string, PlainError>();
  const onCorrupt: OnCorrupt = (error) => void unreadable.set(error.message, error.toPlain());

  let openedSources: Promise<LocalSources> | null = null;
  const localSources = (): Promise<LocalSources> =>
    (openedSources ??= import('./models/local-sources.ts').then(({ createLocalSources }) =>
      createLocalSources({
        network,
        now,
        takenIds: async () => new Set((await models.list()).map(({ id }) => id)),
        changed,
      }),
    ));
  const models = createModels(localSources);
  const importLocks = createImportLocks(lockManager);
  const packs = createPacks(store, createBundledPacks(), () => now().toISOString(), changed, importLocks);
  const scoring = createScoring(lazyScoreWorker);
  const engines = createEngineHolder(async () => {
    const { EngineClient } = await import('./engine/engine-client.ts');
    return new EngineClient();
  });
  const shelf = createRunShelf(store, createRecordedRuns(packs, scoring));
  const queue = createRunQueue({
    store,
    packs,
    models,
    engines,
    scoring,
    locks,
    now,
    newId: () => crypto.randomUUID(),
    device: deviceIdentity,
    deviceMark: async (runtime) => {
      const [{ storedChecks }, { deviceMark }] = await Promise.all([
        import('./fidelity/check-store.ts'),
        import('../core/fidelity/stored-check.ts'),
      ]);
      return deviceMark(await storedChecks(store), runtime);
    },
    changed,
    createWakeLock,
    network,
    monotonic: () => performance.now(),
  });

  const data = createData({
    store,
    locks,
    importLocks,
    now,
    changed,
    changes,
    unreadable: () => [...unreadable.values()],
    modelUsage: async () => (await localSources()).usage(),
    stopWork: async () => {
      // Their files are open for writing, and would be written again.
      await (await localSources()).downloads.pauseAll();
      await queue.cancel();
      await queue.idle();
      await engines.release();
      unreadable.clear();
      (await network()).clear();
    },
  });

  vault.port.subscribe(() => {
    if (!vault.isOpen()) packs.forget();
  });
  const openQueue = guardedQueue(queue, vault);
  const services: Services = {
    appVersion: BUILD_INFO.version,
    queue: openQueue,
    catalog: async () => (await import('./catalog.ts')).readCatalogOfChoices(),
    models: {
      list: () => models.list(),
      addFolder: (files, onProgress, signal) => models.addFolder(files, onProgress, signal),
      addHandle: (handle, onProgress, signal) => models.addHandle(handle, onProgress, signal),
      allow: async (id) => (await localSources()).remembered.allow(id),
      check: async (id, onProgress, signal) =>
        (await localSources()).remembered.check(id, onProgress, signal),
      forget: async (id) => {
        const forgotten = await models.forget(id);
        // What runs now is not stopped; otherwise nothing of the model stays in memory.
        if (progressOf(queue.getSnapshot().live) === null) await engines.release();
        return forgotten;
      },
      downloads: async () => (await localSources()).downloads,
      shape: (id) => models.shape(id),
      servers: async () => (await localSources()).servers,
      hubCatalog: async () => (await import('./models/hub-records.ts')).fetchHubRecords(),
      probe: async () => (await engines.engine()).probe(),
    },
    packs: guarded(
      {
        list: () => packs.list(onCorrupt),
        get: async (id) => (await packs.get(id)).pack,
        samples: (id, from, count) => packs.samples(id, from, count),
        file: async (id) => (await import('./packs/pack-file.ts')).packFile(packs, id),
        shape: async (id, signal) =>
          (await import('./packs/shape-of-pack.ts')).shapeOfPack(packs, id, signal),
        preview: async (request, watch = {}) =>
          (await import('./packs/import-pack.ts')).previewFiles(store, request, watch),
        import: async (request, preview, options = {}) => {
          const { importFiles } = await import('./packs/import-pack.ts');
          const newId = () => crypto.randomUUID();
          const deps = {
            store,
            now: () => now().toISOString(),
            newId,
            changed,
            refuseKnown: (id: string, version: string) => packs.refuseKnown(id, version),
            locks: importLocks,
          };
          return importFiles(deps, request, preview, options);
        },
        twin: async (id, transformId, seed) =>
          (await import('./packs/twins.ts')).twinOf(await packs.get(id), transformId, seed),
        add: (pack, asPrivate) => packs.add(pack, asPrivate),
        remove: (id, watch) => packs.remove(id, watch),
      },
      vault,
    ),
    runs: guarded(
      createRuns({ store, shelf, packs, models, scoring, locks, now, changed, onCorrupt }),
      vault,
    ),
    comparison: guarded(createComparison({ shelf, packs }), vault),
    transfer: async () => {
      const newId = () => crypto.randomUUID();
      const [{ createTransfer }, { withTransferWorker: worker }] = await Promise.all([
        import('./transfer/transfer.ts'),
        import('./transfer/transfer-worker.ts'),
      ]);
      const rescore: Services['runs']['rescore'] = (...args) => services.runs.rescore(...args);
      return guarded(createTransfer({ store, shelf, packs, rescore, now, newId, changed, worker }), vault);
    },
    review: async () => {
      const newId = () => crypto.randomUUID();
      const { createReview } = await import('./review/review.ts');
      return guarded(createReview({ store, shelf, packs, now, newId, changed }), vault);
    },
    data: {
      ...guarded(data, vault),
      backups: async () => guarded(await data.backups(), vault),
      // Whoever has forgotten the passphrase can still begin again.
      eraseAll: async () => {
        const report = await data.eraseAll();
        await vault.look();
        return report;
      },
    },
    visitDrafts: async () => {
      const { createVisitDrafts } = await import('./packs/visit-draft.ts');
      return guarded(createVisitDrafts({ store, now }), vault);
    },
    vocabularies: async () => {
      const { createVocabularies } = await import('./vocabularies/vocabularies.ts');
      return guarded(createVocabularies({ store, now, changed }), vault);
    },
    fidelity: async () => {
      const { createFidelity } = await import('./fidelity/fidelity.ts');
      return guarded(
        createFidelity({
          store,
          models,
          packs,
          createEngine: async () => new (await import('./engine/engine-client.ts')).EngineClient(),
          isRunning: () => progressOf(queue.getSnapshot().live) !== null,
          now,
          newId: () => crypto.randomUUID(),
          changed,
        }),
        vault,
      );
    },
    network,
    vault: { ...vault.port, progress: () => progressOf(queue.getSnapshot().live) },
    onDataChanged: (listener) => changes.subscribe(listener),
  };
  // No person waits for it, so it is no part of the first load.
  import('./automation.ts').then(
    ({ createAutomation }) => {
      globalThis.bedside = createAutomation(services, openQueue);
    },
    () => undefined,
  );
  return services;
}
