/**
 * What is remembered of a folder or file that a person chose: enough to offer it again in the next visit and to tell
 * whether its files are still the ones that were hashed at first use. The files themselves stay where they are.
 */
import * as v from 'valibot';
import { ModelSourceSchema } from './model-source.ts';

const text = v.pipe(v.string(), v.maxLength(2_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const file = v.strictObject({ path: text, bytes: count, sha256: text });

export const RememberedModelSchema = v.strictObject({
  id: text,
  title: text,
  description: text,
  notice: text,
  source: v.literal('folder'),
  origin: ModelSourceSchema,
  licence: text,
  parameters: v.nullable(count),
  contextTokens: v.nullable(count),
  runtimeId: text,
  variants: v.array(
    v.strictObject({ dtype: text, bytes: count, logprobs: v.boolean(), files: v.array(file) }),
  ),
  defaults: v.strictObject({ generate: text, logprobs: v.nullable(text) }),
  cardUrl: v.null(),
});

export const FileMarkSchema = v.strictObject({
  path: text,
  bytes: count,
  /** As the file system told it when the file was hashed, in ms since 1970. */
  lastModified: v.number(),
});

export type RememberedModel = v.InferOutput<typeof RememberedModelSchema>;
export type FileMark = v.InferOutput<typeof FileMarkSchema>;

interface MarkedFile {
  readonly path: string;
  readonly file: { readonly size: number; readonly lastModified: number };
}

export function marksOf(files: readonly MarkedFile[]): readonly FileMark[] {
  return files.map(({ path, file: { size, lastModified } }) => ({ path, bytes: size, lastModified }));
}

/**
 * Paths that differ from what was marked, missing ones among them. Time and size only: they are looked at before each
 * load; the content is hashed again while it is loaded.
 */
export function changedFiles(marks: readonly FileMark[], files: readonly MarkedFile[]): readonly string[] {
  const now = new Map(files.map(({ path, file }) => [path, file]));
  return marks
    .filter(({ path, bytes, lastModified }) => {
      const found = now.get(path);
      return found === undefined || found.size !== bytes || found.lastModified !== lastModified;
    })
    .map(({ path }) => path);
}
