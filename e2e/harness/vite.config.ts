/** A page of its own for the runtime's contract tests: built like the product, served with its headers. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { SERVER_ORIGIN } from '../support/server-address.ts';
import { emscriptenFactory } from '../../vite/emscripten-factory.ts';
import { roleOfPath } from '../../src/core/network/policies.ts';
import { gzipUrl } from '../../vite/gzip-url.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Address -> folders, looked in one after the other: bundled models, and files that only tests load. */
const SERVED = {
  '/models/': [folder('../../public/models/')],
  '/fixtures/': [folder('../fixtures/')],
  // The bundled graph as a stranger to transformers.js: its manifest beside the model's own files.
  '/session/': [folder('../fixtures/session/'), folder('../../public/models/demo-tuned/')],
};

/** Serves the models from where they lie: copying 30 MB into every build would cost more than the tests. */
function serveModels(): Plugin {
  return {
    name: 'serve-models',
    configurePreviewServer(server) {
      // As in the product: the worker that asks a server, and no other, has that server in its policy.
      server.middlewares.use('/assets/', (request, response, next) => {
        if (roleOfPath(request.url ?? '') === 'endpoint-worker') {
          const policy = `default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' ${SERVER_ORIGIN}`;
          const setHeader = response.setHeader.bind(response);
          response.setHeader = (name, value) =>
            setHeader(name, name.toLowerCase() === 'content-security-policy' ? policy : value);
        }
        next();
      });
      for (const [address, folders] of Object.entries(SERVED)) {
        server.middlewares.use(address, (request, response) => {
          const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
          const file = folders
            .map((each) => `${each}${path.replace(/^\/+/, '')}`)
            .find((each) => existsSync(each) && statSync(each).isFile());
          if (path.includes('..') || file === undefined) {
            response.writeHead(404).end();
            return;
          }
          response.writeHead(200, {
            'content-length': statSync(file).size,
            'content-type': file.endsWith('.json') ? 'application/json' : 'application/octet-stream',
            'cross-origin-resource-policy': 'same-origin',
          });
          createReadStream(file).pipe(response);
        });
      }
    },
  };
}

export default defineConfig({
  root,
  appType: 'mpa',
  publicDir: false,
  define: { __BEDSIDE_ENDPOINTS__: JSON.stringify(SERVER_ORIGIN) },
  plugins: [serveModels(), gzipUrl()],
  worker: { format: 'es', plugins: () => [gzipUrl(), emscriptenFactory()] },
  build: {
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    minify: false,
    rollupOptions: { input: fileURLToPath(new URL('./runtime.html', import.meta.url)) },
  },
  preview: {
    host: '127.0.0.1',
    port: 4310,
    headers: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy':
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'",
    },
  },
});
