/**
 * How long a run will take here: a few real samples of the pack are answered for about twenty seconds, and
 * the time is carried over to the others by the lengths of their prompts and of what will be written.
 * What the probe writes is thrown away.
 */
import type {
  Ask,
  DocumentPolicy,
  PromptTemplate,
  Solver,
  SolverOutput,
  SolverSettings,
} from '../../core/contracts.ts';
import { solveFitting } from '../../core/documents/fit-documents.ts';
import { isCancelled } from '../../core/errors.ts';
import type { Sample } from '../../core/packs/pack.ts';
import { promptById } from '../../core/prompts/registry.ts';
import { selectedItems } from '../../core/run/selection.ts';
import { solverById } from '../../core/solvers/registry.ts';
import type { GenerateProgress } from '../../../workers/protocol.ts';
import type { DurationEstimate, RunRequest } from '../services.ts';
import { loadRequestOf, type RunDeps } from './execute-run.ts';
import { runPositions } from './run-positions.ts';
import { keptSettings } from '../../core/solvers/setting-fields.ts';
import { requireAgreement } from './send-agreement.ts';

const PROBE_MS = 20_000;
const MAX_PROBED = 3;
/** No spread can be seen in one sample: an assumption, wide on purpose. */
const SINGLE_SAMPLE_SPREAD = 1.5;

/** What one answered sample says about this device. */
export interface ProbeReading {
  readonly promptChars: number;
  readonly promptMs: number;
  readonly outputTokens: number;
  readonly outputMs: number;
}

export async function probeDuration(
  deps: Pick<RunDeps, 'packs' | 'models' | 'engines'>,
  request: RunRequest,
  signal: AbortSignal,
  monotonic: () => number,
): Promise<DurationEstimate> {
  const solver = solverById(request.solverId);
  const prompt = promptById(request.promptId);
  const selection = { limit: request.limit, shard: request.shard, repeats: request.repeats };
  const settings = probeSettings(solver, request);
  const part = await deps.packs.some(request.packId, (samples) => runPositions(request, samples));
  const { pack } = part;
  const choice = await deps.models.get(request.modelId, request.dtype);
  // The probe asks real samples too.
  requireAgreement(choice.entry, part, request);
  const shown = solver.heldOut?.(pack.samples.length, settings) ?? new Set<number>();
  const samples = selectedItems(selection, pack.samples.length).flatMap(({ index }) =>
    shown.has(index) ? [] : (pack.samples[index] ?? []),
  );
  await deps.engines.load(loadRequestOf(choice, request), { signal });

  const started = monotonic();
  const readings: ProbeReading[] = [];
  for (const sample of probeSamples(samples, prompt)) {
    const left = PROBE_MS - (monotonic() - started);
    if (left <= 0) break;
    const reading = await probeOne(
      deps,
      sample,
      {
        request,
        solver,
        prompt,
        settings,
        pool: pack.samples,
        documents: request.documents ?? pack.documents,
      },
      left,
      signal,
    );
    if (reading === null) break;
    readings.push(reading);
  }
  return extrapolate(
    readings,
    samples.map((sample) => promptChars(prompt, sample)),
  );
}

/** Shortest first, so that something is known soon; then the typical one, then the longest. */
function probeSamples(samples: readonly Sample[], prompt: PromptTemplate): readonly Sample[] {
  const byLength = [...samples].sort((a, b) => promptChars(prompt, a) - promptChars(prompt, b));
  const chosen = [byLength[0], byLength[Math.floor(byLength.length / 2)], byLength.at(-1)];
  return [...new Set(chosen)].flatMap((sample) => sample ?? []).slice(0, MAX_PROBED);
}

function promptChars(prompt: PromptTemplate, sample: Sample): number {
  return prompt.render(sample).reduce((sum, message) => sum + message.content.length, 0);
}

interface ProbeSetting {
  readonly request: RunRequest;
  readonly solver: Solver;
  readonly prompt: PromptTemplate;
  readonly settings: SolverSettings;
  readonly pool: readonly (Sample | undefined)[];
  readonly documents: DocumentPolicy | undefined;
}

/** Which examples stand before a question hardly changes its cost, so that no encoder is loaded for the guess. */
function probeSettings(solver: Solver, { solverSettings = {} }: RunRequest): SolverSettings {
  const given = keptSettings(solver.settings, solverSettings) ?? {};
  return 'similarity' in given ? { ...given, similarity: 'words' } : given;
}

/** Null when the time was over before the first token. */
async function probeOne(
  deps: Pick<RunDeps, 'engines'>,
  sample: Sample,
  { request, solver, prompt, settings, pool, documents }: ProbeSetting,
  leftMs: number,
  signal: AbortSignal,
): Promise<ProbeReading | null> {
  const seen: { first: GenerateProgress | null; last: GenerateProgress | null } = { first: null, last: null };
  const timeUp = AbortSignal.timeout(Math.ceil(leftMs));
  const ask: Ask = (await deps.engines.engine()).ask({
    signal: AbortSignal.any([signal, timeUp]),
    onProgress: (progress) => {
      seen.first ??= progress;
      seen.last = progress;
    },
  });
  const chars = promptChars(prompt, sample);
  try {
    const context = { ask, prompt, generation: request.generation, settings, pool };
    const solve = (asked: Sample) => solver.solve(asked, context);
    if (documents === undefined || (sample.documents ?? []).length === 0)
      return readingOf(await solve(sample), chars);
    const fitted = await solveFitting(sample, documents, request.generation.seed, solve);
    if (fitted.kind === 'failed') throw fitted.error;
    return readingOf(fitted.output, chars);
  } catch (thrown) {
    if (signal.aborted || !isCancelled(thrown) || seen.first === null || seen.last === null) {
      if (isCancelled(thrown) && !signal.aborted) return null;
      throw thrown;
    }
    // Cut off: the speed is known, the length is not; the most it may write is assumed.
    const perToken =
      (seen.last.elapsedMs - seen.first.elapsedMs) / Math.max(1, seen.last.tokens - seen.first.tokens);
    const outputTokens = request.generation.maxTokens;
    return {
      promptChars: chars,
      promptMs: seen.first.elapsedMs,
      outputTokens,
      outputMs: perToken * outputTokens,
    };
  }
}

function readingOf(output: SolverOutput, chars: number): ProbeReading {
  const { firstTokenMs, totalMs } = output.timings;
  const promptMs = firstTokenMs ?? totalMs;
  return {
    promptChars: chars,
    promptMs,
    outputTokens: output.usage.outputTokens,
    outputMs: totalMs - promptMs,
  };
}

/** Exported for its tests. `chars` are the prompt lengths of all selected samples, repeats included. */
export function extrapolate(readings: readonly ProbeReading[], chars: readonly number[]): DurationEstimate {
  if (readings.length === 0) {
    // Not one token within the probe: each sample takes longer than that, nobody knows how much.
    const atLeast = (PROBE_MS / 1000) * chars.length;
    const counts = { probedSamples: 0, samples: chars.length, tokensPerSecond: null };
    return { seconds: atLeast, lowSeconds: atLeast, highSeconds: atLeast * 5, ...counts };
  }
  const sum = (of: (reading: ProbeReading) => number) =>
    readings.reduce((total, reading) => total + of(reading), 0);
  const allChars = chars.reduce((total, each) => total + each, 0);
  const secondsBy = (some: readonly ProbeReading[]): number => {
    const ofSome = (of: (reading: ProbeReading) => number) =>
      some.reduce((total, each) => total + of(each), 0);
    const promptMs =
      (ofSome((each) => each.promptMs) /
        Math.max(
          1,
          ofSome((each) => each.promptChars),
        )) *
      allChars;
    const outputMs = (ofSome((each) => each.outputMs) / Math.max(1, some.length)) * chars.length;
    return (promptMs + outputMs) / 1000;
  };
  const seconds = secondsBy(readings);
  const single = readings.map((reading) => secondsBy([reading]));
  const alone = readings.length < 2;
  const outputMs = sum((each) => each.outputMs);
  return {
    seconds,
    lowSeconds: alone ? seconds / SINGLE_SAMPLE_SPREAD : Math.min(...single),
    highSeconds: alone ? seconds * SINGLE_SAMPLE_SPREAD : Math.max(...single),
    probedSamples: readings.length,
    samples: chars.length,
    tokensPerSecond: outputMs > 0 ? (sum((each) => each.outputTokens) * 1000) / outputMs : null,
  };
}
