import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { dropUnusedWasm } from './vite/drop-unused-wasm.ts';
import { gzipUrl } from './vite/gzip-url.ts';
import { contentSecurityPolicy } from './vite/security-headers.ts';

interface PackageJson {
  readonly version: string;
}

const { version } = JSON.parse(
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

/** The page's own policy for the one load that happens before the service worker controls it. */
function metaPolicy(): Plugin {
  return {
    name: 'bedside-meta-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy('meta') },
        injectTo: 'head-prepend',
      },
    ],
  };
}

export default defineConfig({
  // Relative, so that one build works from any folder of any static host.
  base: './',
  appType: 'mpa',
  define: {
    __APP_VERSION__: JSON.stringify(version),
    __APP_BUILD__: JSON.stringify(buildName()),
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
        globIgnores: ['**/transformers-*.js', '**/ort-*.js', '**/engine.worker-*.js'],
        maximumFileSizeToCacheInBytes: 1024 * 1024,
      },
    }),
  ],
  worker: { format: 'es', plugins: () => [gzipUrl()] },
  optimizeDeps: { exclude: ['@huggingface/transformers', 'onnxruntime-web'] },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 2000,
  },
  server: {
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
  },
});
