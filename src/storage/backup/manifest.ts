/** What a backup says of itself, and the forms its content has had. */
import * as v from 'valibot';
import { AppError } from '../../core/errors.ts';
import { damaged } from './backup-errors.ts';

/**
 * Raised with every change of what the files hold; the older ones stay readable.
 * 1: packs, runs, records, scores, evidence. 2: annotations as well. 3: vocabularies as well.
 */
export const BACKUP_VERSION = 3;
/** What a backup without vocabularies says, so that a page of before can read it. */
export const WITHOUT_VOCABULARIES = 2;
export const MANIFEST_PATH = 'manifest.json';
export const MAX_MANIFEST_BYTES = 64 * 1024 * 1024;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const FileSchema = v.strictObject({
  path: v.string(),
  bytes: count,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')),
});

const ManifestSchema = v.strictObject({
  format: v.literal('bedside-backup'),
  version: v.pipe(count, v.minValue(1)),
  createdAt: v.string(),
  app: v.strictObject({ version: v.string(), build: v.string() }),
  runs: count,
  packs: count,
  vocabularies: v.exactOptional(count),
  files: v.array(FileSchema),
});

export type Manifest = v.InferOutput<typeof ManifestSchema>;
export type ManifestFile = Manifest['files'][number];

export function checkManifest(value: unknown): Manifest {
  const version: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'version') : undefined;
  if (typeof version === 'number' && Number.isInteger(version) && version > BACKUP_VERSION) {
    throw new AppError(
      'storage/version',
      `the backup has form ${version}; this page reads up to ${BACKUP_VERSION}`,
      {
        found: version,
        known: BACKUP_VERSION,
      },
    );
  }
  const parsed = v.safeParse(ManifestSchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw damaged(MANIFEST_PATH, `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}
