/** A folder a person picked, as a model: its files are checked and hashed before it is offered. */
import { sha256Hex } from '../../core/digest.ts';
import { AppError } from '../../core/errors.ts';
import { dtypeOfOnnxFile } from '../../core/models/dtype-files.ts';
import { readOnnx, scalesActivationsPerTensor } from '../../core/models/onnx-graph.ts';
import type { ModelEntry, ModelVariant } from '../services.ts';
import type { ModelChoice } from './model-choice.ts';

const NEEDED = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const;
const OPTIONAL = ['generation_config.json', 'special_tokens_map.json', 'chat_template.jinja'] as const;

interface PickedFile {
  /** Relative to the model folder. */
  readonly path: string;
  readonly file: File;
}
type HashedFile = ModelVariant['files'][number];

export async function readPickedFolder(files: readonly File[]): Promise<ModelChoice> {
  const { name, picked } = relativeToModel(files);
  const byPath = new Map(picked.map((each) => [each.path, each.file]));
  for (const path of NEEDED) {
    if (!byPath.has(path)) throw missingFile(name, path);
  }
  const graphs = picked.filter(({ path }) => dtypeOfOnnxFile(path) !== null);
  if (graphs.length === 0) throw missingFile(name, 'onnx/model.onnx');

  const config = await readJsonFile(byPath.get('config.json'), 'config.json');
  await readJsonFile(byPath.get('tokenizer.json'), 'tokenizer.json');
  await readJsonFile(byPath.get('tokenizer_config.json'), 'tokenizer_config.json');
  const common = picked.filter(({ path }) => [...NEEDED, ...OPTIONAL].some((known) => known === path));
  const commonFiles = await Promise.all(common.map(hashed));
  const variants: ModelVariant[] = [];
  // One after the other: each graph is read whole.
  for (const graph of graphs) variants.push(await readVariant(graph, picked, commonFiles));

  const generate = (variants.find(({ dtype }) => dtype === 'q8') ?? variants[0])?.dtype ?? '';
  const exact = variants.filter((variant) => variant.logprobs);
  const entry: ModelEntry = {
    id: idOf(name),
    title: name,
    description: 'A model folder picked on this device for this session.',
    notice: 'Not checked by Bedside: what it was trained on and for is for you to know.',
    source: 'folder',
    licence: 'as its files say',
    parameters: null,
    contextTokens: contextTokensOf(config),
    runtimeId: 'transformers-js',
    variants,
    defaults: { generate, logprobs: (exact.find(({ dtype }) => dtype === 'q4') ?? exact[0])?.dtype ?? null },
    cardUrl: null,
  };
  return { entry, location: { kind: 'files', files: picked } };
}

async function readVariant(
  graph: PickedFile,
  picked: readonly PickedFile[],
  common: readonly HashedFile[],
): Promise<ModelVariant> {
  const bytes = new Uint8Array(await graph.file.arrayBuffer());
  const reading = readOnnx(bytes);
  if (reading.kind === 'truncated') {
    throw new AppError('model/file-truncated', `${graph.path} is cut off`, {
      file: graph.path,
      bytes: bytes.length,
      atLeastBytes: reading.atLeastBytes,
    });
  }
  if (reading.kind === 'not-onnx') {
    throw new AppError('model/not-a-model', `${graph.path} is not an ONNX model`, { file: graph.path });
  }
  // Weights too large for the graph file lie beside it: model_q4.onnx_data, model_q4.onnx_data_1, …
  const external = picked.filter(({ path }) => path.startsWith(`${graph.path}_data`));
  const own = [
    { path: graph.path, bytes: bytes.length, sha256: await sha256(bytes) },
    ...(await Promise.all(external.map(hashed))),
  ];
  const files = [...common, ...own];
  return {
    dtype: dtypeOfOnnxFile(graph.path) ?? '',
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    logprobs: !scalesActivationsPerTensor(reading.operators),
    files,
  };
}

/** A picked folder's files carry its name first; the model may also lie one folder deeper. */
function relativeToModel(files: readonly File[]): { name: string; picked: readonly PickedFile[] } {
  const all = files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  const config = all
    .filter(({ path }) => path === 'config.json' || path.endsWith('/config.json'))
    .sort((a, b) => a.path.length - b.path.length)[0];
  if (config === undefined) throw missingFile(all[0]?.path.split('/')[0] ?? 'the folder', 'config.json');
  const folder = config.path.slice(0, -'config.json'.length);
  const picked = all
    .filter(({ path }) => path.startsWith(folder))
    .map(({ path, file }) => ({ path: path.slice(folder.length), file }));
  return { name: folder.split('/').at(-2) ?? 'model', picked };
}

function missingFile(folder: string, file: string): AppError {
  return new AppError('model/file-missing', `${folder} has no ${file}`, { folder, file });
}

async function readJsonFile(file: File | undefined, path: string): Promise<unknown> {
  try {
    return JSON.parse((await file?.text()) ?? '') as unknown;
  } catch (thrown) {
    const truncated = file === undefined || file.size === 0;
    const code = truncated ? 'model/file-truncated' : 'model/not-a-model';
    throw new AppError(code, `${path} is not JSON`, { file: path }, { cause: thrown });
  }
}

async function hashed({ path, file }: PickedFile): Promise<HashedFile> {
  return { path, bytes: file.size, sha256: await sha256(new Uint8Array(await file.arrayBuffer())) };
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Absent where the page has no secure context.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return sha256Hex(bytes);
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function contextTokensOf(config: unknown): number | null {
  if (typeof config !== 'object' || config === null || !('max_position_embeddings' in config)) return null;
  const tokens = config.max_position_embeddings;
  return typeof tokens === 'number' && Number.isInteger(tokens) && tokens > 0 ? tokens : null;
}

function idOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/gu, '-')
    .replace(/^[^a-z0-9]+|-+$/gu, '');
  // The runtime refuses ids with "--" or "..".
  return slug.replace(/([-.])\1+/gu, '$1') || 'model';
}
