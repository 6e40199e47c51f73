/**
 * `window.bedside`: what the command line and the end-to-end tests drive the built page with. It offers
 * nothing that a person could not do with the pages, and goes through the same checks.
 */
import { AppError, toAppError, type PlainError } from '../core/errors.ts';
import type { GenerationSettings, RunHeader, RunRecord } from '../core/contracts.ts';
import type { StoredRun } from '../storage/contract.ts';
import type { FidelityCheck } from '../core/fidelity/stored-check.ts';
import { BUILD_INFO } from './build-info.ts';
import type { CheckProgress, CheckRequest } from './fidelity/fidelity-port.ts';
import { defaultGeneration } from './run/default-generation.ts';
import type { ObservableRunQueue } from './run/run-queue.ts';
import { sentTo } from './run/send-agreement.ts';
import type { VaultView } from './vault/vault-view.ts';
import type { LiveState, ModelEntry, PackEntry, RunRequest, Services } from './services.ts';

/** Plain data for the other side of a browser connection. */
export type AutomationEvent =
  | { readonly kind: 'loading'; readonly phase: string }
  | { readonly kind: 'started'; readonly header: RunHeader; readonly total: number }
  | { readonly kind: 'record'; readonly record: RunRecord }
  | { readonly kind: 'so-far'; readonly done: number; readonly total: number };

export type AutomationEnd =
  | {
      readonly ok: true;
      readonly runId: string;
      readonly status: StoredRun['status'];
      readonly failed: number;
      readonly error: PlainError | null;
    }
  | { readonly ok: false; readonly error: PlainError };

export type WantedRun = Pick<RunRequest, 'packId' | 'modelId'> &
  Partial<Omit<RunRequest, 'generation'>> & { readonly generation?: Partial<GenerationSettings> };

export interface Automation {
  readonly version: string;
  readonly build: string;
  ready(): Promise<{ readonly crossOriginIsolated: boolean }>;
  listModels(): Promise<readonly ModelEntry[]>;
  listPacks(): Promise<readonly PackEntry[]>;
  addModelFolder(files: readonly File[]): Promise<ModelEntry>;
  /** Asks a server of this build for its models, as the Models page does, and offers this one; its id here. */
  addServerModel(origin: string, model: string, key: string): Promise<string>;
  /** A pack file's text; the id of the pack. A pack that is here already is taken as it is. */
  importPackText(name: string, text: string): Promise<string>;
  /** A request with what the pack and the model suggest for everything left out. */
  request(wanted: WantedRun): Promise<RunRequest>;
  /** Resolves when the run has ended in whatever way; `onEvent` hears every record after it was committed. */
  run(request: RunRequest, onEvent?: (event: AutomationEvent) => unknown): Promise<AutomationEnd>;
  resume(
    runId: string,
    onEvent?: (event: AutomationEvent) => unknown,
    retryFailed?: boolean,
  ): Promise<AutomationEnd>;
  cancel(): Promise<void>;
  listRuns(): Promise<readonly StoredRun[]>;
  interrupted(): Promise<readonly StoredRun[]>;
  exportJsonl(runId: string): Promise<string>;
  importJsonl(name: string, text: string): Promise<string>;
  /** Metric key -> estimate of a stored run. */
  estimates(runId: string): Promise<Readonly<Record<string, unknown>>>;
  /** Holds a device against reference vectors; `onEvent` hears how far it is. */
  fidelity(request: CheckRequest, onEvent?: (progress: CheckProgress) => unknown): Promise<FidelityCheck>;
  hasShippedVectors(modelId: string): Promise<boolean>;
  eraseAll(): ReturnType<Services['data']['eraseAll']>;
  readonly vault: {
    state(): Promise<VaultView['kind']>;
    create(passphrase: string): Promise<void>;
    unlock(passphrase: string): Promise<void>;
    lock(): void;
  };
}

declare global {
  var bedside: Automation | undefined;
}

export function createAutomation(services: Services, queue: ObservableRunQueue): Automation {
  /** Starts something and waits until the queue is through with it. */
  async function follow(
    start: () => Promise<void>,
    onEvent: (event: AutomationEvent) => unknown,
  ): Promise<AutomationEnd> {
    const stop = queue.onNotice((notice) => {
      if (notice.kind === 'loading') onEvent({ kind: 'loading', phase: notice.progress.phase });
      if (notice.kind === 'started') {
        onEvent({ kind: 'started', header: notice.header, total: queue.getSnapshot().live?.total ?? 0 });
      }
      if (notice.kind === 'committed') onEvent({ kind: 'record', record: notice.record });
    });
    try {
      const before = queue.getSnapshot().live;
      if (isActive(before)) throw new AppError('runtime/cancelled', 'a run is going on');
      await start();
      return endOf(await ended(queue));
    } catch (thrown) {
      return { ok: false, error: toAppError(thrown).toPlain() };
    } finally {
      stop();
    }
  }

  return {
    version: BUILD_INFO.version,
    build: BUILD_INFO.build,
    ready: async () => {
      await services.vault.ready();
      // A locked page is ready too: to be unlocked.
      if (services.vault.getSnapshot().kind === 'off') {
        await Promise.all([services.models.list(), services.packs.list()]);
      }
      return { crossOriginIsolated: globalThis.crossOriginIsolated };
    },
    listModels: () => services.models.list(),
    listPacks: () => services.packs.list(),
    addModelFolder: (files) => services.models.addFolder(files),
    addServerModel: async (origin, model, key) => {
      const servers = await services.models.servers();
      const known = await servers.ask(origin, key);
      if (!known.includes(model))
        throw new AppError('server/not-found', `${origin} has no model "${model}"`, {
          server: origin,
          model,
          known: known.slice(0, 20),
        });
      return (await servers.add(origin, model)).id;
    },
    importPackText: async (name, text) => {
      const request = { files: [new File([text], name)], importerId: 'pack', map: {} };
      const preview = await services.packs.preview(request);
      const { header: found } = preview;
      if (found === null) throw new AppError('input/empty', `${name} has no samples`, { file: name });
      const here = (await services.packs.list()).some(
        ({ header, sha256 }) => header.id === found.id && sha256 === found.seal,
      );
      if (!here) await services.packs.import(request, preview);
      return found.id;
    },
    request: (wanted) => completeRequest(services, wanted),
    run: (request, onEvent = () => undefined) => follow(() => queue.start([request]), onEvent),
    resume: (runId, onEvent = () => undefined, retryFailed = false) =>
      follow(() => queue.resume(runId, { retryFailed }), onEvent),
    cancel: () => queue.cancel(),
    listRuns: () => services.runs.list(),
    interrupted: () => services.runs.interrupted(),
    exportJsonl: async (runId) => (await services.runs.exportJsonl(runId)).text(),
    importJsonl: (name, text) => services.runs.importJsonl(new File([text], name)),
    estimates: async (runId) => {
      const { metrics } = await services.runs.results(runId);
      return Object.fromEntries(metrics.map(({ key, estimate }) => [key, estimate]));
    },
    fidelity: async (request, onEvent = () => undefined) =>
      (await services.fidelity()).check(
        request,
        (progress) => void onEvent(progress),
        new AbortController().signal,
      ),
    hasShippedVectors: async (modelId) => (await services.fidelity()).hasShipped(modelId),
    eraseAll: () => services.data.eraseAll(),
    vault: {
      state: async () => {
        await services.vault.ready();
        return services.vault.getSnapshot().kind;
      },
      create: async (passphrase) => (await services.vault.actions()).create(passphrase),
      unlock: async (passphrase) => (await services.vault.actions()).unlock(passphrase),
      lock: () => services.vault.lock(),
    },
  };
}

function isActive(live: LiveState | null): boolean {
  return live !== null && ['loading', 'running', 'cancelling'].includes(live.phase);
}

/** The live state once nothing is active and nothing waits. */
function ended(queue: ObservableRunQueue): Promise<LiveState> {
  return new Promise((resolve) => {
    const check = () => {
      const { live, waiting } = queue.getSnapshot();
      if (live === null || isActive(live) || waiting.length > 0) return;
      stop();
      resolve(live);
    };
    const stop = queue.subscribe(check);
    check();
  });
}

function endOf(live: LiveState): AutomationEnd {
  const { runId, phase, failed, error } = live;
  if (runId === null || phase === 'failed') {
    const unknown = new AppError('runtime/cancelled', 'the run ended before it began').toPlain();
    return { ok: false, error: error ?? unknown };
  }
  const status = phase === 'finished' || phase === 'cancelled' || phase === 'paused' ? phase : 'failed';
  return { ok: true, runId, status, failed, error };
}

async function completeRequest(services: Services, wanted: WantedRun): Promise<RunRequest> {
  const packs = await services.packs.list();
  const pack = packs.find(({ header }) => header.id === wanted.packId)?.header;
  if (pack === undefined)
    throw new AppError('input/unknown-id', `no pack is called "${wanted.packId}"`, {
      id: wanted.packId,
      known: packs.map(({ header }) => header.id),
    });
  const model = (await services.models.list()).find((entry) => entry.id === wanted.modelId);
  if (model === undefined)
    throw new AppError('input/unknown-id', `no model is called "${wanted.modelId}"`, { id: wanted.modelId });
  const solverId = wanted.solverId ?? pack.solver;
  const solver = (await services.catalog()).solvers.find(({ id }) => id === solverId);
  const needs = solver?.needs;
  const dtype = needs === 'logprobs' ? model.defaults.logprobs : null;
  return {
    dtype: dtype ?? model.defaults.generate,
    device: sentTo(model) === null ? 'wasm' : 'server',
    threads: 1,
    promptId: pack.promptId,
    limit: null,
    shard: null,
    repeats: 1,
    scorers: [...new Set([...pack.scorers, ...(solver?.scorers ?? [])])],
    ...wanted,
    solverId,
    generation: { ...defaultGeneration(pack.scorers), ...wanted.generation },
  };
}
