/** From choices to run requests. Pure, so that what will run can be tested without a page. */
import { defaultGeneration } from '../../../app/run/default-generation.ts';
import { sentTo } from '../../../app/run/send-agreement.ts';
import type { ModelEntry, PackEntry, RunRequest } from '../../../app/services.ts';
import type { DocumentPolicy, GenerationSettings, Solver, SolverSettings } from '../../../core/contracts.ts';
import type { DeviceProbe } from '../../../../workers/protocol.ts';
import { DEMO_BASE, DEMO_MODEL } from '../../../core/models/demo-models.ts';

export interface Choices {
  readonly packs: readonly PackEntry[];
  readonly models: readonly ModelEntry[];
  readonly probe: DeviceProbe;
  readonly solverNeeds: ReadonlyMap<
    string,
    { readonly needs: Solver['needs']; readonly scorers: readonly string[] }
  >;
}

/** What the person chose; what is left out follows from the pack and the model. */
export interface Draft {
  readonly packId?: string;
  readonly modelId?: string;
  readonly dtype?: string;
  readonly device?: 'wasm' | 'webgpu';
  /** Pack and server for which the person agreed that the text may go there. */
  readonly agreed?: { readonly packId: string; readonly server: string };
  readonly threads?: number;
  readonly solverId?: string;
  readonly solverSettings?: SolverSettings;
  readonly promptId?: string;
  readonly documents?: DocumentPolicy;
  readonly scorers?: readonly string[];
  readonly limit?: number | null;
  readonly repeats?: number;
  readonly generation?: Partial<GenerationSettings>;
  readonly speed?: NonNullable<RunRequest['speed']>;
}

/**
 * Below this many parameters one thread is enough, and is what a page without its headers can have: a run then has the same
 * settings on every host. A second thread would make a note of the bundled model a quarter shorter (docs/performance.md).
 */
const ONE_THREAD_BELOW_PARAMETERS = 50_000_000;

/** Sized so that the quick demo ends within three minutes on two ordinary cores. */
const DEMO_PACKS: readonly { readonly id: string; readonly quick: number }[] = [
  { id: 'soap-notes-handwritten', quick: 6 },
  { id: 'soap-notes-demo', quick: 6 },
  { id: 'clinical-qa-demo', quick: 20 },
];

export function solverNeeds(solverId: string, choices: Choices): Solver['needs'] {
  return choices.solverNeeds.get(solverId)?.needs ?? 'generate';
}

function defaultThreads(model: ModelEntry, probe: DeviceProbe): number {
  const small = model.parameters !== null && model.parameters < ONE_THREAD_BELOW_PARAMETERS;
  return small ? 1 : probe.wasm.threads;
}

function defaultDtype(model: ModelEntry, needs: Solver['needs']): string {
  return needs === 'logprobs'
    ? (model.defaults.logprobs ?? model.defaults.generate)
    : model.defaults.generate;
}

/** Null while there is no pack or no model to choose. */
export function resolveRequest(draft: Draft, choices: Choices): RunRequest | null {
  const { packs, models, probe } = choices;
  const pack = packs.find((item) => item.header.id === draft.packId) ?? packs[0];
  const model =
    models.find((item) => item.id === draft.modelId) ??
    models.find((item) => item.id === DEMO_MODEL) ??
    models[0];
  if (pack === undefined || model === undefined) return null;
  const solverId = draft.solverId ?? pack.header.solver;
  const needs = solverNeeds(solverId, choices);
  const server = sentTo(model);
  const local = draft.device === 'webgpu' && probe.webgpu.available ? 'webgpu' : 'wasm';
  const device = server === null ? local : 'server';
  const agreed = draft.agreed?.packId === pack.header.id && draft.agreed.server === server;
  return {
    packId: pack.header.id,
    modelId: model.id,
    dtype: draft.dtype ?? defaultDtype(model, needs),
    device,
    threads: device === 'wasm' ? (draft.threads ?? defaultThreads(model, probe)) : 1,
    solverId,
    ...(draft.solverSettings === undefined ? {} : { solverSettings: draft.solverSettings }),
    promptId: draft.promptId ?? pack.header.promptId,
    ...(draft.documents === undefined ? {} : { documents: draft.documents }),
    generation: {
      ...defaultGeneration(pack.header.scorers),
      ...draft.generation,
    },
    ...(server !== null && agreed ? { sendTo: server } : {}),
    limit: draft.limit ?? null,
    shard: null,
    repeats: draft.repeats ?? 1,
    ...(draft.speed === undefined ? {} : { speed: draft.speed }),
    scorers: draft.scorers ?? scorersFor(pack, solverId, choices),
  };
}

/** The pack's own, and those that only this way of asking feeds. */
function scorersFor(pack: PackEntry, solverId: string, choices: Choices): readonly string[] {
  return [...new Set([...pack.header.scorers, ...(choices.solverNeeds.get(solverId)?.scorers ?? [])])];
}

/** The demo: the bundled model on each bundled pack, hand-written visits first. */
export function demoRequests(choices: Choices, whole: boolean): readonly RunRequest[] {
  return DEMO_PACKS.flatMap(({ id, quick }) => {
    if (!choices.packs.some((pack) => pack.header.id === id)) return [];
    const request = resolveRequest({ packId: id, modelId: DEMO_MODEL, limit: whole ? null : quick }, choices);
    return request === null ? [] : [request];
  });
}

/** Sized so that both models are through within two minutes on two ordinary cores. */
const PAIR = { packId: 'soap-notes-demo', limit: 24 } as const;

/** The same visits by the base and the tuned model, in this order; none unless this site has both and the pack. */
export function pairRequests(choices: Choices): readonly RunRequest[] {
  const ids = [DEMO_BASE, DEMO_MODEL];
  if (!ids.every((id) => choices.models.some((model) => model.id === id))) return [];
  if (!choices.packs.some((pack) => pack.header.id === PAIR.packId)) return [];
  return ids.flatMap((modelId) => resolveRequest({ ...PAIR, modelId }, choices) ?? []);
}

export function requestedSamples(request: RunRequest, packs: readonly PackEntry[]): number {
  const inPack = packs.find((pack) => pack.header.id === request.packId)?.samples ?? 0;
  return Math.min(request.limit ?? inPack, inPack) * request.repeats;
}

/** Why this cannot start as chosen, in words; null when it can. */
export function requestProblem(request: RunRequest, choices: Choices): string | null {
  const model = choices.models.find((item) => item.id === request.modelId);
  const variant = model?.variants.find((item) => item.dtype === request.dtype);
  if (variant === undefined) return `The model does not come as ${request.dtype}.`;
  if (solverNeeds(request.solverId, choices) === 'logprobs' && !variant.logprobs) {
    return `${request.dtype} cannot give log-likelihoods. Choose another number format, or have the model write its answer.`;
  }
  const server = model === undefined ? null : sentTo(model);
  const bundled = choices.packs.find(({ header }) => header.id === request.packId)?.bundled === true;
  if (server !== null && !bundled && request.sendTo !== server)
    return `Agree under “Device” that the text of this pack is sent to ${server}, or choose a model on this device.`;
  if (request.scorers.length === 0) return 'Choose at least one scorer.';
  return null;
}
