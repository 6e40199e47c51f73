/**
 * The app's real queue, runs and packs over a real store, with a scripted engine and scoring on this thread.
 * Two of them over one store and one lock manager are two tabs.
 */
import type { Ask, GenerateOutcome } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import type { Pack } from '../../core/packs/pack.ts';
import { sealPack } from '../../core/packs/seal.ts';
import type { ResultStore } from '../../storage/contract.ts';
import { aPack, aSample } from '../../storage/fixtures.ts';
import { checkedRequests, SCORE_REQUESTS } from '../../../workers/checked-requests.ts';
import { createScoreApi } from '../../../workers/score-api.ts';
import type { LoadedModel } from '../../../workers/protocol.ts';
import type { ModelChoice } from '../models/model-choice.ts';
import type { BundledPacks } from '../packs/bundled-packs.ts';
import type { NetworkMeter } from '../network/meter.ts';
import { createPacks } from '../packs/packs.ts';
import { createEngineHolder, type Engine } from '../run/engine.ts';
import type { RunDeps } from '../run/execute-run.ts';
import { createRunLocks } from '../run/run-lock.ts';
import { createRunQueue } from '../run/run-queue.ts';
import type { WithEncoder } from '../scoring/encoder-client.ts';
import { createRunShelf } from '../runs/run-shelf.ts';
import { createRuns } from '../runs/runs.ts';
import { measuresSoFar, scoreCards, scoredColumns, sliceEstimates } from '../scoring/score-answers.ts';
import { createScoring, type ScoreConnection } from '../scoring/scoring.ts';
import type { LiveState, ModelEntry, RunRequest } from '../services.ts';

const HASH = 'e'.repeat(64);

export const testPack: Pack = sealPack(
  aPack({
    samples: Array.from({ length: 8 }, (_, i) => aSample(i, { meta: { half: i < 4 ? 'first' : 'second' } })),
    sliceFields: ['half'],
  }),
);

export const testModel: ModelEntry = {
  id: 'scripted-model',
  title: 'Scripted',
  description: '',
  notice: '',
  source: 'bundled',
  licence: '',
  parameters: null,
  contextTokens: null,
  runtimeId: 'scripted',
  variants: [
    { dtype: 'none', bytes: 1, logprobs: true, files: [{ path: 'script.json', bytes: 1, sha256: HASH }] },
  ],
  defaults: { generate: 'none', logprobs: 'none' },
  cardUrl: null,
};

export function aRequest(change: Partial<RunRequest> = {}): RunRequest {
  return {
    packId: 'a-pack',
    modelId: 'scripted-model',
    dtype: 'none',
    device: 'scripted',
    threads: 1,
    solverId: 'generate',
    promptId: 'plain',
    generation: { maxTokens: 8, temperature: 0, topK: 0, seed: 1, stop: [] },
    limit: null,
    shard: null,
    repeats: 1,
    scorers: ['exact'],
    ...change,
  };
}

/** A service worker that saw nothing. */
const quietNetwork: NetworkMeter = {
  start: async () => ({
    take: async () => ({
      policy: 'default',
      watched: 'service-worker',
      requests: 0,
      bytes: 0,
      elsewhere: 0,
      refused: 0,
    }),
  }),
};

/** Right for even questions, wrong for odd ones. */
function scriptedText(question: string): string {
  const i = Number(question.split(' ')[1]);
  return i % 2 === 0 ? `answer ${i}` : 'something else';
}

export interface ScriptedEngine extends Engine {
  /** Every question asked, in order. */
  readonly asked: string[];
  loads: number;
}

/** `script` may throw, wait for ever, or change an outcome. */
export function scriptedEngine(
  script: (question: string) => Partial<GenerateOutcome> | Promise<Partial<GenerateOutcome>> = () => ({}),
): ScriptedEngine {
  const asked: string[] = [];
  let loaded: LoadedModel | null = null;
  const ask = (options: { readonly signal?: AbortSignal } = {}): Ask => ({
    generate: async (messages) => {
      const question = messages[0]?.content ?? '';
      asked.push(question);
      const aborted = new Promise<never>((_resolve, reject) => {
        options.signal?.addEventListener('abort', () =>
          reject(new AppError('runtime/cancelled', 'cancelled')),
        );
      });
      const change = await Promise.race([Promise.resolve(script(question)), aborted]);
      return {
        text: scriptedText(question),
        finish: 'stop',
        usage: { promptTokens: 2, outputTokens: 2 },
        timings: { firstTokenMs: 1, totalMs: 2, tokensPerSecond: 100 },
        prompt: { text: question, tokenCount: 2, tokenIdsSha256: HASH, firstTokenIds: [1], warnings: [] },
        ...change,
      };
    },
    logprobs: () => Promise.reject(new AppError('runtime/unsupported-operation', 'no')),
  });
  const engine: ScriptedEngine = {
    asked,
    loads: 0,
    get loaded() {
      return loaded;
    },
    loadWithFallback: async (request) => {
      engine.loads += 1;
      loaded = {
        runtime: {
          id: 'scripted',
          version: '1',
          device: request.device,
          threads: 1,
          crossOriginIsolated: false,
          chatTemplateSha256: null,
          contextTokens: null,
          ...(request.location.kind === 'server'
            ? { server: { origin: request.location.origin, model: request.location.model } }
            : {}),
        },
        files: testModel.variants[0]?.files ?? [],
        capabilities: { generate: true, logprobs: 'none', embeddings: false, images: false },
        loadMs: 1,
      };
      return loaded;
    },
    ask,
    cancel: () => undefined,
    prepare: () => undefined,
    wasmBytes: () => Promise.resolve(null),
    dispose: async () => {
      loaded = null;
    },
    probe: () => Promise.reject(new AppError('defect', 'not probed in tests')),
  };
  return engine;
}

function scoringOnThisThread(): ScoreConnection {
  const api = checkedRequests(createScoreApi(), SCORE_REQUESTS);
  return {
    open: async (...args) => api.open(...args),
    add: async (...args) => api.add(...args),
    soFar: async (...args) => measuresSoFar(await api.soFar(...args)),
    finish: async (...args) => scoredColumns(await api.finish(...args)),
    close: async (...args) => api.close(...args),
    slices: async (...args) => sliceEstimates(api.slices(...args)),
    one: async (...args) => scoreCards(await api.one(...args)),
  };
}

/** Web Locks, as far as they are used here. */
export function fakeLockManager(): LockManager {
  const held = new Set<string>();
  const manager = {
    request: async (name: string, _options: LockOptions, work: (lock: Lock | null) => Promise<unknown>) => {
      if (held.has(name)) return work(null);
      held.add(name);
      try {
        return await work({ name, mode: 'exclusive' });
      } finally {
        held.delete(name);
      }
    },
    query: async () => ({ held: [...held].map((name) => ({ name })), pending: [] }),
  };
  return manager as unknown as LockManager;
}

export interface FakeAppOptions {
  readonly store: ResultStore;
  readonly engine?: ScriptedEngine;
  readonly locks?: LockManager | null;
  /** Packs that come with the page. */
  readonly bundled?: readonly Pack[];
  readonly withEncoder?: WithEncoder;
  readonly model?: ModelChoice;
}

export function fakeApp(options: FakeAppOptions) {
  const {
    store,
    engine = scriptedEngine(),
    locks: manager = fakeLockManager(),
    bundled = [testPack],
  } = options;
  let ids = 0;
  let seconds = 0;
  let changes = 0;
  const now = () => new Date(Date.UTC(2026, 10, 20, 10, 0, (seconds += 1)));
  const changed = () => {
    changes += 1;
  };
  const choice: ModelChoice = options.model ?? {
    entry: testModel,
    location: { kind: 'url', baseUrl: 'http://127.0.0.1/m/' },
  };
  const scoring = createScoring(scoringOnThisThread);
  const packs = createPacks(store, bundledPacks(bundled), () => now().toISOString(), changed);
  const locks = createRunLocks(manager);
  const runDeps: RunDeps = {
    store,
    packs,
    models: {
      get: async (id) => {
        if (id === choice.entry.id) return choice;
        throw new AppError('input/unknown-id', 'no such model', { id });
      },
    },
    engines: createEngineHolder(() => engine),
    scoring,
    locks,
    now,
    newId: () => `run-${(ids += 1)}-${Math.random().toString(36).slice(2, 8)}`,
    device: () => ({ userAgent: 'test', cores: 2, memoryGiB: null, platform: 'test' }),
    deviceMark: () => Promise.resolve(undefined),
    changed,
    network: async () => quietNetwork,
    ...(options.withEncoder === undefined ? {} : { withEncoder: options.withEncoder }),
  };
  const queue = createRunQueue({
    ...runDeps,
    createWakeLock: () => ({ held: false, acquire: async () => undefined, release: async () => undefined }),
    monotonic: () => performance.now(),
  });
  const shelf = createRunShelf(store, { list: async () => [], open: async () => null });
  const runs = createRuns({ ...runDeps, packs, shelf, onCorrupt: () => undefined });

  /** Resolves when nothing runs or waits. */
  const idle = () =>
    new Promise<LiveState>((resolve) => {
      const check = () => {
        const { live, waiting } = queue.getSnapshot();
        if (live === null || waiting.length > 0) return;
        if (['loading', 'running', 'cancelling'].includes(live.phase)) return;
        stop();
        resolve(live);
      };
      const stop = queue.subscribe(check);
      check();
    });
  /** Resolves when the live state satisfies `wanted`. */
  const until = (wanted: (live: LiveState) => boolean) =>
    new Promise<LiveState>((resolve) => {
      const check = () => {
        const { live } = queue.getSnapshot();
        if (live === null || !wanted(live)) return;
        stop();
        resolve(live);
      };
      const stop = queue.subscribe(check);
      check();
    });
  return { store, engine, queue, runs, packs, idle, until, runDeps, changes: () => changes };
}

function bundledPacks(packs: readonly Pack[]): BundledPacks {
  return {
    list: async () =>
      packs.map(({ samples, ...header }) => ({
        header,
        sha256: header.seal ?? '',
        samples: samples.length,
        bytes: 1,
        importedAt: '',
        bundled: true,
      })),
    get: async (id) => {
      const pack = packs.find((each) => each.id === id);
      if (pack === undefined) throw new AppError('input/unknown-id', 'no such pack', { id });
      return { pack, sha256: pack.seal ?? '', bundled: true };
    },
  };
}
