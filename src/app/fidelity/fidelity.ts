/** Holds a device against reference vectors, in an engine of its own, and keeps what came of it. */
import { AppError } from '../../core/errors.ts';
import { fidelityReport } from '../../core/fidelity/fidelity-report.ts';
import { FIDELITY_OVERRIDE_KIND, readFidelityOverride } from '../../core/fidelity/override.ts';
import { readReference, type FidelityReference } from '../../core/fidelity/reference.ts';
import type { FidelityCheck } from '../../core/fidelity/stored-check.ts';
import { fidelityFailures, thresholdsFor } from '../../core/fidelity/verdict.ts';
import { expectedFiles } from '../../core/models/expected-files.ts';
import { modelSha256 } from '../../core/models/model-sha256.ts';
import type { Sample } from '../../core/packs/pack.ts';
import type { ResultStore } from '../../storage/contract.ts';
import type { LoadRequest } from '../../../workers/protocol.ts';
import { BUILD_INFO } from '../build-info.ts';
import type { EngineClient } from '../engine/engine-client.ts';
import { fetchJson } from '../fetch-file.ts';
import type { ModelChoice } from '../models/model-choice.ts';
import { variantOf, type Models } from '../models/models.ts';
import type { Packs } from '../packs/packs.ts';
import { addCheck, removeCheck, storedChecks } from './check-store.ts';
import type { CheckRequest, Fidelity } from './fidelity-port.ts';
import { makeReference } from './make-reference.ts';
import { overrideAnnotation, overridePlace } from './override-annotation.ts';
import { readDevice } from './read-device.ts';

export interface FidelityDeps {
  readonly store: ResultStore;
  readonly models: Pick<Models, 'get'>;
  readonly packs: Pick<Packs, 'get'>;
  readonly createEngine: () => Promise<Pick<EngineClient, 'load' | 'inspect' | 'dispose'>>;
  readonly isRunning: () => boolean;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly changed: () => void;
}

const shippedPath = (modelId: string): string => `models/${modelId}/fidelity.json`;

export function createFidelity(deps: FidelityDeps): Fidelity {
  const { store } = deps;
  return {
    list: () => storedChecks(store),
    hasShipped: async (modelId) => {
      const { entry } = await deps.models.get(modelId);
      return entry.source === 'bundled' && (await shipped(modelId)) !== null;
    },
    check: (request, onProgress, signal) => check(deps, request, onProgress, signal),
    remove: async (id) => {
      const removed = await removeCheck(store, id);
      deps.changed();
      return {
        undo: async () => {
          if (removed !== null) await addCheck(store, removed);
          deps.changed();
        },
      };
    },
    exportAll: async () =>
      new Blob([`${JSON.stringify(await storedChecks(store), null, 1)}\n`], { type: 'application/json' }),
    override: async (runId) => readFidelityOverride(await store.listAnnotations(runId)),
    setOverride: async (runId, { who, reason }) => {
      await store.putAnnotation(overrideAnnotation(runId, { who, reason, when: deps.now().toISOString() }));
      deps.changed();
    },
    removeOverride: async (runId) => {
      const found = (await store.listAnnotations(runId)).find(({ kind }) => kind === FIDELITY_OVERRIDE_KIND);
      await store.deleteAnnotation(overridePlace(runId));
      deps.changed();
      return {
        undo: async () => {
          if (found !== undefined) await store.putAnnotation(found);
          deps.changed();
        },
      };
    },
  };
}

/** Null where the model came without vectors. */
async function shipped(modelId: string): Promise<FidelityReference | null> {
  const path = shippedPath(modelId);
  let json: unknown;
  try {
    json = await fetchJson(path);
  } catch (thrown) {
    const absent = ['network/http-status', 'network/html-instead-of-file'];
    if (thrown instanceof AppError && absent.includes(thrown.code)) return null;
    throw thrown;
  }
  return readReference(json, path);
}

/** Vectors of other weights would find fault with every device. */
function requireSameWeights(reference: FidelityReference, { entry }: ModelChoice): void {
  const files = entry.variants.flatMap((variant) => variant.files);
  for (const [path, sha256] of [
    [reference.weights.path, reference.weights.sha256],
    ['tokenizer.json', reference.tokenizerSha256],
  ] as const) {
    if (files.some((file) => file.path === path && file.sha256 === sha256)) continue;
    throw new AppError('model/file-altered', `the reference vectors are of another ${path}`, { file: path });
  }
}

async function check(
  deps: FidelityDeps,
  request: CheckRequest,
  onProgress: Parameters<Fidelity['check']>[1],
  signal: AbortSignal,
): Promise<FidelityCheck> {
  if (deps.isRunning())
    throw new AppError('runtime/unsupported-operation', 'a run is going on; check the device after it', {
      operation: 'fidelity',
    });
  const startedAt = performance.now();
  const choice = await deps.models.get(request.modelId);
  const engine = await deps.createEngine();
  const load = (dtype: string, device: 'wasm' | 'webgpu') => {
    onProgress({ stage: 'loading', done: 0, total: 0 });
    return engine.load(loadRequest(choice, dtype, device, request.threads), { signal });
  };
  try {
    const reference = await referenceFor();
    const loaded = await load(request.dtype, request.device);
    const reading = await readDevice(
      engine,
      reference,
      (done, total) => onProgress({ stage: 'checking', done, total }),
      signal,
    );
    onProgress({ stage: 'comparing', done: 0, total: 0 });
    const report = fidelityReport(reference, reading, await samplesOf(deps, reference));
    const thresholds = thresholdsFor(request.dtype, reference.dtype);
    const made: FidelityCheck = {
      schemaVersion: 1,
      id: deps.newId(),
      createdAt: deps.now().toISOString(),
      app: BUILD_INFO,
      model: { id: choice.entry.id, title: choice.entry.title, sha256: modelSha256(loaded.files) },
      bundled: request.against === 'shipped',
      dtype: request.dtype,
      runtime: loaded.runtime,
      reference: {
        kind: request.against === 'shipped' ? 'shipped' : 'here',
        dtype: reference.dtype,
        device: reference.device,
        madeBy: reference.madeBy,
      },
      prompts: reading.prompts.length,
      report,
      thresholds,
      failures: fidelityFailures(report, thresholds),
      seconds: (performance.now() - startedAt) / 1000,
    };
    await addCheck(deps.store, made);
    deps.changed();
    return made;
  } finally {
    await engine.dispose();
  }

  async function referenceFor(): Promise<FidelityReference> {
    if (request.against === 'shipped') {
      const found = choice.entry.source === 'bundled' ? await shipped(choice.entry.id) : null;
      if (found === null)
        throw new AppError('input/unknown-id', `no reference vectors came with ${choice.entry.id}`, {
          id: choice.entry.id,
        });
      requireSameWeights(found, choice);
      return request.quick ? { ...found, prompts: found.prompts.filter((_, at) => at % 4 === 0) } : found;
    }
    const { dtype, device } = request.against;
    const loaded = await load(dtype, device);
    return makeReference(
      { engine, loaded, modelId: choice.entry.id, dtype },
      deps.packs,
      request.quick,
      (done, total) => onProgress({ stage: 'reference', done, total }),
      signal,
    );
  }
}

function loadRequest(
  { entry, location }: ModelChoice,
  dtype: string,
  device: 'wasm' | 'webgpu',
  threads: number,
): LoadRequest {
  return {
    runtimeId: entry.runtimeId,
    modelId: entry.id,
    location,
    dtype,
    device,
    threads,
    expected: expectedFiles(variantOf(entry, dtype).files),
  };
}

/** Of packs that are here; a prompt whose sample is not is compared but not audited. */
async function samplesOf(
  { packs }: FidelityDeps,
  { prompts }: FidelityReference,
): Promise<ReadonlyMap<string, Sample>> {
  const wanted = new Set(prompts.flatMap(({ place }) => (place === undefined ? [] : [place.packId])));
  const samples = new Map<string, Sample>();
  for (const packId of wanted) {
    try {
      const { pack } = await packs.get(packId);
      for (const sample of pack.samples) samples.set(`${packId}/${sample.id}`, sample);
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
    }
  }
  return samples;
}
