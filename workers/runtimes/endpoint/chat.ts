/** One question to the server, streamed. */
import type { FinishReason } from '../../../src/core/contracts.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { Message } from '../../../src/core/packs/pack.ts';
import { askServer, cancelled, type Server, type ServerSurroundings } from './ask-server.ts';
import { chunkOf, eventData } from './server-events.ts';
import { unreachable, wrongAnswer } from './server-errors.ts';

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly Message[];
  readonly max_tokens: number;
  readonly temperature: number;
  readonly seed: number;
  readonly stop?: readonly string[];
  readonly logprobs?: true;
  readonly top_logprobs?: number;
}

export interface ChatAnswer {
  readonly text: string;
  readonly finish: Extract<FinishReason, 'stop' | 'length'>;
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly firstTokenMs: number | null;
  readonly totalMs: number;
  /** The likeliest tokens came with those that were written. */
  readonly topLogprobs: boolean;
}

const PATH = '/v1/chat/completions';

/** `onPiece` hears the text so far, also while a reasoning model thinks and the text stays as it was. */
export async function chat(
  around: ServerSurroundings,
  server: Server,
  request: ChatRequest,
  onPiece: (text: string, pieces: number) => void,
  signal: AbortSignal,
): Promise<ChatAnswer> {
  const startedAt = performance.now();
  const { origin } = server;
  const body = { ...request, stream: true, stream_options: { include_usage: true } };
  const response = await askServer(around, server, PATH, body, signal);
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('event-stream') || response.body === null)
    throw wrongAnswer(
      origin,
      `it does not stream: its answer is ${type === '' ? 'of no stated type' : type}`,
    );
  let text = '';
  let pieces = 0;
  let firstTokenMs: number | null = null;
  let finish: string | null = null;
  let usage: { prompt_tokens: number; completion_tokens: number } | null = null;
  let topLogprobs = false;
  try {
    for await (const data of eventData(response.body, origin)) {
      if (signal.aborted) throw cancelled();
      const chunk = chunkOf(data, origin);
      usage = chunk.usage ?? usage;
      const [choice] = chunk.choices;
      if (choice === undefined) continue;
      finish = choice.finish_reason ?? finish;
      topLogprobs ||= choice.logprobs?.content?.some((each) => (each.top_logprobs ?? []).length > 0) ?? false;
      const { content, reasoning_content: thought, reasoning } = choice.delta ?? {};
      const written = content ?? '';
      if (written === '' && (thought ?? reasoning ?? '') === '') continue;
      firstTokenMs ??= performance.now() - startedAt;
      pieces += 1;
      text += written;
      onPiece(text, pieces);
    }
  } catch (thrown) {
    if (signal.aborted) throw cancelled();
    throw thrown instanceof AppError ? thrown : unreachable(origin, thrown);
  }
  if (finish === null) throw wrongAnswer(origin, 'its answer broke off without an end');
  if (finish !== 'stop' && finish !== 'length')
    throw wrongAnswer(origin, `it ended its answer with "${finish.slice(0, 40)}"`);
  if (usage === null)
    throw wrongAnswer(origin, 'it counts no tokens with a streamed answer (stream_options.include_usage)');
  return {
    text,
    finish,
    promptTokens: usage.prompt_tokens,
    outputTokens: usage.completion_tokens,
    firstTokenMs,
    totalMs: performance.now() - startedAt,
    topLogprobs,
  };
}
