import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { FILE_MANIFEST, type FileManifest } from '../../src/core/supply-chain/file-manifest.ts';

/** Every file of a build, sorted by path. Folders with a dot are left out: hosts do not serve them. */
export function hashFolder(folder: string): FileManifest['files'] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== FILE_MANIFEST && !path.split('/').some((part) => part.startsWith('.')))
    .sort();
  return files.map((path) => {
    const content = readFileSync(join(folder, path));
    return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  });
}
