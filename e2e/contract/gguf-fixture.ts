/** The bundled weights as GGUF (e2e/fixtures/README.md), as a request for wllama. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ManifestRequest } from './requests.ts';

const PATH = 'demo-tuned.Q8_0.gguf';
const bytes = readFileSync(new URL(`../fixtures/${PATH}`, import.meta.url));

export const demoGguf: ManifestRequest = {
  runtimeId: 'wllama',
  modelId: 'demo-tuned-gguf',
  location: { kind: 'url', baseUrl: '/fixtures/' },
  dtype: 'Q8_0',
  device: 'wasm',
  threads: 1,
  expected: {
    [PATH]: { bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') },
  },
};
