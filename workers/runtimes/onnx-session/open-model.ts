/** From the files of a manifest to a session that is ready to run. */
import { env, InferenceSession } from 'onnxruntime-web/webgpu';
import { sha256Hex } from '../../../src/core/digest.ts';
import { AppError } from '../../../src/core/errors.ts';
import { needsShaderF16 } from '../../../src/core/models/dtype-files.ts';
import { readOnnx, scalesActivationsPerTensor } from '../../../src/core/models/onnx-graph.ts';
import { probeWebGpu, usableThreads } from '../../device-probe.ts';
import type { LoadedModel, LoadProgress, LoadRequest } from '../../protocol.ts';
import { readChatTemplate } from '../token-model/chat-template.ts';
import { KeptContext } from '../token-model/kept-context.ts';
import type { OpenTokenModel } from '../token-model/open-token-model.ts';
import type { TokenModel } from '../token-model/token-model.ts';
import { createYielder } from '../transformers-js/cooperative.ts';
import { fileSourceOf } from '../transformers-js/file-source.ts';
import { readOrtFiles } from '../transformers-js/ort-files.ts';
import { readFile, truncated } from '../transformers-js/read-file.ts';
import {
  checkNames,
  MANIFEST_FILE,
  readManifest,
  type SessionManifest,
} from '../../../src/core/models/session-manifest.ts';
import { readTokenizer } from './read-tokenizer.ts';
import { passesOf } from './session-tokens.ts';

/** Tokens read in one pass: between two, a cancel is heard. */
const PIECE_TOKENS = 128;

export interface OpenSession extends OpenTokenModel {
  readonly session: InferenceSession;
  readonly loaded: LoadedModel;
}

type Bytes = Uint8Array<ArrayBuffer>;
type Take = (path: string) => Promise<Bytes>;
type Adapter = LoadedModel['runtime']['adapter'];

export async function openSession(
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<OpenSession> {
  const startedAt = performance.now();
  const { device, dtype } = request;
  if (device !== 'wasm' && device !== 'webgpu')
    throw new AppError('input/option', 'ONNX sessions run on wasm or webgpu', { device });
  const adapter = device === 'webgpu' ? await requireWebGpu(dtype) : undefined;
  const files: { path: string; bytes: number; sha256: string }[] = [];
  const take = taker(request, files, onProgress, signal);

  const manifest = readManifest(new TextDecoder().decode(await take(MANIFEST_FILE)));
  const graph = graphOf(manifest, dtype);
  const tokenizer = readTokenizer(
    json(manifest.tokenizer, await take(manifest.tokenizer)),
    json(manifest.tokenizerConfig, await take(manifest.tokenizerConfig)),
    manifest.endTokens,
  );
  const bytes = await take(graph.file);
  const exact = !scalesActivationsPerTensor(operatorsOf(graph.file, bytes));
  const externalData: { path: string; data: Bytes }[] = [];
  for (const path of graph.data ?? [])
    externalData.push({ path: path.split('/').at(-1) ?? path, data: await take(path) });

  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const stage = (phase: LoadProgress['phase']): void => {
    if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while loading');
    onProgress({ phase, loadedBytes: total, totalBytes: total, file: null });
  };
  stage('verifying');
  const threads = usableThreads(request.threads);
  const ort = await readOrtFiles(device, signal);
  env.wasm.wasmPaths = { mjs: ort.factoryUrl };
  env.wasm.wasmBinary = ort.binary;
  env.wasm.numThreads = threads;
  // Failing runs log their inputs: a patient's words have no place in a console.
  env.logLevel = 'fatal';
  stage('starting');
  const session = await InferenceSession.create(bytes, {
    executionProviders: [device],
    ...(externalData.length === 0 ? {} : { externalData }),
  });
  checkNames(manifest, session);
  const tokens: TokenModel = {
    ...tokenizer.tokens,
    contextTokens: manifest.contextTokens,
    ...passesOf(session, manifest),
  };
  stage('warming-up');
  await tokens.decode([tokens.bosId ?? tokens.endIds[0] ?? 0]);
  await tokens.keep(0);
  const template = readChatTemplate(tokenizer.chatTemplate, tokenizer.special);
  return {
    session,
    tokens,
    template,
    context: new KeptContext(tokens, PIECE_TOKENS),
    yielder: createYielder(),
    loaded: {
      runtime: {
        id: 'onnx-session',
        version: `onnxruntime-web ${env.versions.web ?? 'unknown'}`,
        device,
        threads,
        crossOriginIsolated,
        ...(adapter === undefined ? {} : { adapter }),
        chatTemplateSha256: template === null ? null : sha256Hex(template.source),
        contextTokens: manifest.contextTokens,
      },
      files,
      capabilities: { generate: true, logprobs: exact ? 'exact' : 'none', embeddings: false, images: false },
      loadMs: performance.now() - startedAt,
    },
  };
}

function taker(
  request: LoadRequest,
  files: { path: string; bytes: number; sha256: string }[],
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Take {
  const source = fileSourceOf(request.location, self.location.href);
  const { expected } = request;
  const totalBytes =
    expected === undefined ? null : Object.values(expected).reduce((sum, file) => sum + file.bytes, 0);
  let finished = 0;
  onProgress({ phase: 'checking', loadedBytes: 0, totalBytes, file: MANIFEST_FILE });
  return async (path) => {
    const opened =
      expected !== undefined && expected[path] === undefined ? null : await source.open(path, signal);
    if (opened === null) {
      throw new AppError('model/file-missing', `${path} is missing from the model "${request.modelId}"`, {
        file: path,
        model: request.modelId,
      });
    }
    const report = (loaded: number): void =>
      onProgress({ phase: 'downloading', loadedBytes: finished + loaded, totalBytes, file: path });
    const file = await readFile(path, opened, expected?.[path], () => undefined, signal);
    report(file.bytes.byteLength);
    finished += file.bytes.byteLength;
    files.push({ path, bytes: file.bytes.byteLength, sha256: file.sha256 });
    return file.bytes;
  };
}

function graphOf({ graphs }: SessionManifest, dtype: string): SessionManifest['graphs'][string] {
  const graph = Object.hasOwn(graphs, dtype) ? graphs[dtype] : undefined;
  if (graph !== undefined) return graph;
  throw new AppError('model/dtype-unavailable', `the model does not come as ${dtype}`, {
    dtype,
    known: Object.keys(graphs),
  });
}

function operatorsOf(path: string, bytes: Bytes): ReadonlySet<string> {
  const reading = readOnnx(bytes);
  if (reading.kind === 'ok') return reading.operators;
  if (reading.kind === 'truncated') throw truncated(path, bytes.byteLength, reading.atLeastBytes);
  throw new AppError('model/not-a-model', `${path} is not an ONNX file`, { file: path });
}

function json(path: string, bytes: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (thrown) {
    throw new AppError('model/not-a-model', `${path} is not valid JSON`, { file: path }, { cause: thrown });
  }
}

async function requireWebGpu(dtype: string): Promise<Adapter> {
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
