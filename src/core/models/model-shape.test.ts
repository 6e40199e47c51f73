import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shapeOfConfig, shapeOfGguf } from './model-shape.ts';

const NONE = { shape: null, parameters: null, contextTokens: null };

describe('the shape of a model', () => {
  it('is read from the configuration of the bundled one', () => {
    const config: unknown = JSON.parse(
      readFileSync(new URL('../../../public/models/demo-tuned/config.json', import.meta.url), 'utf8'),
    );
    const { shape, contextTokens } = shapeOfConfig(config);
    expect(contextTokens).toBe(2048);
    expect(shape).toMatchObject({
      layers: expect.any(Number) as number,
      hiddenSize: expect.any(Number) as number,
    });
    expect(shape?.headSize).toBeGreaterThan(1);
  });

  it('knows grouped heads, a head size of its own, old names and the text part of a larger model', () => {
    // Qwen/Qwen3-0.6B, config.json
    const qwen = {
      num_hidden_layers: 28,
      num_attention_heads: 16,
      num_key_value_heads: 8,
      head_dim: 128,
      hidden_size: 1024,
      vocab_size: 151_936,
      max_position_embeddings: 40_960,
    };
    const shape = { layers: 28, heads: 16, kvHeads: 8, headSize: 128, vocabulary: 151_936, hiddenSize: 1024 };
    expect(shapeOfConfig(qwen)).toEqual({ shape, parameters: null, contextTokens: 40_960 });
    expect(shapeOfConfig({ vocab_size: 7, text_config: qwen }).shape).toEqual(shape);
    // openai-community/gpt2, config.json
    expect(
      shapeOfConfig({ n_layer: 12, n_head: 12, n_embd: 768, vocab_size: 50_257, n_positions: 1024 }),
    ).toEqual({
      shape: { layers: 12, heads: 12, kvHeads: 12, headSize: 64, vocabulary: 50_257, hiddenSize: 768 },
      parameters: null,
      contextTokens: 1024,
    });
  });

  it.each([null, 7, 'x', [], {}, { num_hidden_layers: '28' }, { num_hidden_layers: -1, hidden_size: 1e300 }])(
    'is not guessed from %j',
    (config) => {
      expect(shapeOfConfig(config)).toEqual(NONE);
    },
  );

  it('is read from the head of a GGUF file, and null when parts are missing', () => {
    const header = {
      architecture: 'llama',
      name: null,
      licence: null,
      fileType: 7,
      contextTokens: 2048,
      layers: 4,
      embedding: 256,
      heads: 8,
      kvHeads: 4,
      headSize: null,
      valueSize: null,
      vocabulary: 2048,
      parameters: 3_500_000,
      atLeastBytes: 1,
    };
    expect(shapeOfGguf(header)).toEqual({
      shape: { layers: 4, heads: 8, kvHeads: 4, headSize: 32, vocabulary: 2048, hiddenSize: 256 },
      parameters: 3_500_000,
      contextTokens: 2048,
    });
    expect(shapeOfGguf({ ...header, vocabulary: null })).toMatchObject({
      shape: null,
      parameters: 3_500_000,
    });
  });
});
