/** The built page: made where it is missing or older than its sources, so that a run never measures an old program. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
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

const LOCK_MS = 5 * 60_000;

/** Folder of the built page. BEDSIDE_DIST names one that is taken as it is. `log` gets lines for people. */
export function builtPage(log: (line: string) => void): string {
  const named = process.env['BEDSIDE_DIST'];
  if (named !== undefined && named !== '') return named;
  const root = join(REPOSITORY, 'dist');
  const lock = join(REPOSITORY, 'node_modules', '.bedside-building');
  if (state(root) === 'current' && !existsSync(lock)) return root;
  takeTurn(lock, log);
  try {
    const found = state(root);
    if (found !== 'current') build(found, log);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return root;
}

function state(root: string): 'missing' | 'old' | 'current' {
  const builtAt = statSync(join(root, 'index.html'), { throwIfNoEntry: false })?.mtimeMs;
  if (builtAt === undefined) return 'missing';
  return SOURCES.some((source) => changedSince(join(REPOSITORY, source), builtAt)) ? 'old' : 'current';
}

/** One run builds at a time; others wait for it. A lock that a killed run left counts for LOCK_MS only. */
function takeTurn(lock: string, log: (line: string) => void): void {
  for (let told = false; ; told = true) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > LOCK_MS) rmSync(lock, { recursive: true, force: true });
    else if (!told) log('Another run is building the page: waiting for it.');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

function build(found: 'missing' | 'old', log: (line: string) => void): void {
  log(
    found === 'missing'
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
}

function changedSince(path: string, time: number): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (!stat.isDirectory()) return stat.mtimeMs > time && !path.endsWith('.test.ts');
  return readdirSync(path).some((name) => changedSince(join(path, name), time));
}
