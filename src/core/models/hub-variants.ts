/** Which files of a repository make a model that a runtime here can load, one set for each number format. */
import { dtypeOfOnnxFile, needsShaderF16 } from './dtype-files.ts';
import { ggufDtypeOfName } from './gguf-types.ts';
import type { HubFile } from './hub-listing.ts';

export interface HubVariant {
  readonly runtimeId: 'transformers-js' | 'wllama';
  readonly dtype: string;
  readonly files: readonly HubFile[];
  /** Null when the hub does not tell the size of one of them. */
  readonly bytes: number | null;
  readonly needsShaderF16: boolean;
}

/** Why a repository has nothing for us, each with words of its own in the page. */
export type NoVariants = 'compiled-for-web-llm' | 'several-graphs' | 'weights-only' | 'nothing';

const NEEDED = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const;
const OPTIONAL = ['generation_config.json', 'chat_template.jinja', 'special_tokens_map.json'] as const;
const SPLIT = /-(\d{5})-of-(\d{5})\.gguf$/u;

export function hubVariants(files: readonly HubFile[]): readonly HubVariant[] {
  return [...onnxVariants(files), ...ggufVariants(files)];
}

export function whyNoVariants(files: readonly HubFile[]): NoVariants {
  const has = (pattern: RegExp) => files.some(({ path }) => pattern.test(path));
  if (has(/^mlc-chat-config\.json$/u)) return 'compiled-for-web-llm';
  if (has(/^onnx\/(decoder_model|embed_tokens|model_merged)[^/]*\.onnx$/u)) return 'several-graphs';
  return has(/\.(safetensors|bin|pt|onnx)$/u) ? 'weights-only' : 'nothing';
}

function onnxVariants(files: readonly HubFile[]): readonly HubVariant[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  if (!NEEDED.every((path) => byPath.has(path))) return [];
  const common = [...NEEDED, ...OPTIONAL].flatMap((path) => byPath.get(path) ?? []);
  return files.flatMap((graph): readonly HubVariant[] => {
    const dtype = dtypeOfOnnxFile(graph.path);
    if (dtype === null) return [];
    const data = files.filter(({ path }) => path === `${graph.path}_data` || isChunk(graph.path, path));
    const f16 = needsShaderF16(dtype);
    return [variant('transformers-js', dtype, [...common, graph, ...data], f16)];
  });
}

/** model_q4.onnx_data_1 and on. */
function isChunk(graph: string, path: string): boolean {
  return path.startsWith(`${graph}_data_`) && /^\d+$/u.test(path.slice(graph.length + '_data_'.length));
}

/** Split files are one model; a projector for images is none. */
function ggufVariants(files: readonly HubFile[]): readonly HubVariant[] {
  const models = files.filter(({ path }) => path.endsWith('.gguf') && !/mmproj|imatrix/iu.test(path));
  return models.flatMap((first): readonly HubVariant[] => {
    const split = SPLIT.exec(first.path);
    if (split !== null && split[1] !== '00001') return [];
    const count = split === null ? 1 : Number(split[2]);
    const parts = Array.from({ length: count }, (_, at) => partPath(first.path, at + 1));
    const all = parts.flatMap((path) => models.find((file) => file.path === path) ?? []);
    if (all.length !== count) return [];
    return [variant('wllama', ggufDtypeOfName(first.path) ?? 'GGUF', all, false)];
  });
}

function partPath(first: string, part: number): string {
  return first.replace(SPLIT, (_all, _part, of: string) => `-${String(part).padStart(5, '0')}-of-${of}.gguf`);
}

function variant(
  runtimeId: HubVariant['runtimeId'],
  dtype: string,
  files: readonly HubFile[],
  needsF16: boolean,
): HubVariant {
  const sizes = files.map((file) => file.bytes);
  const bytes = sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  return { runtimeId, dtype, files, bytes, needsShaderF16: needsF16 };
}
