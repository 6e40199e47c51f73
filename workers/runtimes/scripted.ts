/**
 * A runtime without a model, for the paths that a real one takes too rarely to test: failing at sample k,
 * hanging, losing its device, being slow. Its id and device are "scripted" everywhere, so that nothing it
 * wrote can be mistaken for a model's output.
 */
import type { FinishReason, RenderedPrompt } from '../../src/core/contracts.ts';
import { sha256Hex } from '../../src/core/digest.ts';
import { AppError } from '../../src/core/errors.ts';
import type { Message } from '../../src/core/packs/pack.ts';
import { promptWarnings } from '../../src/core/prompts/prompt-warnings.ts';
import type { GenerateResult, LogprobsResult, Runtime } from '../protocol.ts';
import { readScript, SCRIPT_FILE, type Fault, type Script } from './scripted/script.ts';

interface Loaded {
  readonly script: Script;
  calls: number;
  lost: boolean;
}

const never = (): Promise<never> => new Promise(() => undefined);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function createScriptedRuntime(pageUrl?: string): Runtime {
  let state: Loaded | null = null;

  /** Counts a call and plays its fault, if it has one. */
  const begin = (): { loaded: Loaded; fault: Fault | undefined } => {
    if (state === null) throw new AppError('runtime/failed', 'no script is loaded in this worker');
    if (state.lost) throw lostDevice();
    state.calls += 1;
    const { calls, script } = state;
    return { loaded: state, fault: script.faults.find((candidate) => candidate.call === calls) };
  };
  const play = async (loaded: Loaded, fault: Fault): Promise<never> => {
    if (fault.kind === 'hang') return never();
    if (fault.kind === 'lose-device') {
      loaded.lost = true;
      throw lostDevice();
    }
    throw new AppError(fault.code ?? 'runtime/failed', fault.message ?? 'failed as scripted');
  };

  return {
    id: 'scripted',
    load: async (request, onProgress, signal) => {
      const startedAt = performance.now();
      if (request.device !== 'scripted') {
        throw new AppError('input/option', 'the scripted runtime runs on device "scripted" only', {
          device: request.device,
        });
      }
      const { script, text } = await readScript(request.location, pageUrl ?? self.location.href);
      const bytes = new TextEncoder().encode(text).byteLength;
      onProgress({ phase: 'starting', loadedBytes: bytes, totalBytes: bytes, file: SCRIPT_FILE });
      await pause(script.loadMs);
      if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while loading');
      if (script.loadFails !== undefined) throw new AppError(script.loadFails, 'failed to load as scripted');
      state = { script, calls: 0, lost: false };
      return {
        runtime: {
          id: 'scripted',
          version: 'scripted 1',
          device: 'scripted',
          threads: 1,
          // Absent outside of browsers.
          crossOriginIsolated: Boolean(globalThis.crossOriginIsolated),
          chatTemplateSha256: null,
          contextTokens: script.contextTokens,
        },
        files: [{ path: SCRIPT_FILE, bytes, sha256: sha256Hex(text) }],
        capabilities: {
          generate: true,
          logprobs: script.logprobs ? 'exact' : 'none',
          embeddings: false,
          images: false,
        },
        loadMs: performance.now() - startedAt,
      };
    },
    render: async (messages) => renderScripted(messages),
    generate: async ({ messages, settings }, onProgress, signal): Promise<GenerateResult> => {
      const startedAt = performance.now();
      const { loaded, fault } = begin();
      const { script } = loaded;
      const prompt = renderScripted(messages);
      requireRoom(prompt, settings.maxTokens, script);
      const words = answerOf(script, prompt.text).match(/\s*\S+\s*?/g) ?? [];
      let text = '';
      let tokens = 0;
      let firstTokenMs: number | null = null;
      let finish: FinishReason = 'stop';
      for (const word of words) {
        if (fault !== undefined && tokens >= (fault.afterTokens ?? 0)) return play(loaded, fault);
        if (script.msPerToken > 0) await pause(script.msPerToken);
        if (signal.aborted) finish = 'cancelled';
        else if (tokens >= settings.maxTokens) finish = 'length';
        if (finish !== 'stop') break;
        text += word;
        tokens += 1;
        firstTokenMs ??= performance.now() - startedAt;
        const cut = settings.stop.map((stop) => text.indexOf(stop)).filter((index) => index >= 0);
        if (cut.length > 0) {
          text = text.slice(0, Math.min(...cut));
          finish = 'stop-string';
        }
        onProgress({ text, tokens, elapsedMs: performance.now() - startedAt });
        if (finish !== 'stop') break;
      }
      if (fault !== undefined && words.length === 0) return play(loaded, fault);
      const totalMs = performance.now() - startedAt;
      const decodeMs = totalMs - (firstTokenMs ?? totalMs);
      return {
        text,
        finish,
        usage: { promptTokens: prompt.tokenCount, outputTokens: tokens },
        timings: {
          firstTokenMs,
          totalMs,
          tokensPerSecond: tokens >= 2 && decodeMs > 0 ? ((tokens - 1) * 1000) / decodeMs : null,
        },
        prompt,
      };
    },
    logprobs: async ({ messages, continuations }): Promise<LogprobsResult> => {
      const startedAt = performance.now();
      const { loaded, fault } = begin();
      const { script } = loaded;
      if (fault !== undefined) return play(loaded, fault);
      if (!script.logprobs)
        throw new AppError('runtime/unsupported-operation', 'this script gives no log-probabilities');
      const prompt = renderScripted(messages);
      requireRoom(prompt, 1, script);
      if (script.msPerToken > 0) await pause(script.msPerToken);
      const prefers = script.rules.find((rule) => prompt.text.includes(rule.contains))?.prefers ?? null;
      const totalMs = performance.now() - startedAt;
      return {
        prompt,
        scores: continuations.map((continuation) => ({
          perToken: [
            prefers === continuation ? -0.1 : -1 - hashFraction(`${prompt.text}\u0000${continuation}`),
          ],
          isGreedy: prefers === continuation,
        })),
        timings: { firstTokenMs: totalMs, totalMs, tokensPerSecond: null },
      };
    },
    dispose: async () => {
      state = null;
    },
  };
}

function lostDevice(): AppError {
  return new AppError('runtime/device-lost', 'the device was lost as scripted');
}

/** A stable number in [0, 1) for a text. */
function hashFraction(text: string): number {
  return parseInt(sha256Hex(text).slice(0, 8), 16) / 2 ** 32;
}

function answerOf(script: Script, prompt: string): string {
  const rule = script.rules.find((candidate) => prompt.includes(candidate.contains));
  return rule?.answer ?? `scripted answer ${sha256Hex(prompt).slice(0, 12)}`;
}

/** Tokens are words here. */
function renderScripted(messages: readonly Message[]): RenderedPrompt {
  const text = messages.map((message) => message.content).join('\n\n');
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const ids = words.map((word) => Math.floor(hashFraction(word) * 65_536));
  return {
    text,
    tokenCount: ids.length,
    tokenIdsSha256: sha256Hex(ids.join(' ')),
    firstTokenIds: ids.slice(0, 8),
    warnings: promptWarnings({
      tokenIds: ids,
      bosTokenId: null,
      addsBosToken: null,
      hasChatTemplate: false,
      generationPromptAdded: true,
      specialTokens: [],
      messages,
    }),
  };
}

function requireRoom(prompt: RenderedPrompt, newTokens: number, script: Script): void {
  const { contextTokens } = script;
  if (prompt.tokenCount + newTokens <= contextTokens) return;
  throw new AppError('model/too-long', `the prompt has ${prompt.tokenCount} words of ${contextTokens}`, {
    promptTokens: prompt.tokenCount,
    newTokens,
    contextTokens,
  });
}
