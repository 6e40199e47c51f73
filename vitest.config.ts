import { defineConfig } from 'vitest/config';
import { gzipUrl } from './vite/gzip-url.ts';

export default defineConfig({
  plugins: [gzipUrl()],
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'workers/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    // A ceiling against hanging, not a measure: other checks run beside these tests.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // Two cores: more workers than that only take time from each other.
    maxWorkers: 2,
  },
});
