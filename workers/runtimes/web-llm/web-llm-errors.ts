/** The one place where WebLLM's error classes become codes of ours. Their constructors are not exported: names decide. */
import { AppError, type ErrorCode } from '../../../src/core/errors.ts';
import { mapRuntimeError } from '../transformers-js/runtime-errors.ts';

const BY_NAME: Readonly<Record<string, ErrorCode>> = {
  WebGPUNotAvailableError: 'runtime/webgpu-unavailable',
  WebGPUNotFoundError: 'runtime/webgpu-unavailable',
  ShaderF16SupportError: 'model/dtype-unavailable',
  FeatureSupportError: 'runtime/unsupported-operation',
  IntegrityError: 'model/file-altered',
  DeviceLostError: 'runtime/device-lost',
  // We load before we ask. Afterwards the library unloads a model by itself only when its device is lost.
  ModelNotLoadedError: 'runtime/device-lost',
  SpecifiedModelNotFoundError: 'runtime/device-lost',
  ContextWindowSizeExceededError: 'model/too-long',
  UnsupportedTokenizerFilesError: 'model/unsupported',
  WindowSizeConfigurationError: 'model/unsupported',
  WindowSizeSpecificationError: 'model/unsupported',
  AttentionSinkSizeError: 'model/unsupported',
  MissingModelError: 'model/file-missing',
  ConfigValueError: 'input/option',
  MinValueError: 'input/option',
  NonNegativeError: 'input/option',
  SeedTypeError: 'input/option',
};

const BY_MESSAGE: readonly (readonly [RegExp, ErrorCode])[] = [
  [/Unable to find a compatible GPU/i, 'runtime/webgpu-unavailable'],
  [/requested max\w+\s+exceeds limit/i, 'runtime/webgpu-unavailable'],
  // A library compiled for another version of the runtime: imports or exports that do not meet.
  [/LinkError|function import requires a callable|Import #\d+/i, 'model/unsupported'],
];

export function mapWebLlmError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (!(thrown instanceof Error)) return mapRuntimeError(thrown);
  const named = Object.hasOwn(BY_NAME, thrown.name) ? BY_NAME[thrown.name] : undefined;
  const code = named ?? BY_MESSAGE.find(([pattern]) => pattern.test(thrown.message))?.[1];
  return code === undefined
    ? mapRuntimeError(thrown)
    : new AppError(code, thrown.message, {}, { cause: thrown });
}
