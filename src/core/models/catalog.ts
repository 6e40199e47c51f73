/**
 * public/models/catalog.json: the models that come with the page. Written by scripts/catalog.ts from the
 * files themselves, read here, so that every size and hash shown or checked is the file's own.
 */
import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { DTYPES, WEB_LLM_DTYPES } from './dtype-files.ts';

const text = v.pipe(v.string(), v.minLength(1, 'must not be empty'), v.maxLength(2_000, 'is too long'));
const count = v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(0, 'must not be negative'));
const slug = v.pipe(
  text,
  v.regex(/^[a-z0-9][a-z0-9._-]*$/, 'must be lower-case letters, digits, ".", "_" or "-"'),
);
/** No "..", no leading slash, no backslash: a catalog must not be able to name files outside its model. */
const path = v.pipe(
  text,
  v.regex(/^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_./-]*$/, 'must be a plain relative path'),
);
const dtype = v.picklist([...DTYPES, ...WEB_LLM_DTYPES], 'must be a known dtype');

export const CatalogFileSchema = v.strictObject({
  path,
  bytes: count,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')),
});

export const CatalogVariantSchema = v.strictObject({
  dtype,
  bytes: count,
  logprobs: v.boolean(),
  files: v.pipe(v.array(CatalogFileSchema), v.minLength(1, 'has no files')),
});

export const CatalogModelSchema = v.pipe(
  v.strictObject({
    id: slug,
    title: text,
    description: text,
    notice: text,
    licence: text,
    parameters: v.nullable(count),
    contextTokens: v.nullable(count),
    runtimeId: slug,
    variants: v.pipe(v.array(CatalogVariantSchema), v.minLength(1, 'has no variants')),
    defaults: v.strictObject({ generate: dtype, logprobs: v.nullable(dtype) }),
    cardUrl: v.nullable(text),
  }),
  v.check(
    (model) =>
      model.variants.some((variant) => variant.dtype === model.defaults.generate) &&
      (model.defaults.logprobs === null ||
        model.variants.some((variant) => variant.dtype === model.defaults.logprobs && variant.logprobs)),
    'names a default dtype that it does not have, or that cannot give log-probabilities',
  ),
);

export const CatalogSchema = v.strictObject({
  schemaVersion: v.literal(1, 'must be 1'),
  models: v.pipe(
    v.array(CatalogModelSchema),
    v.check((models) => new Set(models.map((model) => model.id)).size === models.length, 'has an id twice'),
  ),
});

export type Catalog = v.InferOutput<typeof CatalogSchema>;
export type CatalogModel = v.InferOutput<typeof CatalogModelSchema>;
export type CatalogVariant = v.InferOutput<typeof CatalogVariantSchema>;

/** Parsed JSON as a catalog; input/schema names the field that is wrong. */
export function readCatalog(json: unknown): Catalog {
  const result = v.safeParse(CatalogSchema, json);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const field = v.getDotPath(issue) ?? '(top level)';
  throw new AppError('input/schema', `catalog.json: ${field} ${issue.message}`, {
    field,
    file: 'catalog.json',
  });
}
