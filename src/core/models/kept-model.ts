/**
 * What this page keeps of a downloaded model, beside the files themselves: model.json in the model's folder. A file is
 * usable when it carries the SHA-256 that was computed over all of it; until then it is a part of a download.
 */
import * as v from 'valibot';
import { HubSourceSchema } from './model-source.ts';

const text = v.pipe(v.string(), v.maxLength(2_000));
const bytes = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));

export const KeptFileSchema = v.strictObject({
  path: text,
  bytes: v.nullable(bytes),
  /** What the hub or a catalogue says it must be. */
  expectedSha256: v.nullable(sha256),
  expectedGitSha1: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/u))),
  /** The server's name for the content, for going on with a part of it. */
  etag: v.nullable(text),
  /** Computed here, over the whole file. */
  sha256: v.nullable(sha256),
});

export const KeptModelSchema = v.strictObject({
  schemaVersion: v.literal(1),
  id: v.pipe(text, v.regex(/^[a-z0-9][a-z0-9._-]*$/u)),
  title: text,
  source: HubSourceSchema,
  licence: v.nullable(text),
  cardUrl: v.nullable(text),
  parameters: v.nullable(bytes),
  contextTokens: v.nullable(bytes),
  startedAt: text,
  /** Hidden, and erased soon: what is left of an undo. */
  deletedAt: v.nullable(text),
  files: v.pipe(v.array(KeptFileSchema), v.maxLength(1_000)),
  variants: v.pipe(
    v.array(v.strictObject({ dtype: text, runtimeId: text, paths: v.array(text) })),
    v.maxLength(100),
  ),
});

export type KeptFile = v.InferOutput<typeof KeptFileSchema>;
export type KeptModel = v.InferOutput<typeof KeptModelSchema>;
export type KeptVariant = KeptModel['variants'][number];

export const MODELS_FOLDER = 'models';
export const MANIFEST_NAME = 'model.json';
export const LAST_USED_NAME = 'last-used';

/** One flat name for a path: folders inside a model's folder would have to be made and removed one by one. */
export function keptFileName(path: string): string {
  return `file-${encodeURIComponent(path)}`;
}

export function filesOf(model: KeptModel, variant: KeptVariant): readonly KeptFile[] {
  return model.files.filter(({ path }) => variant.paths.includes(path));
}

export function isWhole(model: KeptModel, variant: KeptVariant): boolean {
  const files = filesOf(model, variant);
  return files.length === variant.paths.length && files.every((file) => file.sha256 !== null);
}

/** The same model with one more format to keep; files that both need are kept once. */
export function withVariant(model: KeptModel, variant: KeptVariant, files: readonly KeptFile[]): KeptModel {
  const known = new Set(model.files.map(({ path }) => path));
  return {
    ...model,
    deletedAt: null,
    files: [...model.files, ...files.filter(({ path }) => !known.has(path))],
    variants: [...model.variants.filter(({ dtype }) => dtype !== variant.dtype), variant],
  };
}
