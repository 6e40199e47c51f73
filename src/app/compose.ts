/** The composition root of the page: every port of the layers below gets its real implementation here. */
import type { PlainError } from '../core/errors.ts';
import { createBrowserStore } from '../storage/browser-store.ts';
import type { OnCorrupt } from '../storage/contract.ts';
import { createAutomation } from './automation.ts';
import { BUILD_INFO } from './build-info.ts';
import { createComparison } from './comparison/comparison.ts';
import { createDataChanges } from './data/data-changes.ts';
import { createData } from './data/data.ts';
import { EngineClient } from './engine/engine-client.ts';
import { createModels } from './models/models.ts';
import { lazyNetwork } from './network/lazy-network.ts';
import { createBundledPacks } from './packs/bundled-packs.ts';
import { createPacks } from './packs/packs.ts';
import { deviceIdentity } from './run/device-identity.ts';
import { createEngineHolder } from './run/engine.ts';
import { createRunLocks } from './run/run-lock.ts';
import { createRunQueue } from './run/run-queue.ts';
import { createWakeLock } from './run/wake-lock.ts';
import { createRecordedRuns } from './runs/recorded-runs.ts';
import { createRunShelf } from './runs/run-shelf.ts';
import { createRuns } from './runs/runs.ts';
import { connectScoreWorker, createScoring } from './scoring/scoring.ts';
import type { Services } from './services.ts';

export function compose(): Services {
  const now = () => new Date();
  const store = createBrowserStore();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('bedside-data');
  const changes = createDataChanges(channel, (finished) => {
    // What runs here would write again what the other tab erases.
    queue.cancel().catch(() => undefined);
    store.holdUntil(finished);
  });
  const changed = () => changes.changed();
  const network = lazyNetwork();

  const unreadable = new Map<string, PlainError>();
  const onCorrupt: OnCorrupt = (error) => void unreadable.set(error.message, error.toPlain());

  const models = createModels();
  const packs = createPacks(store, createBundledPacks(), () => now().toISOString(), changed);
  const scoring = createScoring(connectScoreWorker);
  const engines = createEngineHolder(new EngineClient());
  const locks = createRunLocks(typeof navigator.locks === 'undefined' ? null : navigator.locks);
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
    changed,
    createWakeLock,
    network,
    monotonic: () => performance.now(),
  });

  const services: Services = {
    appVersion: BUILD_INFO.version,
    queue,
    catalog: async () => (await import('./catalog.ts')).readCatalogOfChoices(),
    models: {
      list: () => models.list(),
      addFolder: (files) => models.addFolder(files),
      probe: () => engines.engine.probe(),
    },
    packs: {
      list: () => packs.list(onCorrupt),
      get: async (id) => (await packs.get(id)).pack,
      preview: async (files, importerId, map) =>
        (await import('./packs/import-client.ts')).previewImport(files, importerId, map),
      add: (pack) => packs.add(pack),
      remove: (id) => packs.remove(id),
    },
    runs: createRuns({ store, shelf, packs, scoring, locks, now, changed, onCorrupt }),
    comparison: createComparison({ shelf, packs }),
    review: async () => {
      const newId = () => crypto.randomUUID();
      return (await import('./review/review.ts')).createReview({ store, shelf, packs, now, newId, changed });
    },
    data: createData({
      store,
      locks,
      now,
      changed,
      changes,
      unreadable: () => [...unreadable.values()],
      stopWork: async () => {
        await queue.cancel();
        await queue.idle();
        await engines.release();
        unreadable.clear();
        (await network()).clear();
      },
    }),
    network,
    onDataChanged: (listener) => changes.subscribe(listener),
  };
  globalThis.bedside = createAutomation(services, queue);
  return services;
}
