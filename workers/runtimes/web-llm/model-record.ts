/**
 * web-llm.json in a model's folder: what the library must know and the weights do not say. The folder mirrors a
 * repository as the library reads it: mlc-chat-config.json, tokenizer and weights under resolve/main/, and the compiled
 * model library (.wasm) wherever `model_lib` says, always inside the folder.
 */
import * as v from 'valibot';
import { AppError } from '../../../src/core/errors.ts';
import { needsShaderF16 } from '../../../src/core/models/dtype-files.ts';

export const RECORD_FILE = 'web-llm.json';
export const WEIGHTS_FOLDER = 'resolve/main/';
export const CONFIG_FILE = `${WEIGHTS_FOLDER}mlc-chat-config.json`;
export const TENSORS_FILE = `${WEIGHTS_FOLDER}tensor-cache.json`;

/** No scheme, no leading slash, no "..": nothing in a record can name a file outside of the model's folder. */
const path = v.pipe(
  v.string(),
  v.regex(/^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_./-]*$/, 'must be a plain relative path'),
);
const sri = v.pipe(
  v.string(),
  v.regex(/^sha(256|384|512)-[A-Za-z0-9+/]+=*$/, 'must be "sha256-" and base64'),
);

const IntegritySchema = v.strictObject({
  config: v.exactOptional(sri),
  model_lib: v.exactOptional(sri),
  tokenizer: v.exactOptional(v.record(v.string(), sri)),
});
export type ModelIntegrity = v.InferOutput<typeof IntegritySchema>;

const RecordSchema = v.strictObject({
  model_lib: path,
  context_window_size: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  required_features: v.exactOptional(v.array(v.string())),
  integrity: v.exactOptional(IntegritySchema),
});
export type WebLlmRecord = v.InferOutput<typeof RecordSchema>;

const ConvTemplateSchema = v.looseObject({
  system_template: v.string(),
  system_message: v.string(),
  roles: v.looseObject({ user: v.string(), assistant: v.string() }),
  role_templates: v.optional(v.record(v.string(), v.string())),
  seps: v.pipe(v.array(v.string()), v.minLength(1, 'is empty')),
  role_content_sep: v.optional(v.string()),
  role_empty_sep: v.optional(v.string()),
  stop_str: v.optional(v.array(v.string()), []),
  system_prefix_token_ids: v.nullish(v.array(v.number())),
  add_role_after_system_message: v.optional(v.boolean()),
  render_empty_system_message: v.optional(v.boolean()),
});
export type ConvTemplate = v.InferOutput<typeof ConvTemplateSchema>;

const laidOver = v.pipe(
  v.looseObject({ conv_template: v.looseObject({}), conv_config: v.optional(v.looseObject({}), {}) }),
  // The library lays one over the other.
  v.transform((config): unknown => ({
    ...config,
    conv_template: { ...config.conv_template, ...config.conv_config },
  })),
);

const ChatConfigSchema = v.pipe(
  laidOver,
  v.looseObject({
    quantization: v.optional(v.string()),
    context_window_size: v.number(),
    tokenizer_files: v.array(path),
    bos_token_id: v.nullish(v.number()),
    conv_template: ConvTemplateSchema,
  }),
);
export type ChatConfig = v.InferOutput<typeof ChatConfigSchema>;

const TensorsSchema = v.looseObject({
  records: v.pipe(v.array(v.looseObject({ dataPath: path })), v.minLength(1, 'has no weights')),
});

export const readRecord = (bytes: Uint8Array): WebLlmRecord => parsed(RECORD_FILE, bytes, RecordSchema);
export const readChatConfig = (bytes: Uint8Array): ChatConfig => parsed(CONFIG_FILE, bytes, ChatConfigSchema);
export const readShardPaths = (bytes: Uint8Array): readonly string[] => [
  ...new Set(
    parsed(TENSORS_FILE, bytes, TensorsSchema).records.map(({ dataPath }) => `${WEIGHTS_FOLDER}${dataPath}`),
  ),
];

/** Some public records of 16-bit libraries name no feature, so the names are read too. */
export function requiredFeatures(names: readonly string[], record: WebLlmRecord | null): readonly string[] {
  const features = new Set(record?.required_features);
  const parts = [...names, record?.model_lib ?? ''].flatMap((name) =>
    name.toLowerCase().split(/[^a-z0-9_]/u),
  );
  if (parts.some((part) => needsShaderF16(part))) features.add('shader-f16');
  return [...features];
}

function parsed<T>(file: string, bytes: Uint8Array, schema: v.GenericSchema<unknown, T>): T {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (thrown) {
    throw new AppError('model/not-a-model', `${file} is not valid JSON`, { file }, { cause: thrown });
  }
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const field = v.getDotPath(result.issues[0]) ?? '(top level)';
  throw new AppError('model/not-a-model', `${file}: ${field} ${result.issues[0].message}`, { file, field });
}
