/** log P(continuation | prompt): the prompt is read once, each continuation costs only its own tokens. */
import type { ContinuationScore } from '../../../src/core/contracts.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { LogprobsRequest, LogprobsResult } from '../../protocol.ts';
import { continuationIds, type ContinuationIds } from '../transformers-js/continuation-ids.ts';
import { encode, encodePrompt, requireRoom } from './encode-prompt.ts';
import { scoreTokens, type TokenScore } from './next-token.ts';
import type { OpenTokenModel } from './open-token-model.ts';
import type { NextTokens } from './token-model.ts';

export async function logprobs(
  open: OpenTokenModel,
  request: LogprobsRequest,
  signal: AbortSignal,
  onAlive: () => void,
): Promise<LogprobsResult> {
  const startedAt = performance.now();
  const { rendered, text: prompt, ids: prefix } = encodePrompt(open, request.messages);
  const targets = request.continuations.map((text) => continuationIds(prefix, encode(open, prompt + text)));
  requireRoom(open, 0, Math.max(prefix.length, ...targets.map((target) => target.keep + target.ids.length)));
  const listen = async (): Promise<void> => {
    onAlive();
    await open.yielder.maybeYield();
    if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while scoring');
  };
  await open.context.prompt(prefix, listen);
  const afterPrompt = await open.tokens.next(null);
  const firstTokenMs = performance.now() - startedAt;
  const scores: ContinuationScore[] = [];
  // Those that begin inside the prompt come last: they take tokens of it back.
  const order = targets
    .map((_target, index) => index)
    .sort((a, b) => keepOf(targets, b) - keepOf(targets, a));
  for (const index of order) {
    const target = targets[index];
    if (target === undefined) continue;
    scores[index] = toScore(await scoreTarget(open, prefix, target, afterPrompt, listen));
  }
  return {
    prompt: rendered,
    scores,
    timings: { firstTokenMs, totalMs: performance.now() - startedAt, tokensPerSecond: null },
  };
}

async function scoreTarget(
  open: OpenTokenModel,
  prefix: readonly number[],
  { keep, ids }: ContinuationIds,
  afterPrompt: NextTokens,
  listen: () => Promise<void>,
): Promise<readonly TokenScore[]> {
  const { context, tokens } = open;
  let next = afterPrompt;
  if (keep < prefix.length) {
    const last = prefix[keep - 1];
    if (last === undefined) {
      throw new AppError(
        'runtime/unsupported-operation',
        'the continuation changes the first token of the prompt',
      );
    }
    await context.rewindTo(keep - 1);
    await context.append(last);
    next = await tokens.next(null);
  } else await context.rewindTo(prefix.length);
  const scores: TokenScore[] = [];
  for (const [position, id] of ids.entries()) {
    const score = scoreTokens(next, [id]).get(id);
    if (score === undefined) throw new AppError('runtime/failed', `the model has no token ${id}`);
    scores.push(score);
    if (position === ids.length - 1) break;
    await listen();
    await context.append(id);
    next = await tokens.next(null);
  }
  return scores;
}

function keepOf(targets: readonly ContinuationIds[], index: number): number {
  return targets[index]?.keep ?? 0;
}

function toScore(tokens: readonly TokenScore[]): ContinuationScore {
  return {
    perToken: tokens.map((token) => token.logProbability),
    isGreedy: tokens.every((token) => token.isMostLikely),
  };
}
