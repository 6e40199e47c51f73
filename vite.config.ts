import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { dropUnusedWasm } from './vite/drop-unused-wasm.ts';
import { emscriptenFactory } from './vite/emscripten-factory.ts';
import { gzipUrl } from './vite/gzip-url.ts';
import { developmentHeaders, metaPolicy, SECURITY_HEADERS } from './vite/security-headers.ts';
import { supplyChain } from './vite/supply-chain.ts';

interface PackageJson {
  readonly version: string;
  readonly license: string;
}

const { version, license: licence } = JSON.parse(
  readFileSync(new URL('./package.json', import.meta.url), 'utf8'),
) as PackageJson;

/** The commit the build was made from, so that a record names exactly one program. */
function buildName(): string {
  try {
    const commit = execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { encoding: 'utf8' }).trim();
    const changed = execFileSync('git', ['status', '--porcelain', '--untracked-files=no'], {
      encoding: 'utf8',
    });
    return changed.trim() === '' ? commit : `${commit}+changes`;
  } catch {
    return 'unknown';
  }
}

/** Changes with the weights that the build carries. */
function modelsRevision(): string {
  const catalog = new URL('./public/models/catalog.json', import.meta.url);
  return existsSync(catalog) ? createHash('sha256').update(readFileSync(catalog)).digest('hex') : 'none';
}

export default defineConfig({
  // Relative, so that one build works from any folder of any static host.
  base: './',
  appType: 'mpa',
  define: {
    __APP_VERSION__: JSON.stringify(version),
    __APP_BUILD__: JSON.stringify(buildName()),
    __BEDSIDE_HUB__: JSON.stringify(process.env['BEDSIDE_HUB'] ?? ''),
    __BEDSIDE_ENDPOINTS__: JSON.stringify(process.env['BEDSIDE_ENDPOINTS'] ?? ''),
    __MODELS_REVISION__: JSON.stringify(modelsRevision()),
  },
  plugins: [
    react(),
    gzipUrl(),
    dropUnusedWasm(),
    metaPolicy(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'workers',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest: {
        name: 'Bedside',
        short_name: 'Bedside',
        description: 'Measures small medical language models on this device. Nothing leaves it.',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#1d4f63',
        icons: [{ src: './icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      injectManifest: {
        // The shell only: runtimes, weights and recordings are cached when they are first used, so that a
        // first visit is not made to wait for forty megabytes.
        globPatterns: ['index.html', 'icon.svg', 'assets/*.{js,css}'],
        globIgnores: [
          '**/transformers-*.js',
          '**/ort-*.js',
          '**/web-llm*.js',
          '**/*llama-*.js',
          '**/onnx-session-*.js',
          '**/open-model-*.js',
          '**/kept-context-*.js',
          '**/logprobs-*.js',
          '**/engine.worker-*.js',
          '**/endpoint.worker-*.js',
        ],
        maximumFileSizeToCacheInBytes: 1024 * 1024,
      },
    }),
    supplyChain({ name: 'bedside', version, licence, build: buildName() }),
  ],
  worker: { format: 'es', plugins: () => [gzipUrl(), emscriptenFactory()] },
  optimizeDeps: { exclude: ['@huggingface/transformers', 'onnxruntime-web'] },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 2000,
  },
  server: { headers: { ...developmentHeaders() } },
  preview: { headers: { ...SECURITY_HEADERS } },
});
