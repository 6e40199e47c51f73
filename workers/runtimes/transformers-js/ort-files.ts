/**
 * ONNX Runtime's own two files from this page's origin. WebGPU needs the asyncify build, WASM alone the plain one,
 * half its size; both are shipped as gzip (vite/gzip-url.ts), because many static hosts send WebAssembly uncompressed
 * and a first visit would wait for it.
 */
import asyncifyFactoryUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import asyncifyWasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?gzip-url';
import plainFactoryUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import plainWasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?gzip-url';
import { AppError } from '../../../src/core/errors.ts';

export interface OrtFiles {
  readonly factoryUrl: string;
  readonly binary: ArrayBuffer;
}

export async function readOrtFiles(device: 'wasm' | 'webgpu', signal: AbortSignal): Promise<OrtFiles> {
  const [factoryUrl, wasmUrl] =
    device === 'webgpu' ? [asyncifyFactoryUrl, asyncifyWasmUrl] : [plainFactoryUrl, plainWasmUrl];
  const response = await fetch(wasmUrl, { signal });
  if (!response.ok) {
    throw new AppError('network/http-status', `${wasmUrl} answered ${response.status}`, {
      file: wasmUrl,
      status: response.status,
    });
  }
  const bytes = await response.blob();
  return { factoryUrl, binary: await unpacked(bytes) };
}

/** Some servers unpack `.gz` files on the way, and the development server sends them plain: look, do not assume. */
async function unpacked(bytes: Blob): Promise<ArrayBuffer> {
  const start = new Uint8Array(await bytes.slice(0, 2).arrayBuffer());
  if (start[0] !== 0x1f || start[1] !== 0x8b) return bytes.arrayBuffer();
  return new Response(bytes.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
