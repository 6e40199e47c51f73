/** Reads every file of one variant into memory, with progress, hashes and checks that name the file at fault. */
import * as v from 'valibot';
import { AppError } from '../../../src/core/errors.ts';
import { onnxFileOf } from '../../../src/core/models/dtype-files.ts';
import { readOnnx } from '../../../src/core/models/onnx-graph.ts';
import type { LoadedModel, LoadProgress, LoadRequest } from '../../protocol.ts';
import type { FileSource } from './file-source.ts';
import { MemoryFiles } from './memory-files.ts';
import { readFile, truncated } from './read-file.ts';

export interface ModelFiles {
  readonly memory: MemoryFiles;
  readonly listed: LoadedModel['files'];
  readonly onnxPath: string;
  /** Chunks of weights beside the graph, as transformers.js wants to be told. */
  readonly externalDataChunks: number;
  readonly operators: ReadonlySet<string>;
  readonly config: ModelConfig;
  /** chat_template.jinja, which newer model folders keep outside tokenizer_config.json. */
  readonly chatTemplateFile: string | null;
}

const ConfigSchema = v.looseObject({
  model_type: v.optional(v.string()),
  max_position_embeddings: v.optional(v.number()),
  n_positions: v.optional(v.number()),
  text_config: v.optional(v.looseObject({ max_position_embeddings: v.optional(v.number()) })),
  'transformers.js_config': v.optional(
    v.looseObject({
      use_external_data_format: v.optional(
        v.union([v.boolean(), v.number(), v.record(v.string(), v.union([v.boolean(), v.number()]))]),
      ),
    }),
  ),
});
export type ModelConfig = v.InferOutput<typeof ConfigSchema>;

const OPTIONAL_FILES = ['generation_config.json', 'chat_template.jinja'] as const;
const PROGRESS_EVERY_MS = 100;

export async function readModelFiles(
  source: FileSource,
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<ModelFiles> {
  const onnxPath = onnxFileOf(request.dtype);
  if (onnxPath === null) {
    throw new AppError('model/dtype-unavailable', `"${request.dtype}" is not a known dtype`, {
      dtype: request.dtype,
    });
  }
  const { expected } = request;
  const known = source.paths ?? (expected === undefined ? null : Object.keys(expected));
  const memory = new MemoryFiles();
  const listed: { path: string; bytes: number; sha256: string }[] = [];

  const totalBytes =
    expected === undefined ? null : Object.values(expected).reduce((sum, file) => sum + file.bytes, 0);
  let finishedBytes = 0;
  let reportedAt = -Infinity;
  const take = async (path: string, always: boolean): Promise<Uint8Array<ArrayBuffer> | null> => {
    // A file that the manifest lists belongs to the model's identity, optional for the library or not.
    const needed = always || expected?.[path] !== undefined;
    if (known !== null && !known.includes(path)) {
      if (needed) throw missing(path, request);
      return null;
    }
    const opened = await openUnlessOptional(source, path, needed, signal);
    if (opened === null) {
      if (needed) throw missing(path, request);
      return null;
    }
    const report = (loaded: number, force: boolean): void => {
      const now = performance.now();
      if (!force && now - reportedAt < PROGRESS_EVERY_MS) return;
      reportedAt = now;
      onProgress({ phase: 'downloading', loadedBytes: finishedBytes + loaded, totalBytes, file: path });
    };
    report(0, true);
    const file = await readFile(path, opened, expected?.[path], (loaded) => report(loaded, false), signal);
    finishedBytes += file.bytes.byteLength;
    report(0, true);
    memory.set(path, file.bytes);
    listed.push({ path, bytes: file.bytes.byteLength, sha256: file.sha256 });
    return file.bytes;
  };

  onProgress({ phase: 'checking', loadedBytes: 0, totalBytes, file: 'config.json' });
  const config = parseConfig(await required(take, 'config.json'));
  for (const path of ['tokenizer.json', 'tokenizer_config.json']) parseJson(path, await required(take, path));
  for (const path of OPTIONAL_FILES) await take(path, false);
  const graph = await required(take, onnxPath);
  const chunks = externalDataChunks(config, onnxPath, known);
  for (let i = 0; i < chunks; i++) await take(chunkPath(onnxPath, i), true);

  onProgress({ phase: 'verifying', loadedBytes: finishedBytes, totalBytes: finishedBytes, file: onnxPath });
  const jinja = memory.get('chat_template.jinja');
  return {
    memory,
    listed,
    onnxPath,
    externalDataChunks: chunks,
    operators: operatorsOf(onnxPath, graph),
    config,
    chatTemplateFile: jinja === undefined ? null : new TextDecoder().decode(jinja),
  };
}

type Take = (path: string, needed: boolean) => Promise<Uint8Array<ArrayBuffer> | null>;

async function required(take: Take, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await take(path, true);
  if (bytes === null) throw new AppError('defect', `${path} is needed but was not read`);
  return bytes;
}

/** An optional file that a server answers with a web page is simply absent. */
async function openUnlessOptional(source: FileSource, path: string, needed: boolean, signal: AbortSignal) {
  try {
    return await source.open(path, signal);
  } catch (thrown) {
    if (!needed && thrown instanceof AppError && thrown.code === 'network/html-instead-of-file') return null;
    throw thrown;
  }
}

function missing(path: string, request: LoadRequest): AppError {
  return new AppError('model/file-missing', `${path} is missing from the model "${request.modelId}"`, {
    file: path,
    model: request.modelId,
  });
}

function operatorsOf(path: string, bytes: Uint8Array): ReadonlySet<string> {
  const reading = readOnnx(bytes);
  switch (reading.kind) {
    case 'ok':
      return reading.operators;
    case 'truncated':
      throw truncated(path, bytes.byteLength, reading.atLeastBytes);
    case 'not-onnx':
      throw new AppError('model/not-a-model', `${path} is not an ONNX file`, { file: path });
  }
}

function parseJson(path: string, bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes).trim();
  try {
    return JSON.parse(text) as unknown;
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    // A JSON object that does not close was cut off; anything else was never JSON.
    const code = text.startsWith('{') && !text.endsWith('}') ? 'model/file-truncated' : 'model/not-a-model';
    throw new AppError(code, `${path} is not valid JSON: ${why}`, { file: path, bytes: bytes.byteLength });
  }
}

function parseConfig(bytes: Uint8Array): ModelConfig {
  const result = v.safeParse(ConfigSchema, parseJson('config.json', bytes));
  if (result.success) return result.output;
  const field = v.getDotPath(result.issues[0]) ?? '(top level)';
  throw new AppError('model/not-a-model', `config.json: ${field} ${result.issues[0].message}`, {
    file: 'config.json',
    field,
  });
}

export function contextTokensOf(config: ModelConfig): number | null {
  return (
    config.max_position_embeddings ??
    config.text_config?.max_position_embeddings ??
    config.n_positions ??
    null
  );
}

function chunkPath(onnxPath: string, index: number): string {
  return `${onnxPath}_data${index === 0 ? '' : `_${index}`}`;
}

/** config.json says how many chunks there are; a folder that does not say so shows it by its files. */
function externalDataChunks(config: ModelConfig, onnxPath: string, known: readonly string[] | null): number {
  const declared = config['transformers.js_config']?.use_external_data_format;
  const fileName = onnxPath.replace(/^onnx\//, '');
  if (typeof declared === 'object') {
    const own = declared[fileName] ?? declared[fileName.replace(/\.onnx$/, '')];
    if (own !== undefined) return Number(own);
  } else if (declared !== undefined) return Number(declared);
  let chunks = 0;
  while (known?.includes(chunkPath(onnxPath, chunks)) === true) chunks += 1;
  return chunks;
}
