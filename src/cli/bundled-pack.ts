import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppError } from '../core/errors.ts';

/** Path of a pack that ships with the repository, by its id; other packs are named with --pack. */
export function bundledPack(id: string): string {
  const path = findBundledPack(id);
  if (path !== null) return path;
  throw new AppError('input/option', `no bundled pack is called "${id}": name its file with --pack`, {
    option: '--pack',
  });
}

export function findBundledPack(id: string): string | null {
  const path = fileURLToPath(new URL(`../../public/packs/${encodeURIComponent(id)}.json`, import.meta.url));
  return existsSync(path) ? path : null;
}
