/**
 * What the check of fidelity asks of a model: the probabilities along a given text, and the text it writes by itself.
 * Nothing is reused between calls and every text is one full pass, so that what is compared is the model's arithmetic.
 */
import { Tensor } from '@huggingface/transformers';
import { AppError } from '../../../src/core/errors.ts';
import type { InspectRequest, InspectResult } from '../../protocol.ts';
import { encode, encodePrompt, requireRoom } from './chat-prompt.ts';
import { continuationIds } from './continuation-ids.ts';
import { forwardPass } from './forward-pass.ts';
import { endTokenIds, samplingOptions } from './generate.ts';
import type { OpenModel } from './open-model.ts';
import { StopWhen } from './stop-when.ts';
import { topOfRow } from './log-softmax.ts';

export async function inspect(
  open: OpenModel,
  request: InspectRequest,
  signal: AbortSignal,
): Promise<InspectResult> {
  switch (request.kind) {
    case 'tokens': {
      const { rendered, ids } = encodePrompt(open, request.messages);
      const continuations = request.continuations.map((text) => {
        const { keep, ids: rest } = continuationIds(ids, encode(open, rendered.text + text));
        return keep === ids.length && rest.length > 0 ? rest : null;
      });
      return { kind: 'tokens', promptIds: ids, continuations };
    }
    case 'forced':
      return { kind: 'forced', positions: await forced(open, request) };
    case 'greedy':
      return { kind: 'greedy', ids: await greedy(open, request.promptIds, request.maxTokens, signal) };
    case 'text':
      return {
        kind: 'text',
        texts: request.texts.map((ids) => open.tokenizer.decode([...ids], { skip_special_tokens: true })),
      };
  }
}

async function forced(
  open: OpenModel,
  { promptIds, continuationIds: ids, wanted, top }: Extract<InspectRequest, { kind: 'forced' }>,
) {
  requireRoom(open, promptIds.length, ids.length);
  const pass = await forwardPass(open, [...promptIds, ...ids.slice(0, -1)], null, 0, ids.length);
  await pass.cache.dispose();
  const first = pass.rows - ids.length;
  return ids.map((_, index) => {
    const start = (first + index) * pass.vocabulary;
    return topOfRow(pass.logits.subarray(start, start + pass.vocabulary), top, wanted[index] ?? []);
  });
}

async function greedy(
  open: OpenModel,
  promptIds: readonly number[],
  maxTokens: number,
  signal: AbortSignal,
): Promise<readonly number[]> {
  requireRoom(open, promptIds.length, maxTokens);
  const written: unknown = await open.model.generate({
    inputs: new Tensor('int64', BigInt64Array.from(promptIds, BigInt), [1, promptIds.length]),
    attention_mask: new Tensor('int64', new BigInt64Array(promptIds.length).fill(1n), [1, promptIds.length]),
    ...samplingOptions({ maxTokens, temperature: 0, topK: 0, seed: 1, stop: [] }),
    max_new_tokens: maxTokens,
    eos_token_id: [...endTokenIds(open)],
    stopping_criteria: new StopWhen(() => signal.aborted),
  });
  if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while writing');
  if (!(written instanceof Tensor)) throw new AppError('defect', 'the model gave no token ids');
  return Array.from(written.data as BigInt64Array, Number).slice(promptIds.length);
}
