/**
 * Whether a model fits on a device, by arithmetic that can be shown: weights, the cache of keys and values, and what
 * one pass needs besides, against the limits that the browser tells and, where it tells none, assumptions named as such.
 */
import { bitsOfWeight, needsShaderF16 } from './dtype-files.ts';
import type { FitDevice, FitEstimate, FitModel, FitVerdict } from './fit-contracts.ts';
import { memoryLines } from './fit-memory.ts';

const GIB = 1024 ** 3;
/** WebAssembly addresses 32 bits; runtimes, stacks and the page's own part take some of it. */
const WASM_BYTES = 4 * GIB;
/** What browsers allow as one array, which a file becomes on its way into WebAssembly. */
const LARGEST_PIECE = 2 * GIB;
/** Assumed where the browser does not tell the memory. */
const ASSUMED_MEMORY = 8 * GIB;
const TIGHT_FROM = 0.7;

export function estimateFit(model: FitModel, device: FitDevice): FitEstimate {
  const budget = budgetOf(device);
  const lines = memoryLines(model, device);
  const neededBytes = lines === null ? null : lines.reduce((sum, line) => sum + line.bytes, 0);
  const hard: string[] = [];
  const soft: string[] = [];
  if (device.kind === 'webgpu' && needsShaderF16(model.dtype) && !device.shaderF16)
    hard.push(
      `${model.dtype} needs 16-bit arithmetic (shader-f16), which this graphics processor does not offer`,
    );
  if (model.runtimeId === 'web-llm' && device.kind === 'wasm')
    hard.push('it is compiled for a graphics processor only');
  const piece = model.largestFileBytes;
  if (model.runtimeId !== 'web-llm' && piece !== null && piece > LARGEST_PIECE)
    hard.push('one of its files is larger than the 2 GB that a browser takes as one piece');
  if (!model.isHere && model.weightBytes !== null && device.freeStorageBytes !== null) {
    if (model.weightBytes > device.freeStorageBytes)
      hard.push('the browser has less storage left than the download takes');
    else if (model.weightBytes > TIGHT_FROM * device.freeStorageBytes)
      soft.push('the download takes most of the storage that is left');
  }
  const largest = largestMatrix(model, device);
  if (device.kind === 'webgpu' && device.maxBufferBytes !== null && largest > device.maxBufferBytes)
    hard.push('its largest matrix does not fit into one buffer of the graphics processor');
  if (neededBytes !== null && neededBytes > budget.bytes) hard.push('it needs more memory than there is');
  else if (neededBytes !== null && neededBytes > TIGHT_FROM * budget.bytes)
    soft.push('it takes most of the memory; other tabs and programs have little left');
  const verdict: FitVerdict =
    hard.length > 0 ? 'will-not' : neededBytes === null ? 'unknown' : soft.length > 0 ? 'tight' : 'fits';
  return {
    verdict,
    reasons: hard.length > 0 ? hard : soft,
    lines: lines ?? [],
    neededBytes,
    budgetBytes: budget.bytes,
    budgetHow: budget.how,
  };
}

function budgetOf({ kind, memoryBytes }: FitDevice): { readonly bytes: number; readonly how: string } {
  const memory = memoryBytes ?? ASSUMED_MEMORY;
  const told =
    memoryBytes === null ? 'assumed, since this browser does not tell it' : 'as the browser tells it';
  if (kind === 'webgpu') {
    return {
      bytes: memory / 2,
      how: `half of this device’s memory (${told}): no browser tells the memory of the graphics processor, and many share the device’s`,
    };
  }
  const half = memory / 2;
  return half < WASM_BYTES
    ? {
        bytes: half,
        how: `half of this device’s memory (${told}); the rest is for the system and other programs`,
      }
    : { bytes: WASM_BYTES, how: 'the 4 GiB that WebAssembly can address' };
}

/** The table of words, which is the largest matrix of a small model. */
function largestMatrix({ shape, dtype }: FitModel, { kind }: FitDevice): number {
  if (shape === null || kind !== 'webgpu') return 0;
  const bits = bitsOfWeight(dtype) ?? 32;
  return (shape.vocabulary * shape.hiddenSize * bits) / 8;
}
