/**
 * public/models/hub-catalog.json: models of the hub that clinicians may want to try. Facts only; what was not
 * established is null and is asked of the hub before a download. A record that pins a hash refuses files that differ.
 */
import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { parseHubAddress } from './hub-address.ts';
import { DTYPES, needsShaderF16, WEB_LLM_DTYPES } from './dtype-files.ts';
import { GGUF_DTYPES } from './gguf-types.ts';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(600));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u, 'must be 64 hexadecimal digits'));
const FORMATS = {
  onnx: { runtimeId: 'transformers-js', dtypes: DTYPES },
  gguf: { runtimeId: 'wllama', dtypes: GGUF_DTYPES },
  mlc: { runtimeId: 'web-llm', dtypes: WEB_LLM_DTYPES },
} as const;

/** What the memory that a model takes is computed from. */
export const ModelShapeSchema = v.strictObject({
  layers: count,
  kvHeads: count,
  headSize: count,
  vocabulary: count,
  hiddenSize: count,
  /** Of queries, where known. */
  heads: v.exactOptional(count),
  /** Where values have another size than keys. */
  valueSize: v.exactOptional(count),
  /** Where layers differ: the key-value heads of all of them together; `kvHeads` is then the most of one. */
  kvHeadsInAll: v.exactOptional(count),
});

const RecordSchema = v.pipe(
  v.strictObject({
    id: v.pipe(text, v.regex(/^[a-z0-9][a-z0-9._-]*$/u)),
    title: text,
    maker: text,
    about: text,
    repository: v.pipe(
      text,
      v.check((value) => parseHubAddress(value)?.repository === value, 'must be owner/name'),
    ),
    revision: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/u, 'must be a commit'))),
    format: v.picklist(['onnx', 'gguf', 'mlc']),
    runtimeId: text,
    dtype: text,
    /** Of GGUF: one repository holds many. */
    file: v.nullable(v.pipe(text, v.endsWith('.gguf'))),
    /** Of everything that is fetched. */
    bytes: v.nullable(count),
    /** Of `file`. */
    sha256: v.nullable(sha256),
    files: v.array(v.strictObject({ path: text, bytes: count, sha256 })),
    licence: text,
    termsUrl: v.nullable(v.pipe(v.string(), v.url(), v.startsWith('https://'))),
    parameters: v.nullable(count),
    contextTokens: v.nullable(count),
    shape: v.nullable(ModelShapeSchema),
    /** public-copies: agrees with copies of the model's config.json in public projects. not-checked: from memory. */
    shapeFrom: v.picklist(['public-copies', 'not-checked']),
    /** Of the graphics processor, when the model runs there. */
    requiredFeatures: v.array(v.picklist(['shader-f16'])),
    /** Of models compiled for WebLLM, which do not run without it. */
    modelLibrary: v.nullable(v.pipe(text, v.endsWith('.wasm'))),
    /** As WebLLM's list says, for its own context length. */
    videoMemoryMB: v.nullable(v.pipe(v.number(), v.minValue(1))),
    /** Where the facts of this record are from. */
    facts: text,
  }),
  v.check(
    ({ format, runtimeId, dtype }) =>
      FORMATS[format].runtimeId === runtimeId && FORMATS[format].dtypes.includes(dtype),
    'has a number format or a runtime that does not belong to its kind',
  ),
  v.check(
    // Some public lists leave the feature out, and the model then fails at its first token.
    ({ dtype, requiredFeatures }) => needsShaderF16(dtype) === requiredFeatures.includes('shader-f16'),
    'must require shader-f16 exactly when its arithmetic is 16-bit',
  ),
  v.check(({ format, file }) => (format === 'gguf') === (file !== null), 'must name a file, if it is GGUF'),
  v.check(
    ({ format, modelLibrary }) => (format === 'mlc') === (modelLibrary !== null),
    'must name a model library, if it is compiled',
  ),
  v.check(
    ({ bytes, files }) => files.length === 0 || files.reduce((sum, file) => sum + file.bytes, 0) === bytes,
    'has files whose sizes do not add up',
  ),
  v.check(
    ({ revision, sha256: hash, files }) => revision !== null || (hash === null && files.length === 0),
    'pins a hash without a commit',
  ),
);

const HubCatalogSchema = v.strictObject({
  schemaVersion: v.literal(1),
  models: v.pipe(
    v.array(RecordSchema),
    v.check((models) => new Set(models.map(({ id }) => id)).size === models.length, 'has an id twice'),
  ),
});

export type ModelShape = v.InferOutput<typeof ModelShapeSchema>;
export type HubRecord = v.InferOutput<typeof RecordSchema>;

export function readHubCatalog(json: unknown): readonly HubRecord[] {
  const result = v.safeParse(HubCatalogSchema, json);
  if (result.success) return result.output.models;
  const issue = result.issues[0];
  const field = v.getDotPath(issue) ?? '(top level)';
  throw new AppError('input/schema', `hub-catalog.json: ${field} ${issue.message}`, {
    field,
    file: 'hub-catalog.json',
  });
}
