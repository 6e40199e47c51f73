/** The one place where messages of ONNX Runtime, WebGPU and the browser become codes of ours. */
import { AppError, type ErrorCode } from '../../../src/core/errors.ts';

/** Looked for in this order; the words are those the libraries were seen to use. */
const PATTERNS: readonly (readonly [RegExp, ErrorCode])[] = [
  [
    /device (is |was )?lost|GPUDevice.*lost|DXGI_ERROR_DEVICE_REMOVED|A valid external Instance reference no longer exists/i,
    'runtime/device-lost',
  ],
  [
    /out of memory|bad_alloc|Array buffer allocation failed|memory access out of bounds|failed to allocate|OrtMemoryInfo|Aborted\(OOM\)/i,
    'runtime/out-of-memory',
  ],
  [
    /Failed to get GPU adapter|no available backend found.*webgpu|WebGPU is not (supported|available)|requestDevice/i,
    'runtime/webgpu-unavailable',
  ],
  [/requires f16 but the device does not support|does not support fp16/i, 'model/dtype-unavailable'],
  [
    /Unsupported model type|Could not find an implementation for|is not a registered function\/op|Unrecognized attribute/i,
    'model/unsupported',
  ],
  [/protobuf parsing failed|Failed to load model|INVALID_PROTOBUF|external data/i, 'model/not-a-model'],
];

export function mapRuntimeError(thrown: unknown, deviceLostReason: string | null = null): AppError {
  if (thrown instanceof AppError) return thrown;
  const message = messageOf(thrown);
  if (deviceLostReason !== null) {
    return new AppError('runtime/device-lost', `the graphics processor was lost: ${deviceLostReason}`, {
      cause: message,
    });
  }
  const code = PATTERNS.find(([pattern]) => pattern.test(message))?.[1] ?? 'runtime/failed';
  return new AppError(code, message, {}, { cause: thrown });
}

/** ORT's WASM build also throws bare numbers (C++ exception pointers), which mean memory in practice. */
function messageOf(thrown: unknown): string {
  if (typeof thrown === 'number')
    return `the WASM runtime ended with exception ${thrown}: probably out of memory`;
  return thrown instanceof Error ? thrown.message : String(thrown);
}
