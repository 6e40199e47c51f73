/** A picked folder with an onnx-session.json: a graph that is no transformers.js model, as that file describes it. */
import { AppError } from '../../core/errors.ts';
import { readManifest, MANIFEST_FILE } from '../../core/models/session-manifest.ts';
import { scalesActivationsPerTensor } from '../../core/models/onnx-graph.ts';
import type { ModelEntry, ModelVariant } from '../services.ts';
import type { HashFiles } from './hash-files.ts';
import type { ModelChoice } from './model-choice.ts';
import { modelIdOf } from './model-id.ts';
import { readGraph } from './picked-folder.ts';

export async function readPickedSession(
  manifestFile: File,
  files: readonly File[],
  hash: HashFiles,
): Promise<ModelChoice> {
  const manifestPath = manifestFile.webkitRelativePath || manifestFile.name;
  const root = manifestPath.slice(0, manifestPath.length - MANIFEST_FILE.length);
  const name = root.split('/').filter(Boolean).at(-1) ?? 'onnx-session';
  const picked = files
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => path.startsWith(root))
    .map(({ path, file }) => ({ path: path.slice(root.length), file }));
  const manifest = readManifest(await manifestFile.text());
  const find = (path: string) => {
    const found = picked.find((each) => each.path === path);
    if (found !== undefined) return found;
    throw new AppError('model/file-missing', `${path} is missing from the folder "${name}"`, {
      file: path,
      model: name,
    });
  };
  const common = [MANIFEST_FILE, manifest.tokenizer, manifest.tokenizerConfig].map(find);
  const variants: ModelVariant[] = [];
  for (const [dtype, { file, data }] of Object.entries(manifest.graphs)) {
    const graph = find(file);
    const operators = await readGraph(graph);
    const all = [...common, graph, ...(data ?? []).map(find)];
    const hashes = await hash(all);
    variants.push({
      dtype,
      bytes: all.reduce((sum, each) => sum + each.file.size, 0),
      logprobs: !scalesActivationsPerTensor(operators),
      files: all.map((each, at) => ({ path: each.path, bytes: each.file.size, sha256: hashes[at] ?? '' })),
    });
  }
  const [first] = variants;
  if (first === undefined) {
    throw new AppError('model/not-a-model', `${MANIFEST_FILE}: graphs names none`, {
      file: MANIFEST_FILE,
      field: 'graphs',
    });
  }
  const entry: ModelEntry = {
    id: modelIdOf(name),
    title: name,
    description: `An ONNX graph described by ${MANIFEST_FILE}, picked on this device.`,
    notice: 'Not checked by Bedside: what it was trained on and for is for you to know.',
    source: 'folder',
    origin: { kind: 'folder', name },
    licence: 'as its files say',
    parameters: null,
    contextTokens: manifest.contextTokens,
    runtimeId: 'onnx-session',
    variants,
    defaults: {
      generate: first.dtype,
      logprobs: variants.find(({ logprobs }) => logprobs)?.dtype ?? null,
    },
    cardUrl: null,
  };
  return { entry, location: { kind: 'files', files: picked } };
}
