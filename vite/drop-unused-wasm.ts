/**
 * ONNX Runtime's bundle names its WebAssembly file by a URL, so the build would copy 27 MB that are never asked
 * for: the engine worker always hands the binary over itself (workers/runtimes/transformers-js/ort-files.ts).
 */
import type { Plugin } from 'vite';

export function dropUnusedWasm(): Plugin {
  return {
    name: 'bedside-drop-unused-wasm',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const name of Object.keys(bundle)) {
        if (/(^|\/)ort-wasm[^/]*\.wasm$/u.test(name)) delete bundle[name];
      }
    },
  };
}
