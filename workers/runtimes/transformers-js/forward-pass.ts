/** One pass of the model: the last rows of logits as plain numbers, and the keys and values to go on from. */
import { DynamicCache, Tensor } from '@huggingface/transformers';
import { AppError } from '../../../src/core/errors.ts';
import type { OpenModel } from './open-model.ts';

export interface Logits {
  readonly logits: Float32Array;
  readonly rows: number;
  readonly vocabulary: number;
}

export interface Pass extends Logits {
  readonly cache: DynamicCache;
}

/** The same for a pass that nothing goes on from: its keys and values are not brought out of the runtime at all. */
export async function forwardLogits(...pass: Parameters<typeof forwardPass>): Promise<Logits> {
  const { cache, ...logits } = await logitsOnly(pass[0], () => forwardPass(...pass));
  await cache.dispose();
  return logits;
}

interface Session {
  readonly outputNames?: readonly string[];
  run: (feeds: unknown, ...rest: unknown[]) => Promise<unknown>;
}

/** ONNX Runtime's own choice of outputs, which transformers.js does not hand through. One pass runs at a time. */
async function logitsOnly<T>({ model }: OpenModel, work: () => Promise<T>): Promise<T> {
  const sessions: Readonly<Record<string, Session>> = model.sessions ?? {};
  const changed = Object.values(sessions).filter(({ outputNames }) => outputNames?.includes('logits'));
  const own = changed.map((session) => session.run);
  changed.forEach((session, at) => {
    session.run = (feeds) => own[at]?.call(session, feeds, ['logits']) ?? Promise.resolve(null);
  });
  try {
    return await work();
  } finally {
    changed.forEach((session, at) => {
      const run = own[at];
      if (run !== undefined) session.run = run;
    });
  }
}

/** `ids` after the `pastTokens` whose keys and values `past` holds. Only the last `rows` rows of logits are wanted. */
export async function forwardPass(
  open: OpenModel,
  ids: readonly number[],
  past: DynamicCache | null,
  pastTokens: number,
  rows: number,
): Promise<Pass> {
  const outputs: unknown = await open.model.forward({
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
    attention_mask: new Tensor('int64', new BigInt64Array(pastTokens + ids.length).fill(1n), [
      1,
      pastTokens + ids.length,
    ]),
    // At a real vocabulary of 150,000 the rows nobody reads would be hundreds of megabytes.
    num_logits_to_keep: new Tensor('int64', [BigInt(rows)], []),
    ...(past === null ? {} : { past_key_values: past }),
  });
  if (typeof outputs !== 'object' || outputs === null)
    throw new AppError('defect', 'the model gave no outputs');
  const kept: Record<string, Tensor> = {};
  let logits: Tensor | null = null;
  for (const [name, value] of Object.entries(outputs)) {
    if (!(value instanceof Tensor)) continue;
    if (name === 'logits') logits = value;
    else if (name.startsWith('present')) kept[name.replace('present', 'past_key_values')] = value;
    else value.dispose();
  }
  if (logits === null) throw new AppError('model/unsupported', 'the model gives no logits');
  const values: unknown = logits.to('float32').data;
  const [, rowCount, vocabulary] = logits.dims;
  if (!(values instanceof Float32Array) || rowCount === undefined || vocabulary === undefined) {
    throw new AppError('model/unsupported', 'the model’s logits have an unknown form');
  }
  const copy = values.slice();
  logits.dispose();
  return { logits: copy, rows: rowCount, vocabulary, cache: new DynamicCache(kept) };
}
