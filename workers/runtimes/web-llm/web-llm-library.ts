/** WebLLM itself behind our port; the only file that knows its API. Its six megabytes are a chunk of their own. */
import { MLCEngine, modelVersion, type ChatCompletionMessageParam } from '@mlc-ai/web-llm';
import { AppError } from '../../../src/core/errors.ts';
import type { ChatEvent, ChatRequest, EngineModel, WebLlmEngine, WebLlmLibrary } from './engine-port.ts';

/**
 * Where the library keeps its own copies. They are dropped before a load, so that what it reads is what was just
 * hashed, and after it, because the page's offline copy holds the same files already.
 */
const OWN_COPIES = ['webllm/model', 'webllm/config', 'webllm/wasm'] as const;

export const library: WebLlmLibrary = {
  open: async (model, onFraction, signal) => {
    await dropOwnCopies();
    const engine = new MLCEngine({
      appConfig: { cacheBackend: 'cache', model_list: [recordOf(model)] },
      initProgressCallback: ({ progress }) => onFraction(progress),
      // Its messages name prompts and answers, which have no place in a console.
      logLevel: 'SILENT',
    });
    const stop = (): void => {
      engine.unload().catch(() => undefined);
    };
    signal.addEventListener('abort', stop);
    try {
      await engine.reload(model.modelId);
    } finally {
      signal.removeEventListener('abort', stop);
      await dropOwnCopies();
    }
    // An aborted reload ends without an error and without a model.
    if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while loading');
    return portOf(engine, model.modelId);
  },
};

function recordOf(model: EngineModel) {
  return {
    model_id: model.modelId,
    model: model.modelUrl,
    model_lib: model.libraryUrl,
    required_features: [...model.requiredFeatures],
    overrides: model.contextTokens === null ? {} : { context_window_size: model.contextTokens },
    integrity: { ...model.integrity, onFailure: 'error' as const },
  };
}

function portOf(engine: MLCEngine, modelId: string): WebLlmEngine {
  return {
    version: `WebLLM, model libraries ${modelVersion}`,
    encode: tokenizerOf(engine, modelId),
    chat: (request) => chat(engine, modelId, request),
    interrupt: () => {
      engine.interruptGenerate().catch(() => undefined);
    },
    unload: () => engine.unload(),
  };
}

async function* chat(engine: MLCEngine, modelId: string, request: ChatRequest): AsyncGenerator<ChatEvent> {
  // A conversation that continues the last one would reuse its cache, and count only what is new.
  await engine.resetChat(false, modelId);
  const chunks = await engine.chatCompletion({
    messages: request.messages.map(({ role, content }): ChatCompletionMessageParam => ({ role, content })),
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: request.maxTokens,
    temperature: request.temperature,
    seed: request.seed,
    // Everything the library would otherwise take from the model's configuration.
    top_p: 1,
    repetition_penalty: 1,
    frequency_penalty: 0,
    presence_penalty: 0,
  });
  let finish = 'stop';
  for await (const { choices, usage } of chunks) {
    const choice = choices[0];
    if (choice !== undefined) {
      finish = choice.finish_reason ?? finish;
      yield { kind: 'text', delta: choice.delta.content ?? '' };
    }
    if (usage === undefined) continue;
    const speed = usage.extra.decode_tokens_per_s;
    yield {
      kind: 'end',
      finish,
      text: await engine.getMessage(modelId),
      promptTokens: usage.prompt_tokens,
      outputTokens: usage.completion_tokens,
      tokensPerSecond: Number.isFinite(speed) && speed > 0 ? speed : null,
    };
  }
}

/** The library shows its tokenizer to nobody; without it no record could say which tokens the model read. */
function tokenizerOf(engine: MLCEngine, modelId: string): (text: string) => readonly number[] {
  const pipelines: unknown = Reflect.get(engine, 'loadedModelIdToPipeline');
  const pipeline: unknown = pipelines instanceof Map ? pipelines.get(modelId) : undefined;
  const tokenizer = property(pipeline, 'tokenizer');
  const encode = property(tokenizer, 'encode');
  if (typeof encode !== 'function') throw new AppError('defect', 'WebLLM has no tokenizer where it had one');
  return (text) => {
    const ids: unknown = Reflect.apply(encode, tokenizer, [text]);
    if (!(ids instanceof Int32Array)) throw new AppError('defect', 'WebLLM’s tokenizer gave no token ids');
    return [...ids];
  };
}

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

async function dropOwnCopies(): Promise<void> {
  await Promise.all(OWN_COPIES.map((name) => caches.delete(name)));
}
