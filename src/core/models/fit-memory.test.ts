/** Sizes that llama.cpp printed when it opened public models, and the heads of each kind of attention. */
import { describe, expect, it } from 'vitest';
import type { FitDevice, FitModel } from './fit-contracts.ts';
import { computeLine, memoryLines } from './fit-memory.ts';
import { ggufBytes, type GgufParts } from './fixtures.ts';
import { readGgufFacts } from './gguf-header.ts';
import { shapeOfGguf } from './model-shape.ts';

const MIB = 1024 ** 2;
const WASM: FitDevice = {
  kind: 'wasm',
  memoryBytes: null,
  shaderF16: false,
  maxBufferBytes: null,
  freeStorageBytes: null,
};

function headOf(architecture: string, entries: Readonly<Record<string, number | readonly number[]>>) {
  const meta: GgufParts['meta'] = {
    'general.architecture': architecture,
    ...Object.fromEntries(Object.entries(entries).map(([key, value]) => [`${architecture}.${key}`, value])),
  };
  const facts = readGgufFacts(ggufBytes({ meta, tensors: [], dataBytes: 0 }));
  if (facts === null) throw new Error('not a GGUF file');
  return shapeOfGguf({ ...facts, parameters: null });
}

function linesOf(read: ReturnType<typeof headOf>) {
  const model: FitModel = {
    runtimeId: 'wllama',
    dtype: 'Q4_K_M',
    weightBytes: 1,
    largestFileBytes: 1,
    parameters: null,
    contextTokens: read.contextTokens,
    shape: read.shape,
    isHere: false,
  };
  return memoryLines(model, WASM) ?? [];
}
const cacheOf = (read: ReturnType<typeof headOf>) => linesOf(read)[1]?.bytes;

describe('keys and values of a GGUF model, by what its head says', () => {
  it('grouped heads: TinyLlama takes the 44 MiB that llama.cpp prints', () => {
    const read = headOf('llama', {
      context_length: 2048,
      block_count: 22,
      embedding_length: 2048,
      'attention.head_count': 32,
      'attention.head_count_kv': 4,
      vocab_size: 32_000,
    });
    expect(cacheOf(read)).toBe(44 * MIB);
    expect(linesOf(read)[1]?.how).toBe(
      '2 × 22 layers × 4 heads × 64 numbers × 2048 tokens × 2 bytes, set aside when it is opened',
    );
  });

  it('a head for each query, where the head names no others: 1 GiB for Llama 2 7B at 2,048', () => {
    const read = headOf('llama', {
      context_length: 2048,
      block_count: 32,
      embedding_length: 4096,
      'attention.head_count': 32,
      vocab_size: 32_000,
    });
    expect(cacheOf(read)).toBe(1024 * MIB);
  });

  it('heads with a size of their own: Qwen3 0.6B, whose context is cut to the one that is asked for', () => {
    const read = headOf('qwen3', {
      context_length: 40_960,
      block_count: 28,
      embedding_length: 1024,
      'attention.head_count': 16,
      'attention.head_count_kv': 8,
      'attention.key_length': 128,
      'attention.value_length': 128,
      vocab_size: 151_936,
    });
    expect(read.shape).toMatchObject({ heads: 16, headSize: 128 });
    expect(cacheOf(read)).toBe(2 * 28 * 8 * 128 * 8192 * 2);
  });

  it('one large head and a window: Gemma 3 1B, whole, since llama.cpp keeps the whole context unless told otherwise', () => {
    const read = headOf('gemma3', {
      context_length: 32_768,
      block_count: 26,
      embedding_length: 1152,
      'attention.head_count': 4,
      'attention.head_count_kv': 1,
      'attention.key_length': 256,
      'attention.value_length': 256,
      'attention.sliding_window': 512,
      vocab_size: 262_144,
    });
    expect(cacheOf(read)).toBe(2 * 26 * 1 * 256 * 8192 * 2);
  });

  it('values of another size than keys: DeepSeek V2 Lite', () => {
    const read = headOf('deepseek2', {
      context_length: 4096,
      block_count: 27,
      embedding_length: 2048,
      'attention.head_count': 16,
      'attention.head_count_kv': 16,
      'attention.key_length': 192,
      'attention.value_length': 128,
      vocab_size: 102_400,
    });
    expect(cacheOf(read)).toBe(27 * 16 * (192 + 128) * 4096 * 2);
    expect(linesOf(read)[1]?.how).toContain('27 layers × 16 heads × (192 + 128 numbers)');
  });

  it('another number of heads in every layer: OpenELM', () => {
    const each = [3, 3, 4, 4, 5];
    const read = headOf('openelm', {
      context_length: 2048,
      block_count: 5,
      embedding_length: 1280,
      'attention.head_count': 12,
      'attention.head_count_kv': each,
      'attention.key_length': 64,
      'attention.value_length': 64,
      vocab_size: 32_000,
    });
    expect(read.shape).toMatchObject({ kvHeads: 5, kvHeadsInAll: 19 });
    expect(cacheOf(read)).toBe(2 * 19 * 64 * 2048 * 2);
    expect(linesOf(read)[1]?.how).toContain('19 heads of 5 layers');
  });

  it('no attention at all: a Mamba model has no keys and values to reckon, and is not guessed', () => {
    const read = headOf('mamba', {
      context_length: 1_048_576,
      block_count: 24,
      embedding_length: 768,
      'attention.head_count': 0,
      vocab_size: 50_280,
    });
    expect(read.shape).toBeNull();
    expect(linesOf(read)).toHaveLength(1);
  });

  it('a head that was cut off in the vocabulary still says all of it', () => {
    const words = Array.from({ length: 500 }, (_, at) => `word ${at}`);
    const bytes = ggufBytes({
      meta: {
        'general.architecture': 'llama',
        'llama.context_length': 2048,
        'llama.block_count': 2,
        'llama.embedding_length': 64,
        'llama.attention.head_count': 8,
        'tokenizer.ggml.tokens': words,
      },
      tensors: [],
      dataBytes: 0,
    });
    const cut = readGgufFacts(bytes.subarray(0, 400));
    expect(cut).toEqual(readGgufFacts(bytes));
    expect(cut?.vocabulary).toBe(500);
    expect(readGgufFacts(bytes.subarray(0, 60))?.layers).toBeNull();
    expect(readGgufFacts(new TextEncoder().encode('<!doctype html>, which is no model'))).toBeNull();
  });
});

describe('compute buffers', () => {
  const LLAMA_2_7B = { hiddenSize: 4096, vocabulary: 32_000, heads: 32 };
  // As llama.cpp printed them ("CPU compute buffer size"), without flash attention unless said.
  it.each([
    ['Llama 2 7B, context 2,048', LLAMA_2_7B, 2048, 164.01],
    ['Llama 3 8B, context 512', { hiddenSize: 4096, vocabulary: 128_256, heads: 32 }, 512, 258.5],
  ] as const)('%s: as printed, to a hundredth', (_model, shape, context, printed) => {
    expect(computeLine(shape, context, 512).bytes / MIB).toBeCloseTo(printed, 1);
  });

  it('are an upper limit where flash attention is used: TinyLlama, printed 66.50', () => {
    const { bytes } = computeLine({ hiddenSize: 2048, vocabulary: 32_000, heads: 32 }, 2048, 512);
    expect(bytes / MIB).toBeGreaterThan(66.5);
    expect(bytes / MIB).toBeLessThan(3 * 66.5);
  });

  it('are those of the batch that is asked for here', () => {
    const model: FitModel = {
      runtimeId: 'wllama',
      dtype: 'Q4_K_M',
      weightBytes: 807_694_464,
      largestFileBytes: 807_694_464,
      parameters: 1_235_814_400,
      contextTokens: 131_072,
      shape: { layers: 16, kvHeads: 8, headSize: 64, vocabulary: 128_256, hiddenSize: 2048, heads: 32 },
      isHere: false,
    };
    expect(memoryLines(model, WASM)?.map(({ bytes }) => bytes)).toEqual([
      807_694_464,
      2 * 16 * 8 * 64 * 8192 * 2,
      64 * (8192 * 33 + 4 * 2048) * 4,
    ]);
  });
});
