/** Which examples are alike in meaning: every question of a run through a text encoder, once, before the run begins. */
import type { ExampleEncoder, Solver, SolverContext, SolverSettings } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import { readEncoderKey } from '../../core/models/encoder-key.ts';
import type { Sample } from '../../core/packs/pack.ts';
import { questionOf } from '../../core/solvers/few-shot.ts';
import type { LoadProgress } from '../../../workers/protocol.ts';
import type { Models } from '../models/models.ts';
import { withEncoderWorker, type WithEncoder } from '../scoring/encoder-client.ts';
import { encoderRequest } from '../scoring/encoder-request.ts';

export interface ExampleLikeness {
  readonly encoder: ExampleEncoder;
  readonly likeness: NonNullable<SolverContext['likeness']>;
}

/** Null where the way of asking needs no encoder. `samples`: those that are asked and those that may be shown. */
export async function exampleLikeness(
  solver: Pick<Solver, 'encoder'>,
  settings: SolverSettings,
  samples: readonly Sample[],
  models: Pick<Models, 'get'>,
  threads: number,
  onLoading: (progress: LoadProgress) => void,
  signal: AbortSignal,
  withEncoder: WithEncoder = withEncoderWorker,
): Promise<ExampleLikeness | null> {
  const chosen = solver.encoder?.(settings) ?? null;
  if (chosen === null) return null;
  const name = readEncoderKey(chosen);
  if (name === null)
    throw new AppError('input/option', 'choose a text encoder, or let the words of the questions decide', {
      option: 'encoder',
    });
  const { modelId, dtype } = name;
  const { entry, location } = await models.get(modelId, dtype);
  const request = encoderRequest({ entry, location }, dtype, threads);
  return withEncoder(async (api) => {
    const identity = await api.load(request, onLoading);
    const vectors = new Map<string, Float32Array>();
    for (const [done, sample] of samples.entries()) {
      onLoading({ phase: 'encoding', loadedBytes: done, totalBytes: samples.length, file: null });
      const vector = await api.embed(questionOf(sample));
      // A question that is too long for the encoder is like none; it is still asked.
      if (vector !== null) vectors.set(sample.id, vector);
    }
    return {
      encoder: { id: entry.id, name: identity.name, dtype: identity.dtype, sha256: identity.sha256 },
      likeness: (a, b) => cosine(vectors.get(a.id), vectors.get(b.id)),
    };
  }, signal);
}

/** Of vectors of length one. Below every cosine where one of them is missing. */
function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (a === undefined || b === undefined) return -2;
  return a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
}
