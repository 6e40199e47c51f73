import type { FinishReason, GenerationSettings } from '../../../src/core/contracts.ts';
import { seededRng } from '../../../src/core/stats/seeded-rng.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { GenerateProgress, GenerateRequest, GenerateResult } from '../../protocol.ts';
import { OutputText } from '../transformers-js/output-text.ts';
import { encodePrompt, requireRoom } from './encode-prompt.ts';
import { drawToken } from './next-token.ts';
import type { OpenTokenModel } from './open-token-model.ts';

const PROGRESS_EVERY_MS = 100;

export async function generate(
  open: OpenTokenModel,
  { messages, settings }: GenerateRequest,
  onProgress: (progress: GenerateProgress) => void,
  signal: AbortSignal,
): Promise<GenerateResult> {
  const startedAt = performance.now();
  const elapsed = (): number => performance.now() - startedAt;
  const { rendered, ids } = encodePrompt(open, messages);
  requireRoom(open, ids.length, settings.maxTokens);

  const output = new OutputText((ids) => open.tokens.textOf(ids), settings.stop);
  const choose = chooser(open, settings);
  const ends = new Set(open.tokens.endIds);
  let finish: FinishReason | null = await readPrompt(open, ids, signal, () =>
    onProgress({ text: '', tokens: 0, elapsedMs: elapsed() }),
  );
  let firstTokenMs: number | null = null;
  let lastTokenMs = 0;
  let reportedMs = -Infinity;
  let produced = 0;
  while (finish === null) {
    const id = await choose();
    lastTokenMs = elapsed();
    firstTokenMs ??= lastTokenMs;
    produced += 1;
    if (ends.has(id)) finish = 'stop';
    else if (output.push(id)) finish = 'stop-string';
    else if (produced >= settings.maxTokens) finish = 'length';
    if (finish !== null) break;
    if (lastTokenMs - reportedMs >= PROGRESS_EVERY_MS) {
      reportedMs = lastTokenMs;
      onProgress({ text: output.textSoFar(), tokens: output.tokens, elapsedMs: lastTokenMs });
    }
    await open.yielder.maybeYield();
    if (signal.aborted) finish = 'cancelled';
    else await open.context.append(id);
  }
  const totalMs = elapsed();
  const text = output.text();
  onProgress({ text, tokens: output.tokens, elapsedMs: totalMs });
  const decodeMs = lastTokenMs - (firstTokenMs ?? lastTokenMs);
  return {
    text,
    finish,
    usage: { promptTokens: ids.length, outputTokens: output.tokens },
    timings: {
      firstTokenMs,
      totalMs,
      tokensPerSecond: produced >= 2 && decodeMs > 0 ? ((produced - 1) * 1000) / decodeMs : null,
    },
    prompt: rendered,
  };
}

/** Reads the prompt with a sign of life at each piece; says "cancelled" when it was. */
async function readPrompt(
  open: OpenTokenModel,
  ids: readonly number[],
  signal: AbortSignal,
  onPiece: () => void,
): Promise<FinishReason | null> {
  try {
    await open.context.prompt(ids, async () => {
      onPiece();
      await open.yielder.maybeYield();
      if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while reading the prompt');
    });
    return null;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'runtime/cancelled') return 'cancelled';
    throw thrown;
  }
}

/** A new generator for every answer: what ran before changes nothing, so that shards and resumed runs agree. */
function chooser({ tokens }: OpenTokenModel, settings: GenerationSettings): () => Promise<number> {
  if (settings.temperature <= 0) return async () => (await tokens.next(1)).ids[0] ?? 0;
  const rng = seededRng(settings.seed);
  const count = settings.topK > 0 ? settings.topK : null;
  return async () => drawToken(await tokens.next(count), settings.temperature, rng);
}
