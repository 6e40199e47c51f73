/**
 * One run from request to stored scores: opens pack and model, writes the header, runs the loop of core with
 * real ports, and scores while it goes. Everything that must survive is awaited before the next sample.
 */
import type {
  DeviceIdentity,
  FidelityMark,
  LoadUse,
  RunHeader,
  RunRecord,
  RuntimeIdentity,
  Solver,
} from '../../core/contracts.ts';
import { AppError, toAppError, type PlainError } from '../../core/errors.ts';
import { expectedFiles } from '../../core/models/expected-files.ts';
import type { Sample } from '../../core/packs/pack.ts';
import { promptById } from '../../core/prompts/registry.ts';
import { assertResumable, missingSamples } from '../../core/run/runner-plan.ts';
import { runSamples, type RunnerOutcome, type PlannedSample } from '../../core/run/runner.ts';
import { selectedItems } from '../../core/run/selection.ts';
import type { MeasureSoFar } from '../../core/run/scoring-session.ts';
import { solverById } from '../../core/solvers/registry.ts';
import { keptSettings } from '../../core/solvers/setting-fields.ts';
import type { ResultStore } from '../../storage/contract.ts';
import type { GenerateProgress, LoadedModel, LoadProgress } from '../../../workers/protocol.ts';
import type { ModelChoice } from '../models/model-choice.ts';
import { variantOf, type Models } from '../models/models.ts';
import type { Packs } from '../packs/packs.ts';
import type { RunScoring, Scoring } from '../scoring/scoring.ts';
import { storeScores } from '../scoring/store-scores.ts';
import type { RunRequest } from '../services.ts';
import type { NetworkMeter, RunningMeter } from '../network/meter.ts';
import type { EngineHolder, HeldModel } from './engine.ts';
import type { WithEncoder } from '../scoring/encoder-client.ts';
import { watchMemory } from './memory-watch.ts';
import { exampleLikeness, type ExampleLikeness } from './example-likeness.ts';
import { runPositions } from './run-positions.ts';
import { requireAgreement } from './send-agreement.ts';
import { runHeader } from './run-header.ts';
import { takeBackFailed } from './take-back-failed.ts';
import type { RunLocks } from './run-lock.ts';

export interface RunDeps {
  readonly store: ResultStore;
  readonly packs: Pick<Packs, 'some'>;
  readonly models: Pick<Models, 'get'>;
  readonly engines: EngineHolder;
  readonly scoring: Scoring;
  readonly locks: RunLocks;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly device: () => DeviceIdentity;
  /** What the newest check of the bundled model says of this device; undefined when there was none. */
  readonly deviceMark: (runtime: RuntimeIdentity) => Promise<FidelityMark | undefined>;
  readonly changed: () => void;
  /** Counts what is asked of the network while a run goes on. */
  readonly network: () => Promise<NetworkMeter>;
  /** Left out: in a worker of its own. */
  readonly withEncoder?: WithEncoder;
}

export interface RunJob {
  readonly request: RunRequest;
  /** Set when a stored run is continued. */
  readonly resumeId: string | null;
  /** Failed samples of the stored run are taken back and answered again. */
  readonly retryFailed?: boolean;
}

/** What happens while a run goes on, in order. */
export type RunNotice =
  | {
      readonly kind: 'opened';
      readonly packTitle: string;
      readonly modelTitle: string;
      readonly total: number;
    }
  | { readonly kind: 'loading'; readonly progress: LoadProgress }
  | {
      readonly kind: 'started';
      readonly runId: string;
      readonly header: RunHeader;
      readonly done: number;
      readonly failed: number;
    }
  | { readonly kind: 'sample'; readonly planned: PlannedSample }
  | { readonly kind: 'writing'; readonly progress: GenerateProgress }
  | { readonly kind: 'committed'; readonly runId: string; readonly record: RunRecord }
  | { readonly kind: 'so-far'; readonly soFar: readonly MeasureSoFar[] };

export interface RunControl {
  readonly signal: AbortSignal;
  notify(notice: RunNotice): void;
}

export interface RunEnd {
  readonly runId: string;
  readonly outcome: RunnerOutcome;
  /** The run is complete but could not be scored; it can be scored again from its results. */
  readonly scoringError: PlainError | null;
}

export async function executeRun(deps: RunDeps, job: RunJob, control: RunControl): Promise<RunEnd> {
  const { request } = job;
  const sealed = await deps.packs.some(request.packId, (samples) => runPositions(request, samples));
  const choice = await deps.models.get(request.modelId, request.dtype);
  requireAgreement(choice.entry, sealed, request);
  const solver = solverById(request.solverId);
  const prompt = promptById(request.promptId);
  const selection = { limit: request.limit, shard: request.shard, repeats: request.repeats };
  const items = selectedItems(selection, sealed.pack.samples.length);
  control.notify({
    kind: 'opened',
    packTitle: sealed.pack.title,
    modelTitle: choice.entry.title,
    total: items.length,
  });

  const runId = job.resumeId ?? deps.newId();
  return deps.locks.hold(runId, async () => {
    const meter = await (await deps.network()).start();
    // Before the model is loaded: the encoder is gone again when it takes its memory.
    const examples = await examplesOf(deps, request, solver, sealed.pack.samples, items, control);
    const { loaded, fresh: justLoaded } = await loadModel(deps.engines, choice, request, solver, control);
    const createdAt = deps.now().toISOString();
    const device = deps.device();
    const fresh = runHeader({
      id: runId,
      createdAt,
      request,
      sealed,
      model: choice.entry,
      loaded,
      prompt,
      solver,
      device,
      ...(examples === null ? {} : { encoder: examples.encoder }),
      fidelity: await deps.deviceMark(loaded.runtime),
    });
    const header = job.resumeId === null ? fresh : await storedHeader(deps.store, job.resumeId, fresh);
    if (job.resumeId === null) await deps.store.createRun(header, items.length);
    else await deps.store.setRunStatus(runId, 'running', createdAt);
    // Only now: model and pack are here and are those of the run, so what is taken back can be answered again.
    if (job.retryFailed === true) await takeBackFailed(deps.store, runId, createdAt);
    deps.changed();

    const scoring = deps.scoring.open(sealed.pack, request.scorers, selection);
    try {
      const committed = new Set(await deps.store.committedKeys(runId));
      let failed = 0;
      for await (const record of deps.store.records(runId, () => undefined)) {
        scoring.add(record);
        if (record.error !== undefined) failed += 1;
      }
      control.notify({ kind: 'started', runId, header, done: committed.size, failed });
      const plan = missingSamples(items, sealed.pack.samples, committed);
      const outcome = await runPlan(
        deps,
        {
          header,
          plan,
          solver,
          meter,
          pool: sealed.pack.samples,
          examples,
          load: justLoaded ? loadUse(loaded) : null,
        },
        scoring,
        control,
      );
      return await finishRun(deps, runId, outcome, committed.size, scoring);
    } finally {
      scoring.close();
    }
  });
}

/** Only what is asked or may be shown goes through the encoder. */
async function examplesOf(
  deps: RunDeps,
  request: RunRequest,
  solver: Solver,
  samples: readonly (Sample | undefined)[],
  items: readonly { readonly index: number }[],
  control: RunControl,
): Promise<ExampleLikeness | null> {
  const settings = keptSettings(solver.settings, request.solverSettings ?? {}) ?? {};
  const positions = new Set([
    ...items.map(({ index }) => index),
    ...(solver.heldOut?.(samples.length, settings) ?? []),
  ]);
  return exampleLikeness(
    solver,
    settings,
    [...positions].flatMap((index) => samples[index] ?? []),
    deps.models,
    request.threads,
    (progress) => control.notify({ kind: 'loading', progress }),
    control.signal,
    deps.withEncoder,
  );
}

async function loadModel(
  engines: EngineHolder,
  choice: ModelChoice,
  request: RunRequest,
  solver: Solver,
  control: RunControl,
): Promise<HeldModel> {
  const held = await engines.load(loadRequestOf(choice, request), {
    signal: control.signal,
    onProgress: (progress) => control.notify({ kind: 'loading', progress }),
  });
  if (solver.needs === 'logprobs' && held.loaded.capabilities.logprobs !== 'exact') {
    const gives = { exact: '', 'top-k': 'the likeliest tokens only', none: 'none' }[
      held.loaded.capabilities.logprobs
    ];
    throw new AppError(
      'runtime/unsupported-operation',
      `"${solver.id}" ranks given answers by exact log-likelihoods; ${choice.entry.title} (${request.dtype}) by ${held.loaded.runtime.id} gives ${gives}`,
      { dtype: request.dtype, solver: solver.id },
    );
  }
  return held;
}

export function loadRequestOf({ entry, location }: ModelChoice, request: RunRequest) {
  return {
    runtimeId: entry.runtimeId,
    modelId: entry.id,
    location,
    dtype: request.dtype,
    device: request.device,
    threads: request.threads,
    ...(request.speed === undefined ? {} : { prefixReuse: request.speed.prefixReuse }),
    expected: expectedFiles(variantOf(entry, request.dtype).files),
  };
}

async function storedHeader(store: ResultStore, runId: string, fresh: RunHeader): Promise<RunHeader> {
  const stored = await store.getRun(runId);
  if (stored === null)
    throw new AppError('storage/missing', `no run "${runId}" is stored`, { what: 'run', id: runId });
  assertResumable(stored.header, fresh);
  return stored.header;
}

interface PlannedRun {
  readonly header: RunHeader;
  readonly plan: readonly PlannedSample[];
  readonly solver: Solver;
  readonly meter: RunningMeter;
  readonly pool: readonly (Sample | undefined)[];
  readonly examples: ExampleLikeness | null;
  /** The loading that the first sample had to wait for; null when the model was here. */
  readonly load: LoadUse | null;
}

function loadUse({ loadMs, readMs, from }: LoadedModel): LoadUse | null {
  return readMs === undefined || from === undefined ? null : { totalMs: loadMs, readMs, from };
}

async function runPlan(
  deps: RunDeps,
  { header, plan, solver, meter, pool, examples, load }: PlannedRun,
  scoring: RunScoring,
  control: RunControl,
): Promise<RunnerOutcome> {
  let committed = 0;
  const engine = await deps.engines.engine();
  const memory = watchMemory();
  const ask = engine.ask({
    signal: control.signal,
    onProgress: (progress) => control.notify({ kind: 'writing', progress }),
  });
  return runSamples(
    {
      plan,
      solver,
      prompt: promptById(header.prompt.id),
      generation: header.generation,
      ...(header.solver.settings === undefined ? {} : { solverSettings: header.solver.settings }),
      pool,
      ...(examples === null ? {} : { likeness: examples.likeness }),
      ...(header.documents === undefined ? {} : { documents: header.documents }),
    },
    {
      ask,
      commit: async (answered) => {
        committed += 1;
        const network = await meter.take(committed === plan.length);
        const record: RunRecord = {
          ...answered,
          network,
          memory: memory.take(await engine.wasmBytes()),
          ...(committed === 1 && load !== null ? { load } : {}),
        };
        await deps.store.commitRecord(header.id, record);
        scoring.add(record);
      },
      // The engine ends a failed worker itself and loads the same files again on the next question.
      renewEngine: async () => ask,
      now: () => deps.now().toISOString(),
      isCancelled: () => control.signal.aborted,
      ...(header.speed?.prepareNext === false ? {} : { prepare: (messages) => engine.prepare(messages) }),
      emit: (event) => {
        if (event.kind === 'sample-started') control.notify({ kind: 'sample', planned: event.planned });
        if (event.kind !== 'committed') return;
        control.notify({ kind: 'committed', runId: header.id, record: event.record });
        deps.changed();
        // Not awaited: the next sample does not wait for the statistics of the last.
        scoring.soFar().then(
          (soFar) => soFar !== null && control.notify({ kind: 'so-far', soFar }),
          () => undefined,
        );
      },
    },
  );
}

async function finishRun(
  deps: RunDeps,
  runId: string,
  outcome: RunnerOutcome,
  committedBefore: number,
  scoring: RunScoring,
): Promise<RunEnd> {
  const nothingKept = committedBefore + outcome.committed === 0;
  if (outcome.kind === 'cancelled' && nothingKept) {
    await deps.store.deleteRun(runId);
    deps.changed();
    return { runId, outcome, scoringError: null };
  }
  let scoringError: PlainError | null = null;
  try {
    const tables = await scoring.finish(outcome.kind === 'cancelled' ? 'cancelled' : 'missing-output');
    await storeScores(deps.store, runId, tables, deps.now().toISOString());
  } catch (thrown) {
    scoringError = toAppError(thrown).toPlain();
  }
  const error = outcome.kind === 'paused' ? outcome.error : undefined;
  try {
    await deps.store.setRunStatus(runId, outcome.kind, deps.now().toISOString(), error);
  } catch (thrown) {
    // What stopped the run, a full disk above all, may stop this too. The reason of the pause is what a person needs;
    // a run that nobody writes any more is offered for resumption whatever its status says.
    if (outcome.kind !== 'paused') throw thrown;
  }
  deps.changed();
  return { runId, outcome, scoringError };
}
