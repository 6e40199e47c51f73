/**
 * log P(continuation | prompt). The prompt is computed once, what it shares with the last prompt not at all; each continuation then costs only its own tokens
 * against the kept key-value cache (equal to a full pass to 1e-7 where activations are not scaled per tensor).
 */
import type { ContinuationScore } from '../../../src/core/contracts.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { LogprobsRequest, LogprobsResult } from '../../protocol.ts';
import { encodePrompt, requireRoom } from './chat-prompt.ts';
import { continuationIds } from './continuation-ids.ts';
import { forwardLogits, forwardPass, type Logits, type Pass } from './forward-pass.ts';
import { jointIds } from './joint-ids.ts';
import { scoreRow, type RowScore } from './log-softmax.ts';
import type { OpenModel } from './open-model.ts';

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
  const joint = jointIds(open, rendered.text, prefix);
  const targets = request.continuations.map((text) => continuationIds(prefix, joint(text)));
  requireRoom(open, 0, Math.max(prefix.length, ...targets.map((target) => target.keep + target.ids.length)));

  const scores: ContinuationScore[] = [];
  const kept = open.prefixes?.take(prefix) ?? null;
  const reused = kept?.tokens ?? 0;
  const prompt = await forwardPass(open, prefix.slice(reused), kept?.cache ?? null, reused, 1);
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
    if (open.prefixes === null) await prompt.cache.dispose();
    else open.prefixes.keep(prefix, prompt.cache);
  }
  return {
    prompt: rendered,
    scores,
    timings: {
      firstTokenMs,
      totalMs: performance.now() - startedAt,
      tokensPerSecond: null,
      ...(reused === 0 ? {} : { reusedTokens: reused }),
    },
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
  const pass = await forwardLogits(open, ids.slice(0, -1), prompt.cache, promptTokens, rest.length);
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
  const pass = await forwardLogits(open, [...prefix, ...ids.slice(0, -1)], null, 0, ids.length);
  return scoreRows(pass, ids);
}

/** Rows at the end of the pass, one for each id. */
function scoreRows(pass: Logits, ids: readonly number[]): RowScore[] {
  const start = lastRows(pass, ids.length);
  return ids.map((id, index) => scoreRow(pass.logits, start + index * pass.vocabulary, pass.vocabulary, id));
}

/** Counted from the end: models that ignore num_logits_to_keep return a row for every token. */
function lastRows(pass: Logits, count: number): number {
  if (pass.rows < count)
    throw new AppError('defect', `the model gave ${pass.rows} rows of logits for ${count}`);
  return (pass.rows - count) * pass.vocabulary;
}
