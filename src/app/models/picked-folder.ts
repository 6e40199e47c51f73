/** A folder a person picked, as a model: its files are checked and hashed before it is offered. */
import { AppError } from '../../core/errors.ts';
import { dtypeOfOnnxFile } from '../../core/models/dtype-files.ts';
import { assertTokenizerFits } from '../../core/models/tokenizer-check.ts';
import { readOnnx, scalesActivationsPerTensor } from '../../core/models/onnx-graph.ts';
import type { ModelEntry, ModelVariant } from '../services.ts';
import type { HashFiles } from './hash-files.ts';
import type { ModelChoice } from './model-choice.ts';
import { modelIdOf } from './model-id.ts';

const NEEDED = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const;
const OPTIONAL = ['generation_config.json', 'special_tokens_map.json', 'chat_template.jinja'] as const;

interface PickedFile {
  /** Relative to the model folder. */
  readonly path: string;
  readonly file: File;
}
type HashedFile = ModelVariant['files'][number];

export async function readPickedFolder(files: readonly File[], hash: HashFiles): Promise<ModelChoice> {
  const { name, picked } = relativeToModel(files);
  const byPath = new Map(picked.map((each) => [each.path, each.file]));
  for (const path of NEEDED) {
    if (!byPath.has(path)) throw missingFile(name, path);
  }
  const graphs = picked.filter(({ path }) => dtypeOfOnnxFile(path) !== null);
  if (graphs.length === 0) throw missingFile(name, 'onnx/model.onnx');

  const config = await readJsonFile(byPath.get('config.json'), 'config.json');
  const tokenizer = await readJsonFile(byPath.get('tokenizer.json'), 'tokenizer.json');
  await readJsonFile(byPath.get('tokenizer_config.json'), 'tokenizer_config.json');
  assertTokenizerFits(config, tokenizer);
  const common = picked.filter(({ path }) => [...NEEDED, ...OPTIONAL].some((known) => known === path));
  const readings = new Map<PickedFile, ReadonlySet<string>>();
  // One after the other: each graph is read whole. Before any hashing, so that a cut file is said at once.
  for (const graph of graphs) readings.set(graph, await readGraph(graph));
  const weights = graphs.flatMap((graph) => [graph, ...externalData(graph, picked)]);
  const all = [...common, ...weights];
  const hashes = await hash(all);
  const listed = new Map(
    all.map((each, at) => [
      each,
      { path: each.path, bytes: each.file.size, sha256: hashes[at] ?? '' } satisfies HashedFile,
    ]),
  );
  const listedOf = (some: readonly PickedFile[]) => some.flatMap((each) => listed.get(each) ?? []);
  const variants = graphs.map((graph): ModelVariant => {
    const own = listedOf([...common, graph, ...externalData(graph, picked)]);
    return {
      dtype: dtypeOfOnnxFile(graph.path) ?? '',
      bytes: own.reduce((sum, file) => sum + file.bytes, 0),
      logprobs: !scalesActivationsPerTensor(readings.get(graph) ?? new Set()),
      files: own,
    };
  });

  const generate = (variants.find(({ dtype }) => dtype === 'q8') ?? variants[0])?.dtype ?? '';
  const exact = variants.filter((variant) => variant.logprobs);
  const entry: ModelEntry = {
    id: modelIdOf(name),
    title: name,
    description: 'A model folder picked on this device for this session.',
    notice: 'Not checked by Bedside: what it was trained on and for is for you to know.',
    source: 'folder',
    origin: { kind: 'folder', name },
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

/** The operators of a graph that is whole. */
export async function readGraph(graph: PickedFile): Promise<ReadonlySet<string>> {
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
  return reading.operators;
}

/** Weights too large for the graph file lie beside it: model_q4.onnx_data, model_q4.onnx_data_1, … */
function externalData(graph: PickedFile, picked: readonly PickedFile[]): readonly PickedFile[] {
  return picked.filter(({ path }) => path.startsWith(`${graph.path}_data`));
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

function contextTokensOf(config: unknown): number | null {
  if (typeof config !== 'object' || config === null || !('max_position_embeddings' in config)) return null;
  const tokens = config.max_position_embeddings;
  return typeof tokens === 'number' && Number.isInteger(tokens) && tokens > 0 ? tokens : null;
}
