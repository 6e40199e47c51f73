/**
 * ONNX Runtime's own two files from this page's origin. WebGPU needs the asyncify build, WASM alone the plain one,
 * half its size; both are shipped as gzip (vite/gzip-url.ts), because many static hosts send WebAssembly uncompressed
 * and a first visit would wait for it.
 */
import asyncifyFactoryUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import asyncifyWasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?gzip-url';
import plainFactoryUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import plainWasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?gzip-url';
import { readPacked } from '../packed-file.ts';

export interface OrtFiles {
  readonly factoryUrl: string;
  readonly binary: ArrayBuffer;
}

export async function readOrtFiles(device: 'wasm' | 'webgpu', signal: AbortSignal): Promise<OrtFiles> {
  const [factoryUrl, wasmUrl] =
    device === 'webgpu' ? [asyncifyFactoryUrl, asyncifyWasmUrl] : [plainFactoryUrl, plainWasmUrl];
  return { factoryUrl, binary: await readPacked(wasmUrl, signal) };
}
