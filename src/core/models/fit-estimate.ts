/**
 * Whether a model fits on a device, by arithmetic that can be shown: weights, the cache of keys and values, and what
 * one pass needs besides, against the limits that the browser tells and, where it tells none, assumptions named as such.
 */
import { needsShaderF16 } from './dtype-files.ts';
import type { ModelShape } from './hub-catalog.ts';

export interface FitModel {
  readonly runtimeId: string;
  readonly dtype: string;
  /** Null when not known until the hub is asked. */
  readonly weightBytes: number | null;
  /** The largest single file; a browser hands a file to WebAssembly as one piece. */
  readonly largestFileBytes: number | null;
  readonly parameters: number | null;
  readonly contextTokens: number | null;
  readonly shape: ModelShape | null;
  /** Not to be fetched again. */
  readonly isHere: boolean;
}

export interface FitDevice {
  readonly kind: 'wasm' | 'webgpu';
  /** Of the whole device; Chromium rounds it and tells no more than its upper bound. */
  readonly memoryBytes: number | null;
  readonly shaderF16: boolean;
  readonly maxBufferBytes: number | null;
  readonly freeStorageBytes: number | null;
}

export type FitVerdict = 'fits' | 'tight' | 'will-not' | 'unknown';

export interface FitLine {
  readonly what: string;
  readonly bytes: number;
  /** How the number comes about, in words and figures. */
  readonly how: string;
}

export interface FitEstimate {
  readonly verdict: FitVerdict;
  /** Why not, or why tight; empty when it fits. */
  readonly reasons: readonly string[];
  readonly lines: readonly FitLine[];
  readonly neededBytes: number | null;
  readonly budgetBytes: number;
  readonly budgetHow: string;
}

/** What is reckoned with: longer visits than this are rare, and the cache grows with every token. */
export const RECKONED_TOKENS = 4_096;
const GIB = 1024 ** 3;
/** WebAssembly addresses 32 bits; runtimes, stacks and the page's own part take some of it. */
const WASM_BYTES = 4 * GIB;
/** What browsers allow as one array, which a file becomes on its way into WebAssembly. */
const LARGEST_PIECE = 2 * GIB;
/** Assumed where the browser does not tell the memory. */
const ASSUMED_MEMORY = 8 * GIB;
const TIGHT_FROM = 0.7;

/** Bits of a weight with the scales of its block, for a first guess when no file size is known. */
const BITS: readonly (readonly [RegExp, number])[] = [
  [/^(fp32|F32|q0f32)$/u, 32],
  [/^(fp16|F16|BF16|q0f16)$/u, 16],
  [/^(q8|int8|uint8|Q8_0)$/u, 8.5],
  [/^(q4|q4f16|q4f32|bnb4|Q4|IQ4)/u, 5],
  [/^(q3|Q3|IQ3)/u, 4],
  [/^(q2|Q2|IQ2|TQ2)/u, 3],
  [/^(q1|IQ1|TQ1)/u, 2],
  [/^Q5/u, 6],
  [/^Q6/u, 7],
];

export function estimateFit(model: FitModel, device: FitDevice): FitEstimate {
  const budget = budgetOf(device);
  const lines = linesOf(model, device);
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

function linesOf(model: FitModel, device: FitDevice): readonly FitLine[] | null {
  const weights = weightLine(model);
  if (weights === null) return null;
  const { shape } = model;
  if (shape === null) return [weights];
  const tokens = Math.min(model.contextTokens ?? RECKONED_TOKENS, RECKONED_TOKENS);
  const { layers, kvHeads, headSize, vocabulary, hiddenSize } = shape;
  const half = needsShaderF16(model.dtype) || model.runtimeId === 'wllama' || model.runtimeId === 'web-llm';
  const width = half ? 2 : 4;
  const cache = 2 * layers * kvHeads * headSize * tokens * width;
  // Of the rows of scores only the last is asked for; a graph that cannot leave the others out gives all of a prompt.
  const pass = tokens * hiddenSize * 4 * 4 + vocabulary * 4 * 2;
  const copy: FitLine = {
    what: 'While loading',
    bytes: model.runtimeId === 'transformers-js' && device.kind === 'wasm' ? weights.bytes : 0,
    how: 'the file and the runtime’s own copy of it stand in memory together for a moment',
  };
  return [
    weights,
    {
      what: 'Keys and values',
      bytes: cache,
      how: `2 × ${layers} layers × ${kvHeads} heads × ${headSize} numbers × ${tokens} tokens × ${width} bytes`,
    },
    {
      what: 'One pass',
      bytes: pass,
      how: `${tokens} tokens × ${hiddenSize} numbers × 4 bytes × 4 copies, and two rows of ${vocabulary} scores`,
    },
    ...(copy.bytes === 0 ? [] : [copy]),
  ];
}

function weightLine({ weightBytes, parameters, dtype }: FitModel): FitLine | null {
  if (weightBytes !== null) return { what: 'Weights', bytes: weightBytes, how: 'the size of the files' };
  const bits = BITS.find(([pattern]) => pattern.test(dtype))?.[1];
  if (parameters === null || bits === undefined) return null;
  return {
    what: 'Weights',
    bytes: (parameters * bits) / 8,
    how: `${Math.round(parameters / 1e6)} million parameters × ${bits} bits; a guess until the hub is asked for the size`,
  };
}

/** The table of words, which is the largest matrix of a small model. */
function largestMatrix({ shape, dtype }: FitModel, { kind }: FitDevice): number {
  if (shape === null || kind !== 'webgpu') return 0;
  const bits = BITS.find(([pattern]) => pattern.test(dtype))?.[1] ?? 32;
  return (shape.vocabulary * shape.hiddenSize * bits) / 8;
}
