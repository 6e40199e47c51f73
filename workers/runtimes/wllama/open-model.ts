/** From files to a model that is ready to run: files into the module's memory, hashed on the way, then loaded. */
import { sha256Hex } from '../../../src/core/digest.ts';
import { AppError } from '../../../src/core/errors.ts';
import { GGUF_BATCH_TOKENS, ggufContextTokens } from '../../../src/core/models/gguf-context.ts';
import { readGguf } from '../../../src/core/models/gguf-header.ts';
import type { LoadedModel, LoadProgress, LoadRequest } from '../../protocol.ts';
import { readChatTemplate } from '../token-model/chat-template.ts';
import type { OpenTokenModel } from '../token-model/open-token-model.ts';
import { createYielder } from '../transformers-js/cooperative.ts';
import type { FileSource } from '../transformers-js/file-source.ts';
import { truncated } from '../transformers-js/read-file.ts';
import { copyFile } from './copy-file.ts';
import { KeptContext } from '../token-model/kept-context.ts';
import type { Llama, LlamaFile } from './llama-port.ts';
import { textOf, tokenModelOf } from './llama-tokens.ts';

export interface OpenModel extends OpenTokenModel {
  readonly loaded: LoadedModel;
}

export async function openModel(
  request: LoadRequest,
  source: FileSource,
  openLlama: (signal: AbortSignal) => Promise<Llama>,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<OpenModel> {
  const startedAt = performance.now();
  if (request.device === 'webgpu') {
    throw new AppError('runtime/webgpu-unavailable', 'GGUF models run on the processor only', {
      reason: 'GGUF models run on the processor only',
    });
  }
  if (request.device !== 'wasm') {
    throw new AppError('input/option', 'GGUF models run on wasm', { device: request.device });
  }
  const paths = ggufPaths(request, source);
  const llama = await openLlama(signal);
  const { files, first } = await copyFiles(llama, paths, request, source, onProgress, signal);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const stage = (phase: LoadProgress['phase']): void => {
    if (signal.aborted) throw new AppError('runtime/cancelled', 'cancelled while loading');
    onProgress({ phase, loadedBytes: bytes, totalBytes: bytes, file: null });
  };
  stage('verifying');
  const claimed = checkedHeader(paths[0] ?? '', first.bytes(), paths.length);
  stage('starting');
  const model = llama.load(
    paths.map((_path, index) => storedName(index, paths.length)),
    {
      contextTokens: ggufContextTokens(claimed),
      batchTokens: GGUF_BATCH_TOKENS,
    },
  );
  stage('warming-up');
  // One token through the model: what fails at its first run should fail here.
  llama.decode([model.bosId ?? model.eosId ?? 0]);
  llama.next(1);
  llama.keep(0);
  const tokens = tokenModelOf(llama, model);
  const special = (id: number | null): string => (id === null ? '' : textOf(llama, [id]));
  const template = readChatTemplate(model.metadata.get('tokenizer.chat_template'), {
    bos: special(model.bosId),
    eos: special(model.eosId),
  });
  return {
    tokens,
    template,
    context: new KeptContext(tokens, GGUF_BATCH_TOKENS),
    yielder: createYielder(),
    loaded: {
      runtime: {
        id: 'wllama',
        version: llama.version,
        device: 'wasm',
        threads: 1,
        // Absent outside of browsers.
        crossOriginIsolated: Boolean(globalThis.crossOriginIsolated),
        chatTemplateSha256: template === null ? null : sha256Hex(template.source),
        contextTokens: model.contextTokens,
      },
      files,
      capabilities: { generate: true, logprobs: 'exact', embeddings: false, images: false },
      loadMs: performance.now() - startedAt,
    },
  };
}

/** The one file, or the parts of a split one in order: name-00001-of-00003.gguf. */
function ggufPaths(request: LoadRequest, source: FileSource): readonly string[] {
  const { expected, modelId } = request;
  const known = expected === undefined ? (source.paths ?? []) : Object.keys(expected);
  const paths = known.filter((path) => path.toLowerCase().endsWith('.gguf')).sort();
  if (paths.length === 0) {
    throw new AppError('model/file-missing', `the model "${modelId}" has no .gguf file`, {
      file: '*.gguf',
      model: modelId,
    });
  }
  if (paths.length > 1 && !paths.every((path) => /-\d{5}-of-\d{5}\.gguf$/iu.test(path))) {
    throw new AppError('model/unsupported', `the folder has ${paths.length} models; pick one of them`, {
      files: paths.slice(0, 10),
    });
  }
  return paths;
}

/** llama.cpp looks for the other parts of a split model by this pattern. */
function storedName(index: number, count: number): string {
  if (count === 1) return 'model.gguf';
  const five = (value: number): string => String(value).padStart(5, '0');
  return `model-${five(index + 1)}-of-${five(count)}.gguf`;
}

async function copyFiles(
  llama: Llama,
  paths: readonly string[],
  request: LoadRequest,
  source: FileSource,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<{ files: LoadedModel['files']; first: LlamaFile }> {
  const { expected } = request;
  const totalBytes =
    expected === undefined ? null : Object.values(expected).reduce((sum, file) => sum + file.bytes, 0);
  onProgress({ phase: 'checking', loadedBytes: 0, totalBytes, file: paths[0] ?? null });
  const files: { path: string; bytes: number; sha256: string }[] = [];
  let first: LlamaFile | null = null;
  let finished = 0;
  for (const [index, path] of paths.entries()) {
    const opened = await source.open(path, signal);
    if (opened === null) {
      throw new AppError('model/file-missing', `${path} is missing from the model "${request.modelId}"`, {
        file: path,
        model: request.modelId,
      });
    }
    const before = finished;
    const copied = await copyFile(
      { path, opened, expected: expected?.[path] },
      (bytes) => llama.allocate(storedName(index, paths.length), bytes),
      (loaded) => onProgress({ phase: 'downloading', loadedBytes: before + loaded, totalBytes, file: path }),
      signal,
    );
    first ??= copied.file;
    finished += copied.bytes;
    files.push({ path, bytes: copied.bytes, sha256: copied.sha256 });
  }
  if (first === null) throw new AppError('defect', 'a GGUF model without a file');
  return { files, first };
}

/** The context that the model claims; a file that is no GGUF, or is cut off, is refused before llama.cpp sees it. */
function checkedHeader(path: string, bytes: Uint8Array, parts: number): number | null {
  const reading = readGguf(bytes);
  if (reading.kind === 'not-gguf') {
    throw new AppError('model/not-a-model', `${path} is not a GGUF file`, { file: path });
  }
  if (reading.kind === 'more') throw truncated(path, bytes.byteLength, bytes.byteLength + 1);
  const { atLeastBytes, contextTokens } = reading.header;
  if (parts === 1 && bytes.byteLength < atLeastBytes) throw truncated(path, bytes.byteLength, atLeastBytes);
  return contextTokens;
}
