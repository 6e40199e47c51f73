import type { FinishReason } from '../../../src/core/contracts.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { GenerateProgress, GenerateRequest, GenerateResult } from '../../protocol.ts';
import type { ChatEvent, WebLlmEngine } from './engine-port.ts';
import type { ChatConfig } from './model-record.ts';
import { encodePrompt } from './render-prompt.ts';

export interface OpenModel {
  readonly engine: WebLlmEngine;
  readonly config: ChatConfig;
  readonly contextTokens: number | null;
}

const PROGRESS_EVERY_MS = 100;

export async function generate(
  open: OpenModel,
  { messages, settings }: GenerateRequest,
  onProgress: (progress: GenerateProgress) => void,
  signal: AbortSignal,
): Promise<GenerateResult> {
  const startedAt = performance.now();
  const { engine } = open;
  if (settings.temperature > 0 && settings.topK > 0) {
    throw new AppError('input/option', 'WebLLM cannot sample from the k most likely tokens: set top-k to 0', {
      field: 'topK',
      value: settings.topK,
    });
  }
  const { rendered, countedTokens } = encodePrompt(open.config, messages, (text) => engine.encode(text));
  requireRoom(open, rendered.tokenCount, settings.maxTokens);

  let text = '';
  let pieces = 0;
  let firstTokenMs: number | null = null;
  let reportedAt = -Infinity;
  let stopped = false;
  let end: Extract<ChatEvent, { kind: 'end' }> | null = null;
  const interrupt = (): void => engine.interrupt();
  signal.addEventListener('abort', interrupt);
  try {
    for await (const event of engine.chat({
      messages,
      maxTokens: settings.maxTokens,
      temperature: settings.temperature,
      seed: settings.seed,
    })) {
      if (event.kind === 'end') {
        end = event;
        continue;
      }
      // The library forgets an interruption that came before it began to write, so it is said again.
      if (signal.aborted || stopped) engine.interrupt();
      if (event.delta === '') continue;
      const now = performance.now();
      firstTokenMs ??= now - startedAt;
      pieces += 1;
      text += event.delta;
      if (firstStop(text, settings.stop) !== null && !stopped) {
        stopped = true;
        engine.interrupt();
      }
      if (now - reportedAt < PROGRESS_EVERY_MS) continue;
      reportedAt = now;
      onProgress({ text: cut(text, settings.stop), tokens: pieces, elapsedMs: now - startedAt });
    }
  } finally {
    signal.removeEventListener('abort', interrupt);
  }
  if (end === null) throw new AppError('runtime/failed', 'WebLLM ended its answer without saying how');
  if (end.promptTokens !== countedTokens) {
    throw new AppError('runtime/failed', 'WebLLM read another prompt than the one recorded', {
      readTokens: end.promptTokens,
      recordedTokens: countedTokens,
    });
  }
  const totalMs = performance.now() - startedAt;
  const answer = cut(end.text, settings.stop);
  onProgress({ text: answer, tokens: end.outputTokens, elapsedMs: totalMs });
  return {
    text: answer,
    finish: firstStop(end.text, settings.stop) === null ? finishOf(end, signal) : 'stop-string',
    usage: { promptTokens: rendered.tokenCount, outputTokens: end.outputTokens },
    timings: { firstTokenMs, totalMs, tokensPerSecond: end.tokensPerSecond },
    prompt: rendered,
  };
}

/** An end that the model reached by itself counts as such, even when a cancel arrived with the last token. */
function finishOf(end: Extract<ChatEvent, { kind: 'end' }>, signal: AbortSignal): FinishReason {
  if (end.finish === 'stop' || end.finish === 'length') return end.finish;
  if (signal.aborted) return 'cancelled';
  throw new AppError('runtime/failed', `WebLLM ended its answer with "${end.finish}"`);
}

function requireRoom(open: OpenModel, promptTokens: number, newTokens: number): void {
  const { contextTokens } = open;
  if (contextTokens === null || promptTokens + newTokens <= contextTokens) return;
  throw new AppError(
    'model/too-long',
    `the prompt has ${promptTokens} tokens; with ${newTokens} more it does not fit the model’s ${contextTokens}`,
    { promptTokens, newTokens, contextTokens },
  );
}

function firstStop(text: string, stop: readonly string[]): number | null {
  const found = stop.filter((each) => each !== '').map((each) => text.indexOf(each));
  const at = found.filter((index) => index >= 0);
  return at.length === 0 ? null : Math.min(...at);
}

function cut(text: string, stop: readonly string[]): string {
  return text.slice(0, firstStop(text, stop) ?? text.length);
}
