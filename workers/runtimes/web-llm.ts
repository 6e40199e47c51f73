/** Models compiled for WebLLM, on WebGPU, behind the Runtime contract. Not run end to end by us: docs/runtimes.md. */
import { sha256Hex } from '../../src/core/digest.ts';
import { AppError } from '../../src/core/errors.ts';
import type { LoadProgress, LoadRequest, LoadedModel, Runtime } from '../protocol.ts';
import { fileSourceOf } from './transformers-js/file-source.ts';
import type { WebLlmLibrary } from './web-llm/engine-port.ts';
import { generate, type OpenModel } from './web-llm/generate.ts';
import { readModel } from './web-llm/model-files.ts';
import { requiredFeatures } from './web-llm/model-record.ts';
import { encodePrompt } from './web-llm/render-prompt.ts';
import { requireAdapter, requireFeatures } from './web-llm/require-adapter.ts';
import { mapWebLlmError } from './web-llm/web-llm-errors.ts';

/** What a test gives instead of a browser with a graphics processor. */
export interface WebLlmSurroundings {
  readonly gpu: () => GPU | undefined;
  readonly pageUrl: () => string;
  readonly library: () => Promise<WebLlmLibrary>;
}

const BROWSER: WebLlmSurroundings = {
  gpu: () => navigator.gpu,
  pageUrl: () => self.location.href,
  library: async () => (await import('./web-llm/web-llm-library.ts')).library,
};

export function createWebLlmRuntime(surroundings: WebLlmSurroundings = BROWSER): Runtime {
  let open: OpenModel | null = null;

  const opened = (): OpenModel => {
    if (open === null) throw new AppError('runtime/failed', 'no model is loaded in this worker');
    return open;
  };
  const coded = async <T>(operation: () => Promise<T> | T): Promise<T> => {
    try {
      return await operation();
    } catch (thrown) {
      throw mapWebLlmError(thrown);
    }
  };

  return {
    id: 'web-llm',
    load: (request, onProgress, signal) =>
      coded(async () => {
        const { model, loaded } = await load(surroundings, request, onProgress, signal);
        open = model;
        return loaded;
      }),
    render: (messages) =>
      coded(() => {
        const { engine, config } = opened();
        return encodePrompt(config, messages, (text) => engine.encode(text)).rendered;
      }),
    generate: (request, onProgress, signal) => coded(() => generate(opened(), request, onProgress, signal)),
    logprobs: () =>
      coded(() => {
        opened();
        throw new AppError(
          'runtime/unsupported-operation',
          'WebLLM gives log-probabilities of the tokens it writes only, not of a given answer',
        );
      }),
    dispose: () =>
      coded(async () => {
        const ended = open;
        open = null;
        await ended?.engine.unload();
      }),
  };
}

async function load(
  { gpu, pageUrl, library }: WebLlmSurroundings,
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<{ model: OpenModel; loaded: LoadedModel }> {
  const startedAt = performance.now();
  const { location, modelId, dtype } = request;
  if (request.device !== 'webgpu') {
    throw new AppError('runtime/webgpu-unavailable', 'WebLLM runs on the graphics processor only', {
      device: request.device,
    });
  }
  if (location.kind !== 'url') {
    throw new AppError('model/unsupported', 'WebLLM runs models that come with the page, not picked folders');
  }
  // First of all, before a byte is fetched.
  const adapter = await requireAdapter(gpu());
  requireFeatures(adapter, requiredFeatures([dtype, modelId], null), dtype);

  const read = await readModel(
    fileSourceOf(location, pageUrl()),
    request,
    (record, config) => {
      requireFeatures(adapter, requiredFeatures([dtype, modelId, config.quantization ?? ''], record), dtype);
      if (config.quantization === undefined || config.quantization === dtype) return;
      throw new AppError('model/dtype-unavailable', `the model is ${config.quantization}, not ${dtype}`, {
        dtype,
        known: [config.quantization],
      });
    },
    onProgress,
    signal,
  );
  const { record, config } = read;
  const bytes = read.listed.reduce((sum, file) => sum + file.bytes, 0);
  const starting = (fraction: number): void =>
    onProgress({
      phase: 'starting',
      loadedBytes: Math.round(bytes * fraction),
      totalBytes: bytes,
      file: null,
    });
  starting(0);
  const webLlm = await library();
  if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while loading');
  const base = new URL(location.baseUrl, pageUrl());
  const context = record.context_window_size ?? config.context_window_size;
  const engine = await webLlm.open(
    {
      modelId,
      modelUrl: base.href,
      libraryUrl: new URL(record.model_lib, base).href,
      requiredFeatures: requiredFeatures([dtype, modelId], record),
      contextTokens: record.context_window_size ?? null,
      integrity: read.integrity,
    },
    starting,
    signal,
  );
  // Models with a sliding window say -1.
  const contextTokens = context > 0 ? context : null;
  return {
    model: { engine, config, contextTokens },
    loaded: {
      runtime: {
        id: 'web-llm',
        version: engine.version,
        device: 'webgpu',
        threads: 1,
        // Absent outside of browsers.
        crossOriginIsolated: Boolean(globalThis.crossOriginIsolated),
        adapter: adapter.identity,
        chatTemplateSha256: sha256Hex(JSON.stringify(config.conv_template)),
        contextTokens,
      },
      files: read.listed,
      capabilities: { generate: true, logprobs: 'none', embeddings: false, images: false },
      loadMs: performance.now() - startedAt,
    },
  };
}
