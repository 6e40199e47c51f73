/** The memory that a model takes, part by part, each with its arithmetic. */
import { bitsOfWeight, needsShaderF16 } from './dtype-files.ts';
import type { FitDevice, FitLine, FitModel } from './fit-contracts.ts';
import type { ModelShape } from './hub-catalog.ts';
import { GGUF_BATCH_TOKENS, ggufContextTokens } from './gguf-context.ts';

/** What is reckoned with where memory grows with every token: longer visits than this are rare. */
export const RECKONED_TOKENS = 4_096;
/** llama.cpp reads at least this many tokens at once, whatever it is asked for (GGML_KQ_MASK_PAD). */
const LEAST_GGUF_BATCH = 64;

/** Null when not even the size of the weights is known; without a shape, the weights alone. */
export function memoryLines(model: FitModel, device: FitDevice): readonly FitLine[] | null {
  const weights = weightLine(model);
  if (weights === null) return null;
  const { shape } = model;
  if (shape === null) return [weights];
  if (model.runtimeId === 'wllama') return [weights, ...llamaLines(shape, model.contextTokens)];
  const tokens = Math.min(model.contextTokens ?? RECKONED_TOKENS, RECKONED_TOKENS);
  const half = needsShaderF16(model.dtype) || model.runtimeId === 'web-llm';
  const twice = model.runtimeId === 'transformers-js' && device.kind === 'wasm';
  return [
    weights,
    cacheLine(shape, tokens, half ? 2 : 4, ''),
    onePass(shape, tokens),
    ...(twice
      ? [
          {
            what: 'While loading',
            bytes: weights.bytes,
            how: 'the file and the runtime’s own copy of it stand in memory together for a moment',
          },
        ]
      : []),
  ];
}

function weightLine({ weightBytes, parameters, dtype }: FitModel): FitLine | null {
  if (weightBytes !== null) return { what: 'Weights', bytes: weightBytes, how: 'the size of the files' };
  const bits = bitsOfWeight(dtype);
  if (parameters === null || bits === null) return null;
  return {
    what: 'Weights',
    bytes: (parameters * bits) / 8,
    how: `${Math.round(parameters / 1e6)} million parameters × ${bits} bits; a guess until the hub is asked for the size`,
  };
}

function cacheLine(shape: ModelShape, tokens: number, width: 2 | 4, when: string): FitLine {
  const { layers, kvHeads, headSize, valueSize = headSize, kvHeadsInAll } = shape;
  const heads = kvHeadsInAll ?? layers * kvHeads;
  const counted =
    kvHeadsInAll === undefined ? `${layers} layers × ${kvHeads} heads` : `${heads} heads of ${layers} layers`;
  const numbers =
    valueSize === headSize
      ? `2 × ${counted} × ${headSize} numbers`
      : `${counted} × (${headSize} + ${valueSize} numbers)`;
  return {
    what: 'Keys and values',
    bytes: heads * (headSize + valueSize) * tokens * width,
    how: `${numbers} × ${tokens} tokens × ${width} bytes${when}`,
  };
}

/** Of the rows of scores only the last is asked for; a graph that cannot leave the others out gives all of a prompt. */
function onePass({ hiddenSize, vocabulary }: ModelShape, tokens: number): FitLine {
  return {
    what: 'One pass',
    bytes: tokens * hiddenSize * 4 * 4 + vocabulary * 4 * 2,
    how: `${tokens} tokens × ${hiddenSize} numbers × 4 bytes × 4 copies, and two rows of ${vocabulary} scores`,
  };
}

/**
 * llama.cpp sets everything aside when it opens a model: 16-bit keys and values for the whole context, and buffers for
 * the largest step of one batch. That step is either the scores of every token, or attention over the whole context; the
 * two expressions give the sizes that llama.cpp prints (fit-memory.test.ts). Where it can use flash attention it needs
 * less.
 */
function llamaLines(shape: ModelShape, claimed: number | null): readonly FitLine[] {
  const { hiddenSize, headSize, vocabulary } = shape;
  const context = ggufContextTokens(claimed);
  const batch = Math.min(Math.max(GGUF_BATCH_TOKENS, LEAST_GGUF_BATCH), context);
  return [
    cacheLine(shape, context, 2, ', set aside when it is opened'),
    computeLine(
      { hiddenSize, vocabulary, heads: shape.heads ?? Math.ceil(hiddenSize / headSize) },
      context,
      batch,
    ),
  ];
}

/** Exported for its test, which holds it to printed sizes of other batches. */
export function computeLine(
  {
    hiddenSize,
    vocabulary,
    heads,
  }: { readonly hiddenSize: number; readonly vocabulary: number; readonly heads: number },
  context: number,
  batch: number,
): FitLine {
  const scores = batch * (vocabulary + hiddenSize) * 4;
  const attention = batch * (context * (heads + 1) + 4 * hiddenSize) * 4;
  return {
    what: 'Compute buffers',
    bytes: Math.max(scores, attention),
    how:
      scores >= attention
        ? `${batch} tokens × (${vocabulary} scores + ${hiddenSize} numbers) × 4 bytes`
        : `${batch} tokens × (${context} tokens × ${heads + 1} rows of attention + 4 × ${hiddenSize} numbers) × 4 bytes`,
  };
}
