import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppError } from '../core/errors.ts';

/** Path of a pack that ships with the repository, by its id; other packs are named with --pack. */
export function bundledPack(id: string): string {
  const path = fileURLToPath(new URL(`../../public/packs/${encodeURIComponent(id)}.json`, import.meta.url));
  if (existsSync(path)) return path;
  throw new AppError('input/option', `no bundled pack is called "${id}": name its file with --pack`, {
    option: '--pack',
  });
}
