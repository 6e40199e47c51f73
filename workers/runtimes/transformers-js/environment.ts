/**
 * transformers.js and ONNX Runtime made to live without a network: ORT's own files come from this page's
 * origin, model files from memory, and any other request is answered here with 404 instead of being sent.
 */
import { env, LogLevel } from '@huggingface/transformers';
import { AppError } from '../../../src/core/errors.ts';
import type { MemoryFiles } from './memory-files.ts';
import type { OrtFiles } from './ort-files.ts';

/** Any id of this shape does: it only names files in memory, and the library refuses ids with ".." or "--". */
export const IN_MEMORY_MODEL_ID = 'bedside/model';

/** Call once per worker, before the first session: ORT reads the thread count when it starts. */
export function configureEnvironment(threads: number, ort: OrtFiles): void {
  const wasm = env.backends.onnx.wasm;
  if (wasm === undefined) throw new AppError('defect', 'ONNX Runtime for the web is missing from the bundle');
  wasm.wasmPaths = { mjs: ort.factoryUrl };
  wasm.wasmBinary = ort.binary;
  wasm.numThreads = threads;
  // Caching the factory would import it from a blob: address, which the content security policy forbids.
  env.useWasmCache = false;
  env.useBrowserCache = false;
  env.useFSCache = false;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = '/';
  // A missing optional file falls through to fetch; the answer is always "not here".
  env.fetch = () => Promise.resolve(new Response(null, { status: 404 }));
  // The library logs model inputs when a run fails: token ids of a patient's words have no place in a console.
  env.logLevel = LogLevel.NONE;
}

/** Serves the library's file requests from memory; `null` lets go of the bytes. */
export function serveFiles(files: MemoryFiles | null): void {
  env.useCustomCache = true;
  env.customCache = {
    match: (request: string) => Promise.resolve(files?.response(filePathOf(request))),
    put: () => Promise.resolve(),
  };
}

function filePathOf(request: string): string {
  const at = request.indexOf(`${IN_MEMORY_MODEL_ID}/`);
  return at < 0 ? request : request.slice(at + IN_MEMORY_MODEL_ID.length + 1).replace(/^\/+/, '');
}

/** Versions as the running code reports them, not as a lock file promises them. */
export function runtimeVersion(): string {
  const ort = env.backends.onnx.versions?.web ?? 'unknown';
  return `transformers.js ${env.version}, onnxruntime-web ${ort}`;
}

/** Resolves when the GPU is lost (driver reset, tab discarded by the system); never on wasm. */
export async function whenDeviceLost(): Promise<string> {
  const webgpu: unknown = env.backends.onnx.webgpu;
  if (typeof webgpu === 'object' && webgpu !== null && 'device' in webgpu) {
    const device: unknown = await webgpu.device;
    if (typeof device === 'object' && device !== null && 'lost' in device) {
      const info: unknown = await device.lost;
      return typeof info === 'object' && info !== null && 'message' in info ? String(info.message) : 'lost';
    }
  }
  return new Promise(() => undefined);
}
