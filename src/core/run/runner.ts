/**
 * The loop of a run: one sample is answered, its record committed, and only then the next one begins. So a
 * process that dies loses at most the sample in flight, and a run that is resumed computes what is missing
 * and nothing else. Clock, store and engine come in as ports.
 */
import type {
  Ask,
  DocumentPolicy,
  DocumentsShown,
  GenerationSettings,
  PromptTemplate,
  RunRecord,
  Solver,
  SolverContext,
  SolverOutput,
  SolverSettings,
} from '../contracts.ts';
import { isCancelled, toAppError, type AppError, type PlainError } from '../errors.ts';
import { solveFitting, tooLongCounts } from '../documents/fit-documents.ts';
import type { Message, Sample } from '../packs/pack.ts';
import { firstQuestion } from './first-question.ts';

/** After so many samples failed one after the other, the next would too: stop and say why. */
export const MAX_CONSECUTIVE_FAILURES = 3;

export interface PlannedSample {
  /** Position in the pack. */
  readonly index: number;
  readonly repeat: number;
  readonly sample: Sample;
}

export interface RunnerInput {
  /** What is still to be computed, in order; see missingSamples in runner-plan.ts. */
  readonly plan: Iterable<PlannedSample>;
  readonly solver: Solver;
  readonly prompt: PromptTemplate;
  readonly generation: GenerationSettings;
  /** Left out: the solver's defaults. */
  readonly solverSettings?: SolverSettings;
  /** The samples of the pack by position, those at least that the solver holds back to show as examples. */
  readonly pool?: readonly (Sample | undefined)[];
  /** Where a text encoder chooses examples. */
  readonly likeness?: SolverContext['likeness'];
  /** The pack's; without it documents are shown as they stand. */
  readonly documents?: DocumentPolicy;
}

export type RunnerEvent =
  | { readonly kind: 'sample-started'; readonly planned: PlannedSample }
  | { readonly kind: 'committed'; readonly planned: PlannedSample; readonly record: RunRecord }
  | { readonly kind: 'engine-renewed'; readonly because: PlainError };

export interface RunnerPorts {
  readonly ask: Ask;
  /** Resolves when the record can no longer be lost. */
  commit(record: RunRecord): Promise<void>;
  /** A runtime that failed once stays poisoned: gives an Ask over a fresh one. */
  renewEngine(because: PlainError): Promise<Ask>;
  /** ISO time. */
  now(): string;
  isCancelled(): boolean;
  /** Told what the next sample will ask first, while the model is busy with this one. */
  readonly prepare?: (messages: readonly Message[]) => void;
  /** Called in order; must not throw. */
  emit(event: RunnerEvent): void;
}

export type RunnerOutcome =
  | { readonly kind: 'finished'; readonly committed: number; readonly failed: number }
  | { readonly kind: 'cancelled'; readonly committed: number; readonly failed: number }
  | {
      readonly kind: 'paused';
      readonly committed: number;
      readonly failed: number;
      readonly error: PlainError;
    };

type Answer =
  | { readonly kind: 'solved'; readonly output: SolverOutput; readonly documents?: DocumentsShown }
  | { readonly kind: 'held-out' }
  | { readonly kind: 'failed'; readonly error: AppError; readonly documents?: DocumentsShown }
  | { readonly kind: 'cancelled' };

export async function runSamples(input: RunnerInput, ports: RunnerPorts): Promise<RunnerOutcome> {
  const { solver, pool } = input;
  const heldOut = pool && solver.heldOut?.(pool.length, input.solverSettings ?? {});
  let ask = ports.ask;
  let committed = 0;
  let failed = 0;
  let consecutiveFailures = 0;

  for (const { planned, next } of withNext(input.plan)) {
    if (ports.isCancelled()) return { kind: 'cancelled', committed, failed };
    ports.emit({ kind: 'sample-started', planned });
    const answering = heldOut?.has(planned.index)
      ? ({ kind: 'held-out' } as const)
      : answerOne(planned, input, ask);
    if (ports.prepare !== undefined && next !== null && heldOut?.has(next.index) !== true) {
      const messages = await firstQuestion(solver, next.sample, contextOf(next, input));
      if (messages !== null) ports.prepare(messages);
    }
    const answer = await answering;
    if (answer.kind === 'cancelled' || ports.isCancelled()) return { kind: 'cancelled', committed, failed };

    const record =
      answer.kind === 'solved'
        ? solvedRecord(planned, answer, ports.now())
        : answer.kind === 'held-out'
          ? heldOutRecord(planned, ports.now())
          : failedRecord(planned, input.prompt, answer, ports.now());
    try {
      await ports.commit(record);
    } catch (thrown) {
      return { kind: 'paused', committed, failed, error: toAppError(thrown).toPlain() };
    }
    committed += 1;
    ports.emit({ kind: 'committed', planned, record });

    if (record.error !== undefined) failed += 1;
    if (answer.kind === 'solved') consecutiveFailures = 0;
    if (answer.kind !== 'failed' || !leavesEngineInDoubt(answer.error)) continue;
    consecutiveFailures += 1;
    const because = answer.error.toPlain();
    if (consecutiveFailures >= MAX_CONSECUTIVE_FAILURES)
      return { kind: 'paused', committed, failed, error: because };
    try {
      ask = await ports.renewEngine(because);
    } catch (thrown) {
      if (isCancelled(thrown) || ports.isCancelled()) return { kind: 'cancelled', committed, failed };
      return { kind: 'paused', committed, failed, error: toAppError(thrown).toPlain() };
    }
    ports.emit({ kind: 'engine-renewed', because });
  }
  return { kind: 'finished', committed, failed };
}

/** Each item with the one after it, read one ahead. */
function* withNext(
  plan: Iterable<PlannedSample>,
): Iterable<{ planned: PlannedSample; next: PlannedSample | null }> {
  let planned: PlannedSample | null = null;
  for (const next of plan) {
    if (planned !== null) yield { planned, next };
    planned = next;
  }
  if (planned !== null) yield { planned, next: null };
}

function contextOf(planned: PlannedSample, input: RunnerInput): Omit<SolverContext, 'ask'> {
  const { generation, prompt, solverSettings, pool, likeness } = input;
  return {
    prompt,
    // Each repeat is another draw; the seed is derived, so a resumed run draws the same.
    generation: { ...generation, seed: generation.seed + planned.repeat },
    ...(solverSettings === undefined ? {} : { settings: solverSettings }),
    ...(pool === undefined ? {} : { pool }),
    ...(likeness === undefined ? {} : { likeness }),
  };
}

async function answerOne(planned: PlannedSample, input: RunnerInput, ask: Ask): Promise<Answer> {
  const { solver, documents: policy } = input;
  const context = contextOf(planned, input);
  const solve = (sample: Sample): Promise<SolverOutput> => solver.solve(sample, { ask, ...context });
  const { sample } = planned;
  if (policy !== undefined && (sample.documents ?? []).length > 0) {
    const fitted = await solveFitting(sample, policy, context.generation.seed, solve);
    const { documents } = fitted;
    const answer = fitted.kind === 'failed' ? failure(fitted.error) : solved(fitted.output);
    return answer.kind === 'cancelled' ? answer : { ...answer, documents };
  }
  try {
    return solved(await solve(sample));
  } catch (thrown) {
    return failure(thrown);
  }
}

function solved(output: SolverOutput): Extract<Answer, { kind: 'solved' | 'cancelled' }> {
  return output.finish === 'cancelled' ? { kind: 'cancelled' } : { kind: 'solved', output };
}

function failure(thrown: unknown): Extract<Answer, { kind: 'failed' | 'cancelled' }> {
  return isCancelled(thrown)
    ? { kind: 'cancelled' }
    : { kind: 'failed', error: toAppError(thrown, 'defect') };
}

/** A prompt that does not fit, or a sample that lacks what the solver needs, says nothing about the engine. */
function leavesEngineInDoubt(error: AppError): boolean {
  return error.code !== 'model/too-long' && !error.code.startsWith('input/');
}

function solvedRecord(
  planned: PlannedSample,
  { output, documents }: Extract<Answer, { kind: 'solved' }>,
  createdAt: string,
): RunRecord {
  return {
    kind: 'record',
    id: planned.sample.id,
    repeat: planned.repeat,
    index: planned.index,
    createdAt,
    output: output.text,
    finish: output.finish,
    ...(output.unscored === undefined ? {} : { unscored: output.unscored }),
    ...(documents === undefined ? {} : { documents }),
    messages: output.messages,
    prompt: output.prompt,
    ...(output.choiceScores === undefined ? {} : { choiceScores: output.choiceScores }),
    ...readingOf(output),
    ...(output.trace === undefined ? {} : { trace: output.trace }),
    usage: output.usage,
    timings: output.timings,
  };
}

/** How the output is to be read, where the solver says so. */
function readingOf({
  rankedBy,
  extractor,
  confidence,
}: SolverOutput): Pick<RunRecord, 'rankedBy' | 'extractor' | 'confidence'> {
  return {
    ...(rankedBy === undefined ? {} : { rankedBy }),
    ...(extractor === undefined ? {} : { extractor }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

/** Shown to the model as an example, so never asked; the record says so and counts as unscored. */
function heldOutRecord(planned: PlannedSample, createdAt: string): RunRecord {
  return {
    kind: 'record',
    id: planned.sample.id,
    repeat: planned.repeat,
    index: planned.index,
    createdAt,
    output: null,
    finish: null,
    unscored: 'held-out',
    messages: [],
    prompt: null,
    usage: null,
    timings: null,
  };
}

function failedRecord(
  planned: PlannedSample,
  prompt: PromptTemplate,
  { error, documents }: Extract<Answer, { kind: 'failed' }>,
  createdAt: string,
): RunRecord {
  const tooLong = tooLongCounts(error);
  const reason =
    error.code === 'model/too-long'
      ? ({ unscored: 'prompt-too-long', ...(tooLong === undefined ? {} : { tooLong }) } as const)
      : ({ unscored: 'sample-failed', error: error.toPlain() } as const);
  return {
    kind: 'record',
    id: planned.sample.id,
    repeat: planned.repeat,
    index: planned.index,
    createdAt,
    output: null,
    finish: null,
    ...reason,
    ...(documents === undefined ? {} : { documents }),
    messages: messagesOf(prompt, planned.sample),
    prompt: null,
    usage: null,
    timings: null,
  };
}

/** The prompt itself may be what failed. */
function messagesOf(prompt: PromptTemplate, sample: Sample): RunRecord['messages'] {
  try {
    return prompt.render(sample);
  } catch {
    return [];
  }
}
