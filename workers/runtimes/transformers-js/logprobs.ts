/**
 * log P(continuation | prompt). The prompt is computed once; each continuation then costs only its own tokens
 * against the kept key-value cache (equal to a full pass to 1e-7 where activations are not scaled per tensor).
 */
import { DynamicCache, Tensor } from '@huggingface/transformers';
import type { ContinuationScore } from '../../../src/core/contracts.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { LogprobsRequest, LogprobsResult } from '../../protocol.ts';
import { encode, encodePrompt, requireRoom } from './chat-prompt.ts';
import { continuationIds } from './continuation-ids.ts';
import { scoreRow, type RowScore } from './log-softmax.ts';
import type { OpenModel } from './open-model.ts';

interface Pass {
  readonly logits: Float32Array;
  readonly rows: number;
  readonly vocabulary: number;
  readonly cache: DynamicCache;
}

export async function logprobs(
  open: OpenModel,
  request: LogprobsRequest,
  signal: AbortSignal,
): Promise<LogprobsResult> {
  if (!open.exactLogprobs) {
    throw new AppError(
      'runtime/unsupported-operation',
      'int8 scales activations per tensor, so prefix passes differ: its log-probabilities are not exact',
      { operation: 'logprobs' },
    );
  }
  const startedAt = performance.now();
  const { rendered, ids: prefix } = encodePrompt(open, request.messages);
  const targets = request.continuations.map((text) =>
    continuationIds(prefix, encode(open, rendered.text + text)),
  );
  requireRoom(open, 0, Math.max(prefix.length, ...targets.map((target) => target.keep + target.ids.length)));

  const scores: ContinuationScore[] = [];
  const prompt = await forward(open, prefix, null, 0, 1);
  const firstTokenMs = performance.now() - startedAt;
  try {
    for (const target of targets) {
      if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while scoring');
      const merged = target.keep < prefix.length;
      scores.push(
        toScore(
          merged
            ? await scoreInFull(open, prefix.slice(0, target.keep), target.ids)
            : await scoreAfter(open, prompt, prefix.length, target.ids),
        ),
      );
    }
  } finally {
    await prompt.cache.dispose();
  }
  return {
    prompt: rendered,
    scores,
    timings: { firstTokenMs, totalMs: performance.now() - startedAt, tokensPerSecond: null },
  };
}

function toScore(rows: readonly RowScore[]): ContinuationScore {
  return {
    perToken: rows.map((row) => row.logProbability),
    isGreedy: rows.every((row) => row.isMostLikely),
  };
}

/** The first token is scored by the prompt's last row, so a one-letter choice costs no pass at all. */
async function scoreAfter(
  open: OpenModel,
  prompt: Pass,
  promptTokens: number,
  ids: readonly number[],
): Promise<RowScore[]> {
  const [first] = ids;
  if (first === undefined) return [];
  const scores = [scoreRow(prompt.logits, lastRows(prompt, 1), prompt.vocabulary, first)];
  const rest = ids.slice(1);
  if (rest.length === 0) return scores;
  const pass = await forward(open, ids.slice(0, -1), prompt.cache, promptTokens, rest.length);
  await pass.cache.dispose();
  return [...scores, ...scoreRows(pass, rest)];
}

/** Without the kept cache: for a continuation whose first token begins inside the prompt. */
async function scoreInFull(
  open: OpenModel,
  prefix: readonly number[],
  ids: readonly number[],
): Promise<RowScore[]> {
  if (prefix.length === 0) {
    throw new AppError(
      'runtime/unsupported-operation',
      'the continuation changes the first token of the prompt',
    );
  }
  if (ids.length === 0) return [];
  const pass = await forward(open, [...prefix, ...ids.slice(0, -1)], null, 0, ids.length);
  await pass.cache.dispose();
  return scoreRows(pass, ids);
}

/** Rows at the end of the pass, one for each id. */
function scoreRows(pass: Pass, ids: readonly number[]): RowScore[] {
  const start = lastRows(pass, ids.length);
  return ids.map((id, index) => scoreRow(pass.logits, start + index * pass.vocabulary, pass.vocabulary, id));
}

/** Counted from the end: models that ignore num_logits_to_keep return a row for every token. */
function lastRows(pass: Pass, count: number): number {
  if (pass.rows < count)
    throw new AppError('defect', `the model gave ${pass.rows} rows of logits for ${count}`);
  return (pass.rows - count) * pass.vocabulary;
}

async function forward(
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
