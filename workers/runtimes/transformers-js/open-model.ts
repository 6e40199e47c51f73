/** From files to a model that is ready to run: device check, tokenizer, session, one trial pass. */
import {
  AutoModelForCausalLM,
  AutoTokenizer,
  Tensor,
  type PreTrainedModel,
  type PreTrainedTokenizer,
} from '@huggingface/transformers';
import type { LoadUse, RuntimeIdentity } from '../../../src/core/contracts.ts';
import { sha256Hex } from '../../../src/core/digest.ts';
import { AppError } from '../../../src/core/errors.ts';
import { needsShaderF16 } from '../../../src/core/models/dtype-files.ts';
import { scalesActivationsPerTensor } from '../../../src/core/models/onnx-graph.ts';
import { probeWebGpu, usableThreads } from '../../device-probe.ts';
import type { LoadedModel, LoadProgress, LoadRequest } from '../../protocol.ts';
import { createYielder, makeCooperative, type Yielder } from './cooperative.ts';
import { configureEnvironment, IN_MEMORY_MODEL_ID, runtimeVersion, serveFiles } from './environment.ts';
import { fileSourceOf } from './file-source.ts';
import { contextTokensOf, readModelFiles, type ModelFiles } from './model-files.ts';
import { readOrtFiles } from './ort-files.ts';
import { PrefixCache } from './prefix-cache.ts';
import { PreparedPrompt } from './prepared-prompt.ts';

export interface OpenModel {
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
  readonly chatTemplate: string | null;
  readonly contextTokens: number | null;
  readonly exactLogprobs: boolean;
  /** Null where prompts share nothing: it was turned off, or would not be exact. */
  readonly prefixes: PrefixCache | null;
  readonly prepared: PreparedPrompt;
  readonly yielder: Yielder;
  readonly loaded: LoadedModel;
}

export async function openModel(
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<OpenModel> {
  const startedAt = performance.now();
  const device = checkedDevice(request);
  const adapter = device === 'webgpu' ? await requireWebGpu(request.dtype) : undefined;
  const threads = usableThreads(request.threads);

  const source = fileSourceOf(request.location, self.location.href);
  const [files, ortFiles] = await Promise.all([
    readModelFiles(source, request, onProgress, signal),
    readOrtFiles(device, signal),
  ]);
  const readMs = performance.now() - startedAt;
  configureEnvironment(threads, ortFiles);
  const bytes = files.listed.reduce((sum, file) => sum + file.bytes, 0);
  const stage = (phase: LoadProgress['phase']): void => {
    if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while loading');
    onProgress({ phase, loadedBytes: bytes, totalBytes: bytes, file: null });
  };

  stage('starting');
  const { tokenizer, model } = await startSession(files, request.dtype, device);
  const yielder = createYielder();
  makeCooperative(model, yielder);

  stage('warming-up');
  await trialPass(model, tokenizer);

  const chatTemplate = chatTemplateOf(tokenizer, files.chatTemplateFile);
  const contextTokens = contextTokensOf(files.config);
  const exactLogprobs = !scalesActivationsPerTensor(files.operators);
  const runtime: RuntimeIdentity = {
    id: 'transformers-js',
    version: runtimeVersion(),
    device,
    threads,
    crossOriginIsolated,
    ...(adapter === undefined ? {} : { adapter }),
    chatTemplateSha256: chatTemplate === null ? null : sha256Hex(chatTemplate),
    contextTokens,
  };
  return {
    tokenizer,
    model,
    chatTemplate,
    contextTokens,
    exactLogprobs,
    prefixes: exactLogprobs && device === 'wasm' && request.prefixReuse !== false ? new PrefixCache() : null,
    prepared: new PreparedPrompt(),
    yielder,
    loaded: {
      runtime,
      files: files.listed,
      capabilities: {
        generate: true,
        logprobs: exactLogprobs ? 'exact' : 'none',
        embeddings: false,
        images: false,
      },
      loadMs: performance.now() - startedAt,
      readMs,
      from: loadedFrom(request.location, bytes),
    },
  };
}

/** By what the browser says came over the network for files below the model's address. */
function loadedFrom(location: LoadRequest['location'], bytes: number): LoadUse['from'] {
  if (location.kind !== 'url') return 'folder';
  let transferred = 0;
  for (const entry of performance.getEntriesByType('resource')) {
    if (entry instanceof PerformanceResourceTiming && entry.name.startsWith(location.baseUrl))
      transferred += entry.transferSize;
  }
  return transferred * 2 > bytes ? 'cold' : 'warm';
}

function checkedDevice(request: LoadRequest): 'wasm' | 'webgpu' {
  if (request.device === 'wasm' || request.device === 'webgpu') return request.device;
  throw new AppError('input/option', 'transformers.js runs on wasm or webgpu', { device: request.device });
}

/** Asked before any file is read: a device that cannot run the model should not download it first. */
async function requireWebGpu(dtype: string): Promise<NonNullable<RuntimeIdentity['adapter']>> {
  const probe = await probeWebGpu();
  if (!probe.available)
    throw new AppError('runtime/webgpu-unavailable', probe.reason, { reason: probe.reason });
  if (needsShaderF16(dtype) && !probe.shaderF16) {
    throw new AppError(
      'model/dtype-unavailable',
      `this graphics processor has no 16-bit arithmetic for ${dtype}`,
      {
        dtype,
        feature: 'shader-f16',
      },
    );
  }
  return { vendor: probe.vendor, architecture: probe.architecture, description: probe.description };
}

async function startSession(files: ModelFiles, dtype: string, device: 'wasm' | 'webgpu') {
  serveFiles(files.memory);
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(IN_MEMORY_MODEL_ID);
    const model = await AutoModelForCausalLM.from_pretrained(IN_MEMORY_MODEL_ID, {
      dtype: dtype as 'fp32',
      device,
      use_external_data_format: files.externalDataChunks,
    });
    return { tokenizer, model };
  } finally {
    // ORT has its own copy now; keeping ours would double the memory of the model.
    serveFiles(null);
  }
}

/**
 * One token through the model. A session can be built and still fail at its first run (a shader that needs
 * 16-bit floats, for one); better here, where falling back is still possible, than in the first sample.
 * On WebGPU this also compiles the shaders, so that the first sample's time is not theirs.
 */
async function trialPass(model: PreTrainedModel, tokenizer: PreTrainedTokenizer): Promise<void> {
  const id = BigInt(tokenizer.bos_token_id ?? tokenizer.eos_token_id ?? 0);
  const outputs: unknown = await model.forward({
    input_ids: new Tensor('int64', [id], [1, 1]),
    attention_mask: new Tensor('int64', [1n], [1, 1]),
  });
  disposeTensors(outputs);
}

/** Frees every tensor of a forward pass; on WebGPU they hold buffers that no garbage collector frees. */
export function disposeTensors(outputs: unknown): void {
  if (typeof outputs !== 'object' || outputs === null) return;
  for (const value of Object.values(outputs)) if (value instanceof Tensor) value.dispose();
}

function chatTemplateOf(tokenizer: PreTrainedTokenizer, fromFile: string | null): string | null {
  const own: unknown = tokenizer.chat_template;
  if (typeof own === 'string') return own;
  if (typeof own === 'object' && own !== null && 'default' in own && typeof own.default === 'string')
    return own.default;
  return fromFile;
}
