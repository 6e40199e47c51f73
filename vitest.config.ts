import { defineConfig } from 'vitest/config';
import { gzipUrl } from './vite/gzip-url.ts';

export default defineConfig({
  plugins: [gzipUrl()],
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'workers/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    // Two cores: more workers than that only take time from each other.
    maxWorkers: 2,
  },
});
