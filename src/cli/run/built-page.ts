/** The built page: made where it is missing or older than its sources, so that a run never measures an old program. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../core/errors.ts';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCES = [
  'index.html',
  'package-lock.json',
  'vite.config.ts',
  'vite',
  'src',
  'workers',
  'public',
] as const;

/** Folder of the built page. BEDSIDE_DIST names one that is taken as it is. `log` gets lines for people. */
export function builtPage(log: (line: string) => void): string {
  const named = process.env['BEDSIDE_DIST'];
  if (named !== undefined && named !== '') return named;
  const root = join(REPOSITORY, 'dist');
  const page = join(root, 'index.html');
  const builtAt = existsSync(page) ? statSync(page).mtimeMs : null;
  if (builtAt !== null && !SOURCES.some((source) => changedSince(join(REPOSITORY, source), builtAt)))
    return root;
  log(
    builtAt === null
      ? 'The page has not been built yet: building it.'
      : 'The page is older than its sources: building it.',
  );
  // In a process of its own, its output on stderr: standard output may carry the run's records. What an older build
  // left stays, for another run may be loading its modules at this moment; `npm run build` empties the folder.
  const vite = join(REPOSITORY, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--no-emptyOutDir', '--logLevel', 'error'], {
    cwd: REPOSITORY,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0)
    throw new AppError('defect', 'the page could not be built: see above, or run npm run build');
  return root;
}

function changedSince(path: string, time: number): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (!stat.isDirectory()) return stat.mtimeMs > time && !path.endsWith('.test.ts');
  return readdirSync(path).some((name) => changedSince(join(path, name), time));
}
