/** `manifest.sha256.json`: every file of a build with its size and SHA-256, written by the build, checked from outside. */
import * as v from 'valibot';

export const FILE_MANIFEST = 'manifest.sha256.json';

const path = v.pipe(
  v.string(),
  v.minLength(1),
  v.check(
    (text) =>
      !/^\/|\\|^[a-z]+:/iu.test(text) && !text.split('/').some((part) => part === '..' || part === '.'),
    'must be relative and stay inside the folder',
  ),
);

export const FileManifestSchema = v.object({
  schemaVersion: v.literal(1),
  app: v.object({ name: v.string(), version: v.string(), build: v.string() }),
  files: v.pipe(
    v.array(
      v.object({
        path,
        bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u, 'must be 64 hexadecimal digits')),
      }),
    ),
    v.minLength(1, 'must list files'),
    v.check(
      (files) => new Set(files.map((file) => file.path)).size === files.length,
      'must list each file once',
    ),
  ),
});
export type FileManifest = v.InferOutput<typeof FileManifestSchema>;
