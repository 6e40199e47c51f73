/** The committed packs, their index and the recorded results are exactly what their readable sources build. */
import { spawnSync } from 'node:child_process';

const BUILDERS = [
  'build-handwritten-pack.ts',
  'build-qa-pack.ts',
  'build-calc-pack.ts',
  'packs-index.ts',
  'record-results.ts',
] as const;
for (const builder of BUILDERS) {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', `scripts/${builder}`, '--check'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  console.log(`${builder}: ${status === 0 ? 'up to date' : 'differs from what is committed'}`);
  if (status !== 0) process.exitCode = 1;
}
