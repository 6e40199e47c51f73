/** Everything a number of this run will depend on, gathered in one place. */
import type {
  DocumentPolicy,
  DeviceIdentity,
  ExampleEncoder,
  FidelityMark,
  PromptTemplate,
  RunHeader,
  Solver,
} from '../../core/contracts.ts';
import { DEFAULT_SPEED } from '../../core/device-use.ts';
import { AppError } from '../../core/errors.ts';
import { modelSha256, serverSha256 } from '../../core/models/model-sha256.ts';
import { promptSha256 } from '../../core/prompts/registry.ts';
import { keptSettings } from '../../core/solvers/setting-fields.ts';
import { settingsSha256 } from '../../core/run/settings-hash.ts';
import type { LoadedModel } from '../../../workers/protocol.ts';
import { BUILD_INFO } from '../build-info.ts';
import type { SealedPart } from '../packs/sealed-pack.ts';
import type { ModelEntry, RunRequest } from '../services.ts';

export interface HeaderParts {
  readonly id: string;
  readonly createdAt: string;
  readonly request: RunRequest;
  readonly sealed: SealedPart;
  readonly model: ModelEntry;
  readonly loaded: LoadedModel;
  readonly prompt: PromptTemplate;
  readonly solver: Solver;
  /** Where one chooses the examples. */
  readonly encoder?: ExampleEncoder;
  readonly device: DeviceIdentity;
  readonly fidelity: FidelityMark | undefined;
}

export function runHeader(parts: HeaderParts): RunHeader {
  const { id, createdAt, request, sealed, model, loaded, prompt, solver, device, fidelity } = parts;
  const { pack, sha256 } = sealed;
  const settings = {
    pack: { id: pack.id, version: pack.version, title: pack.title, sha256, samples: pack.samples.length },
    model: {
      id: model.id,
      title: model.title,
      dtype: request.dtype,
      source: model.source,
      // Of the hub, so that a score says which commit it belongs to.
      ...(model.origin?.kind === 'hub' ? { revision: model.origin.revision } : {}),
      // Of the files that were really loaded, not of those that were announced.
      sha256:
        loaded.runtime.server === undefined ? modelSha256(loaded.files) : serverSha256(loaded.runtime.server),
      files: loaded.files,
    },
    runtime: loaded.runtime,
    prompt: { id: prompt.id, version: prompt.version, sha256: promptSha256(prompt) },
    solver: {
      id: solver.id,
      version: solver.version,
      ...solverSettings(solver, request, pack.samples.length),
      ...(parts.encoder === undefined ? {} : { encoder: parts.encoder }),
    },
    generation: request.generation,
    ...documentsOf(request.documents, pack.documents),
  };
  return {
    kind: 'run',
    schemaVersion: 1,
    id,
    createdAt,
    app: { name: 'bedside', ...BUILD_INFO },
    ...settings,
    device,
    selection: { limit: request.limit, shard: request.shard, repeats: request.repeats },
    scorers: request.scorers,
    settingsSha256: settingsSha256(settings),
    ...(loaded.runtime.server === undefined
      ? {}
      : {
          sentTo: {
            origin: loaded.runtime.server.origin,
            agreedAt: request.sendTo === loaded.runtime.server.origin ? createdAt : null,
          },
        }),
    speed: request.speed ?? DEFAULT_SPEED,
    ...(fidelity === undefined ? {} : { fidelity }),
  };
}

function documentsOf(
  asked: DocumentPolicy | undefined,
  ofPack: DocumentPolicy | undefined,
): Pick<RunHeader, 'documents' | 'documentsFrom'> {
  const same = asked === undefined || (asked.order === ofPack?.order && asked.fit === ofPack.fit);
  if (!same) return { documents: asked, documentsFrom: 'run' };
  return ofPack === undefined ? {} : { documents: ofPack };
}

/** With every default, so that a default that changes later changes no stored run. */
function solverSettings(
  solver: Solver,
  request: RunRequest,
  samples: number,
): Pick<RunHeader['solver'], 'settings'> {
  const given = request.solverSettings ?? {};
  const kept = keptSettings(solver.settings, given);
  if (solver.settings === undefined && Object.keys(given).length > 0) {
    throw new AppError('input/option', `the solver "${solver.id}" has no settings`, { solver: solver.id });
  }
  // Throws here, before anything is stored, when keeping examples back would leave nothing to ask.
  solver.heldOut?.(samples, kept ?? {});
  return kept === null ? {} : { settings: kept };
}

/** The request that a stored run was started with. */
export function requestOf(header: RunHeader): RunRequest {
  const { device } = header.runtime;
  if (device === 'elsewhere' || header.imported !== undefined)
    throw new AppError('run/not-resumable', 'the run was made by another tool', { fields: ['source'] });
  return {
    packId: header.pack.id,
    modelId: header.model.id,
    dtype: header.model.dtype,
    // Where it really ran: a run that fell back to WASM goes on there.
    device,
    threads: header.runtime.threads,
    solverId: header.solver.id,
    ...(header.solver.settings === undefined ? {} : { solverSettings: header.solver.settings }),
    promptId: header.prompt.id,
    ...(header.documentsFrom === undefined || header.documents === undefined
      ? {}
      : { documents: header.documents }),
    generation: header.generation,
    limit: header.selection.limit,
    shard: header.selection.shard,
    repeats: header.selection.repeats,
    scorers: header.scorers,
    ...(typeof header.sentTo?.agreedAt === 'string' ? { sendTo: header.sentTo.origin } : {}),
    ...(header.speed === undefined ? {} : { speed: header.speed }),
  };
}
