import { toAppError, type AppError, type ErrorCode } from '../../core/errors.ts';

/**
 * Errors raised before the runtime was touched. Everything else may have left a poisoned worker behind:
 * transformers.js chains all its runs on one promise, and after one failure every later run fails with it.
 */
const HARMLESS: ReadonlySet<ErrorCode> = new Set([
  'model/too-long',
  'model/unsupported',
  'runtime/unsupported-operation',
  'runtime/cancelled',
  'input/option',
  'input/schema',
  // The server refused or was not there; nothing of ours broke.
  'server/not-permitted',
  'server/unreachable',
  'server/refused',
  'server/not-found',
  'server/busy',
]);

export function poisonsWorker(error: AppError): boolean {
  return !HARMLESS.has(error.code);
}

/** A missing or altered file is missing on every device: only trouble of the device itself is worth another. */
const OF_THE_DEVICE: ReadonlySet<ErrorCode> = new Set([
  'runtime/webgpu-unavailable',
  'runtime/device-lost',
  'runtime/out-of-memory',
  'runtime/unsupported-operation',
  'runtime/watchdog',
  'runtime/failed',
  'model/dtype-unavailable',
  'model/unsupported',
]);

export function worthAnotherDevice(error: AppError): boolean {
  return OF_THE_DEVICE.has(error.code);
}

/** Whatever a call threw, with a code; what the worker could not name is the runtime's failure. */
export function engineError(thrown: unknown): AppError {
  return toAppError(thrown, 'runtime/failed');
}
