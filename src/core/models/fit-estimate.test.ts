import { describe, expect, it } from 'vitest';
import type { FitDevice, FitModel } from './fit-contracts.ts';
import { estimateFit } from './fit-estimate.ts';
import { RECKONED_TOKENS } from './fit-memory.ts';

const GIB = 1024 ** 3;
const device = (change: Partial<FitDevice> = {}): FitDevice => ({
  kind: 'wasm',
  memoryBytes: 8 * GIB,
  shaderF16: false,
  maxBufferBytes: null,
  freeStorageBytes: 10 * GIB,
  ...change,
});
const llama1b = (change: Partial<FitModel> = {}): FitModel => ({
  runtimeId: 'wllama',
  dtype: 'Q4_K_M',
  weightBytes: 807_694_464,
  largestFileBytes: 807_694_464,
  parameters: 1_235_814_400,
  contextTokens: 131_072,
  shape: { layers: 16, kvHeads: 8, headSize: 64, vocabulary: 128_256, hiddenSize: 2048 },
  isHere: false,
  ...change,
});

describe('whether a model fits', () => {
  it('is weights, keys and values, and one pass, each with its arithmetic', () => {
    const onnx = llama1b({ runtimeId: 'web-llm', dtype: 'q4f16_1' });
    const { verdict, lines, neededBytes } = estimateFit(onnx, device({ kind: 'webgpu', shaderF16: true }));
    const cache = 2 * 16 * 8 * 64 * RECKONED_TOKENS * 2;
    const pass = RECKONED_TOKENS * 2048 * 4 * 4 + 128_256 * 4 * 2;
    expect(verdict).toBe('fits');
    expect(lines.map(({ bytes }) => bytes)).toEqual([807_694_464, cache, pass]);
    expect(neededBytes).toBe(807_694_464 + cache + pass);
    expect(lines[1]?.how).toContain('16 layers');
  });

  it.each([
    ['too little memory', llama1b(), device({ memoryBytes: GIB }), 'will-not', /more memory/u],
    ['little memory', llama1b(), device({ memoryBytes: 2.4 * GIB }), 'tight', /most of the memory/u],
    ['too little storage', llama1b(), device({ freeStorageBytes: 500e6 }), 'will-not', /less storage/u],
    ['little storage', llama1b(), device({ freeStorageBytes: 900e6 }), 'tight', /storage that is left/u],
    ['too large a file', llama1b({ largestFileBytes: 2.2 * GIB }), device(), 'will-not', /2 GB/u],
    [
      'no 16-bit arithmetic',
      llama1b({ dtype: 'q4f16', runtimeId: 'transformers-js' }),
      device({ kind: 'webgpu' }),
      'will-not',
      /shader-f16/u,
    ],
    [
      'no graphics processor',
      llama1b({ dtype: 'q4f32_1', runtimeId: 'web-llm' }),
      device(),
      'will-not',
      /graphics processor only/u,
    ],
    [
      'small buffers',
      llama1b({ dtype: 'fp32', runtimeId: 'transformers-js' }),
      device({ kind: 'webgpu', maxBufferBytes: 256e6, memoryBytes: 64 * GIB }),
      'will-not',
      /one buffer/u,
    ],
  ] as const)('%s: %#', (_what, model, on, verdict, reason) => {
    const estimate = estimateFit(model, on);
    expect(estimate.verdict).toBe(verdict);
    expect(estimate.reasons.join(' ')).toMatch(reason);
  });

  it('needs no storage for what is here already', () => {
    expect(estimateFit(llama1b({ isHere: true }), device({ freeStorageBytes: 1 })).verdict).toBe('fits');
  });

  it('guesses weights from parameters and says that it is a guess', () => {
    const { lines } = estimateFit(llama1b({ weightBytes: null, largestFileBytes: null }), device());
    expect(lines[0]?.how).toMatch(/a guess/u);
    // The real file is 808 MB: the guess may be too high, never far too low.
    expect(lines[0]?.bytes).toBeGreaterThan(0.85 * 807_694_464);
  });

  it('is unknown without size and parameters', () => {
    const estimate = estimateFit(llama1b({ weightBytes: null, parameters: null }), device());
    expect(estimate).toMatchObject({ verdict: 'unknown', neededBytes: null });
  });
});
