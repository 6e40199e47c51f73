/**
 * onnx-session.json in a model's folder: how a decoder graph that is no transformers.js model wants to be fed. Names of
 * inputs and outputs are the graph's own; "{layer}" in a cache name stands for 0, 1, 2, …
 */
import * as v from 'valibot';
import { AppError } from '../errors.ts';

export const MANIFEST_FILE = 'onnx-session.json';

/** Inside the model's folder, whatever the manifest says. */
const path = v.pipe(
  v.string(),
  v.regex(/^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_./-]*$/, 'must be a plain relative path'),
);
const name = v.pipe(v.string(), v.minLength(1, 'must not be empty'));
const perLayer = v.pipe(v.string(), v.includes('{layer}', 'must hold {layer}'));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const ManifestSchema = v.strictObject({
  schemaVersion: v.literal(1, 'must be 1'),
  /** Number format -> graph file, and files of weights beside it where it has any. */
  graphs: v.record(name, v.strictObject({ file: path, data: v.exactOptional(v.array(path)) })),
  tokenizer: path,
  tokenizerConfig: path,
  contextTokens: count,
  /** Tokens that end an answer, as the tokenizer writes them. */
  endTokens: v.pipe(v.array(name), v.minLength(1, 'must name at least one')),
  inputs: v.strictObject({
    ids: name,
    mask: v.exactOptional(name),
    positions: v.exactOptional(name),
    /** A scalar: for how many tokens, from the end, logits are wanted. */
    rowsToKeep: v.exactOptional(name),
  }),
  logits: name,
  /** Keys and values of every layer, [1, heads, tokens, headSize]. */
  cache: v.strictObject({
    layers: count,
    heads: count,
    headSize: count,
    type: v.picklist(['float32', 'float16'], 'must be float32 or float16'),
    inputs: v.pipe(v.array(perLayer), v.minLength(1)),
    outputs: v.pipe(v.array(perLayer), v.minLength(1)),
  }),
});
export type SessionManifest = v.InferOutput<typeof ManifestSchema>;

export function readManifest(text: string): SessionManifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (thrown) {
    throw new AppError(
      'model/not-a-model',
      `${MANIFEST_FILE} is not valid JSON`,
      { file: MANIFEST_FILE },
      { cause: thrown },
    );
  }
  const result = v.safeParse(ManifestSchema, json);
  if (!result.success) {
    const [issue] = result.issues;
    throw wrong(v.getDotPath(issue) ?? '(top level)', issue.message);
  }
  const { inputs, outputs } = result.output.cache;
  if (inputs.length !== outputs.length)
    throw wrong('cache.outputs', 'must have as many names as cache.inputs');
  return result.output;
}

function wrong(field: string, why: string): AppError {
  return new AppError('model/not-a-model', `${MANIFEST_FILE}: ${field} ${why}`, {
    file: MANIFEST_FILE,
    field,
  });
}

export interface CacheName {
  readonly input: string;
  readonly output: string;
}

/** One pair for each tensor of the cache. */
export function cacheNames({ cache }: SessionManifest): readonly CacheName[] {
  return Array.from({ length: cache.layers }, (_, layer) =>
    cache.inputs.map((input, at) => ({
      input: input.replace('{layer}', String(layer)),
      output: (cache.outputs[at] ?? '').replace('{layer}', String(layer)),
    })),
  ).flat();
}

/** Every input and output that the graph must have, and no input beside them. */
export function checkNames(
  manifest: SessionManifest,
  graph: { readonly inputNames: readonly string[]; readonly outputNames: readonly string[] },
): void {
  const cache = cacheNames(manifest);
  const inputs = new Set([...Object.values(manifest.inputs), ...cache.map(({ input }) => input)]);
  const outputs = [manifest.logits, ...cache.map(({ output }) => output)];
  const missing = [
    ...[...inputs].filter((each) => !graph.inputNames.includes(each)),
    ...outputs.filter((each) => !graph.outputNames.includes(each)),
  ];
  const unfed = graph.inputNames.filter((each) => !inputs.has(each));
  if (missing.length === 0 && unfed.length === 0) return;
  const words = [
    ...(missing.length > 0 ? [`it has no ${missing.slice(0, 3).join(', ')}`] : []),
    ...(unfed.length > 0 ? [`it asks for ${unfed.slice(0, 3).join(', ')}`] : []),
  ];
  throw new AppError('model/unsupported', `the graph is not as ${MANIFEST_FILE} says: ${words.join('; ')}`, {
    missing: missing.slice(0, 10),
    unfed: unfed.slice(0, 10),
  });
}
