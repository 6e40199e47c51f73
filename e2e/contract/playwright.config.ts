/** Contract tests of the runtimes in a real Chromium. Run: npx playwright test -c e2e/contract/playwright.config.ts */
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const systemChromium = '/usr/bin/chromium';
const executablePath =
  process.env['BEDSIDE_CHROMIUM'] ?? (existsSync(systemChromium) ? systemChromium : undefined);

const args = [
  ...(process.getuid?.() === 0 || process.env['CI'] !== undefined ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-domain-reliability',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];
const launch = (more: readonly string[]) => ({
  launchOptions: {
    args: [...args, ...more],
    ...(executablePath === undefined ? {} : { executablePath }),
  },
});

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/contract',
  workers: 1,
  timeout: 120_000,
  reporter: 'list',
  use: { baseURL: 'http://127.0.0.1:4310' },
  projects: [
    { name: 'chromium', grepInvert: /@gpu/, use: launch([]) },
    {
      name: 'chromium-swiftshader',
      grep: /@gpu/,
      use: launch(['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader']),
    },
  ],
  webServer: {
    command:
      'node node_modules/vite/bin/vite.js build -c e2e/harness/vite.config.ts --logLevel warn && node node_modules/vite/bin/vite.js preview -c e2e/harness/vite.config.ts',
    cwd: '../..',
    url: 'http://127.0.0.1:4310/runtime.html',
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
