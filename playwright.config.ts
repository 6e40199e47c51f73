import { defineConfig } from '@playwright/test';
import { DIST } from './e2e/support/dist.ts';
import { browserArgs, ensureBrowser } from './scripts/find-browser.ts';

const PORT = Number(process.env['BEDSIDE_E2E_PORT'] ?? 4199);
const executablePath = ensureBrowser();

export default defineConfig({
  testDir: 'e2e',
  testMatch: ['journeys/**/*.spec.ts', 'guards/**/*.spec.ts', 'contract/**/*.spec.ts'],
  outputDir: 'test-results',
  // Much of a journey is waiting, so two go side by side; figures are taken by one alone.
  workers: process.env['BEDSIDE_LONG'] === undefined ? 2 : 1,
  fullyParallel: false,
  timeout: 180_000,
  expect: { timeout: 45_000 },
  // scripts/test.ts says how many needed the second try; while writing a test there is none.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    launchOptions: { executablePath, args: browserArgs() },
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'chromium', grepInvert: /@gpu|@long/ },
    {
      name: 'chromium-software-gpu',
      grep: /@gpu/,
      use: {
        launchOptions: {
          executablePath,
          args: [...browserArgs(), '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
        },
      },
    },
    ...(process.env['BEDSIDE_LONG'] === undefined
      ? []
      : [{ name: 'long', grep: /@long/, timeout: 3_600_000 }]),
  ],
  webServer: {
    command: `npx tsx scripts/serve-dist.ts --port ${PORT} --root ${DIST}`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
