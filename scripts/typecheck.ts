/** Every layer against its own configuration: core without the DOM library, workers without a page. */
import { spawnSync } from 'node:child_process';

const LAYERS = ['core', 'storage', 'workers', 'app', 'cli', 'tools'] as const;
let failed = 0;
for (const layer of LAYERS) {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', `tsconfig.${layer}.json`],
    {
      stdio: 'inherit',
    },
  );
  console.log(`types ${layer}: ${status === 0 ? 'ok' : 'failed'}`);
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
