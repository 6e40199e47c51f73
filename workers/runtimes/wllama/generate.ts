import type { FinishReason, GenerationSettings } from '../../../src/core/contracts.ts';
import { seededRng } from '../../../src/core/stats/seeded-rng.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { GenerateProgress, GenerateRequest, GenerateResult } from '../../protocol.ts';
import { OutputText } from '../transformers-js/output-text.ts';
import { encodePrompt, requireRoom } from './encode-prompt.ts';
import { drawToken } from './next-token.ts';
import type { OpenModel } from './open-model.ts';

const PROGRESS_EVERY_MS = 100;

export async function generate(
  open: OpenModel,
  { messages, settings }: GenerateRequest,
  onProgress: (progress: GenerateProgress) => void,
  signal: AbortSignal,
): Promise<GenerateResult> {
  const startedAt = performance.now();
  const elapsed = (): number => performance.now() - startedAt;
  const { rendered, ids } = encodePrompt(open, messages);
  requireRoom(open, ids.length, settings.maxTokens);

  const output = new OutputText((tokens) => textOf(open, tokens), settings.stop);
  const choose = chooser(open, settings);
  const ends = new Set(open.model.endIds);
  let finish: FinishReason | null = await readPrompt(open, ids, signal, () =>
    onProgress({ text: '', tokens: 0, elapsedMs: elapsed() }),
  );
  let firstTokenMs: number | null = null;
  let lastTokenMs = 0;
  let reportedMs = -Infinity;
  let produced = 0;
  while (finish === null) {
    const id = choose();
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
    else open.context.append(id);
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
  open: OpenModel,
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
function chooser({ llama }: OpenModel, settings: GenerationSettings): () => number {
  if (settings.temperature <= 0) return () => llama.next(1).ids[0] ?? 0;
  const rng = seededRng(settings.seed);
  const count = settings.topK > 0 ? settings.topK : null;
  return () => drawToken(llama.next(count), settings.temperature, rng);
}

/** Tokens are bytes: a character may be spread over several, so they are joined before they are read. */
function textOf({ llama }: OpenModel, ids: readonly number[]): string {
  const pieces = ids.map((id) => llama.piece(id));
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return new TextDecoder().decode(bytes);
}
