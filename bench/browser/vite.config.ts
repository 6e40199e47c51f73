/** The page that benchmarks run in: built like the product, with its headers, beside the models and packs as they lie. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { emscriptenFactory } from '../../vite/emscripten-factory.ts';
import { gzipUrl } from '../../vite/gzip-url.ts';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const FOLDERS = [folder('../../public/'), folder('../../e2e/')];

function servePublic(): Plugin {
  return {
    name: 'serve-public',
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
        const file = FOLDERS.map((each) => `${each}${path.replace(/^\/+/, '')}`).find(
          (each) => existsSync(each) && statSync(each).isFile(),
        );
        if (path.includes('..') || file === undefined) {
          next();
          return;
        }
        response.writeHead(200, {
          'content-length': statSync(file).size,
          'content-type': file.endsWith('.json') ? 'application/json' : 'application/octet-stream',
          'cross-origin-resource-policy': 'same-origin',
        });
        createReadStream(file).pipe(response);
      });
    },
  };
}

export default defineConfig({
  root: folder('.'),
  appType: 'mpa',
  publicDir: false,
  plugins: [servePublic(), gzipUrl()],
  worker: { format: 'es', plugins: () => [gzipUrl(), emscriptenFactory()] },
  build: {
    outDir: folder('../../dist-bench/'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    rollupOptions: { input: folder('./bench.html') },
  },
  preview: {
    host: '127.0.0.1',
    port: 4320,
    headers: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy':
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'",
    },
  },
});
