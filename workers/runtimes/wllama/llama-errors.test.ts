import { describe, expect, it } from 'vitest';
import { failedCall } from './llama-errors.ts';

describe('what llama.cpp says', () => {
  it.each([
    [
      ["@@ERROR@@llama_model_load: unknown model architecture: 'new'"],
      'Error while loading model',
      'model/unsupported',
    ],
    [['@@ERROR@@ggml: failed to allocate buffer of size 9'], 'refused "load"', 'runtime/out-of-memory'],
    [
      ["@@ERROR@@tensor 'x' data is not within the file bounds, model is corrupted or incomplete"],
      'refused "load"',
      'model/file-truncated',
    ],
    [
      ['@@ERROR@@llama_model_load: error loading model: missing tensor'],
      'refused "load"',
      'model/not-a-model',
    ],
    [[], 'Cannot enlarge memory arrays', 'runtime/out-of-memory'],
    [[], 'memory access out of bounds', 'runtime/out-of-memory'],
    [[], 'Aborted(native code called abort())', 'runtime/failed'],
  ])('%j %s has a code of ours', (log, message, code) => {
    expect(failedCall('load', log, new Error(message)).code).toBe(code);
  });
});
