/**
 * A model on an OpenAI-compatible server of this machine or of the hospital's own network: not on this device. Off
 * unless the build names the server (ADR 0013). Prompts are sent as messages; the server's chat template, tokenizer and
 * weights are not seen, and every record says so.
 */
import { sha256Hex } from '../../src/core/digest.ts';
import { AppError } from '../../src/core/errors.ts';
import type { RenderedPrompt } from '../../src/core/contracts.ts';
import { ALLOWED_ENDPOINTS } from '../../src/core/network/allowed-endpoints.ts';
import type { Message } from '../../src/core/packs/pack.ts';
import type { GenerateResult, LoadedModel, LoadRequest, Runtime } from '../protocol.ts';
import { requireAllowed, type Server, type ServerSurroundings } from './endpoint/ask-server.ts';
import { chat } from './endpoint/chat.ts';
import { BROWSER } from './endpoint/browser-surroundings.ts';
import { servedModels } from './endpoint/served-models.ts';

interface OpenServer extends Server {
  readonly model: string;
}

/** Carries nothing of a pack. */
const TRIAL: readonly Message[] = [{ role: 'user', content: 'Say yes.' }];
/** English text has about four characters a token; a prompt that seems to have this many was probably cut. */
const CUT_CHARS_PER_TOKEN = 12;
const MOST_STOPS = 4;

export function createEndpointRuntime(
  surroundings: ServerSurroundings = { ...BROWSER, allowed: ALLOWED_ENDPOINTS },
): Runtime {
  let open: OpenServer | null = null;
  const opened = (): OpenServer => {
    if (open === null) throw new AppError('runtime/failed', 'no server is connected in this worker');
    return open;
  };
  const cannot = (what: string): never => {
    const { origin } = opened();
    throw new AppError('runtime/unsupported-operation', `a server ${what}`, { server: origin });
  };

  return {
    id: 'endpoint',
    load: async (request, onProgress, signal) => {
      const startedAt = performance.now();
      const server = serverOf(request, surroundings.allowed);
      const at = { loadedBytes: 0, totalBytes: null, file: null };
      onProgress({ phase: 'checking', ...at });
      const models = await servedModels(surroundings, server, signal);
      if (!models.includes(server.model)) {
        throw new AppError('server/not-found', `${server.origin} has no model "${server.model}"`, {
          server: server.origin,
          model: server.model,
          known: models.slice(0, 20),
        });
      }
      onProgress({ phase: 'warming-up', ...at });
      const topLogprobs = await tryOut(surroundings, server, signal);
      open = server;
      return loadedOf(server, topLogprobs, performance.now() - startedAt);
    },
    render: async () => cannot('does not show what it makes of the messages'),
    generate: async ({ messages, settings }, onProgress, signal): Promise<GenerateResult> => {
      const startedAt = performance.now();
      const server = opened();
      const { maxTokens, temperature, topK, seed } = settings;
      if (temperature > 0 && topK > 0) {
        throw new AppError('input/option', 'the protocol has no top-k: set it to 0', {
          field: 'topK',
          value: topK,
        });
      }
      const stop = settings.stop.filter((each) => each !== '');
      let told = '';
      const answer = await chat(
        surroundings,
        server,
        {
          model: server.model,
          messages,
          max_tokens: maxTokens,
          temperature,
          seed,
          ...(stop.length === 0 ? {} : { stop: stop.slice(0, MOST_STOPS) }),
        },
        (text, pieces) => {
          told = upTo(text, stop);
          onProgress({ text: told, tokens: pieces, elapsedMs: performance.now() - startedAt });
        },
        signal,
      );
      // A server ends its answer before a stop string and calls it "stop", as its own end; one that knows no stop strings is cut here.
      const text = upTo(answer.text, stop);
      const decodeMs = answer.totalMs - (answer.firstTokenMs ?? answer.totalMs);
      return {
        text,
        finish: text === answer.text ? answer.finish : 'stop-string',
        usage: { promptTokens: answer.promptTokens, outputTokens: answer.outputTokens },
        timings: {
          firstTokenMs: answer.firstTokenMs,
          totalMs: answer.totalMs,
          tokensPerSecond:
            answer.outputTokens >= 2 && decodeMs > 0 ? ((answer.outputTokens - 1) * 1_000) / decodeMs : null,
        },
        prompt: sentPrompt(messages, answer.promptTokens, server.origin),
      };
    },
    logprobs: async () => cannot('gives no log-probabilities of a given answer'),
    dispose: async () => {
      open = null;
    },
  };
}

function serverOf({ location, device }: LoadRequest, allowed: readonly string[]): OpenServer {
  if (location.kind !== 'server' || device !== 'server')
    throw new AppError('input/option', 'this runtime asks a server', { device });
  requireAllowed(location.origin, allowed);
  return { origin: location.origin, model: location.model, key: location.key };
}

/** A short question that is no part of any pack: it wakes the model, and shows what the server can give. */
async function tryOut(around: ServerSurroundings, server: OpenServer, signal: AbortSignal): Promise<boolean> {
  const ask = (more: { logprobs?: true; top_logprobs?: number }) =>
    chat(
      around,
      server,
      { model: server.model, messages: TRIAL, max_tokens: 4, temperature: 0, seed: 0, ...more },
      () => undefined,
      signal,
    );
  try {
    return (await ask({ logprobs: true, top_logprobs: 1 })).topLogprobs;
  } catch (thrown) {
    // Some refuse what they do not know instead of leaving it out.
    if (!(thrown instanceof AppError) || thrown.code !== 'server/wrong-answer') throw thrown;
    await ask({});
    return false;
  }
}

function loadedOf({ origin, model }: OpenServer, topLogprobs: boolean, loadMs: number): LoadedModel {
  return {
    runtime: {
      id: 'endpoint',
      version: 'openai-chat-completions',
      device: 'server',
      threads: 0,
      crossOriginIsolated: Boolean(globalThis.crossOriginIsolated),
      chatTemplateSha256: null,
      contextTokens: null,
      server: { origin, model },
    },
    files: [],
    capabilities: {
      generate: true,
      logprobs: topLogprobs ? 'top-k' : 'none',
      embeddings: false,
      images: false,
    },
    loadMs,
  };
}

function sentPrompt(messages: readonly Message[], promptTokens: number, origin: string): RenderedPrompt {
  const text = JSON.stringify(messages);
  const chars = messages.reduce((sum, { content }) => sum + content.length, 0);
  return {
    kind: 'messages',
    text,
    tokenCount: promptTokens,
    messagesSha256: sha256Hex(text),
    sentTo: origin,
    warnings: chars > promptTokens * CUT_CHARS_PER_TOKEN ? ['may-be-cut'] : [],
  };
}

/** The text before the first stop string. */
function upTo(text: string, stop: readonly string[]): string {
  const found = stop.map((each) => text.indexOf(each)).filter((at) => at >= 0);
  return found.length === 0 ? text : text.slice(0, Math.min(...found));
}
