/**
 * What the memory of a model is computed from, read from its own config.json or GGUF head. The names are those of
 * transformers' configurations (huggingface.co/docs/transformers, "Configuration"); older ones have other names for the
 * same, and models for several kinds of input keep those of the text part in text_config.
 */
import * as v from 'valibot';
import type { GgufFacts } from './gguf-header.ts';
import type { ModelShape } from './hub-catalog.ts';

export interface ReadShape {
  readonly shape: ModelShape | null;
  readonly parameters: number | null;
  readonly contextTokens: number | null;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000));
const maybe = v.fallback(v.nullish(count), null);

const TextConfigSchema = v.looseObject({
  num_hidden_layers: maybe,
  n_layer: maybe,
  num_key_value_heads: maybe,
  num_attention_heads: maybe,
  n_head: maybe,
  head_dim: maybe,
  hidden_size: maybe,
  n_embd: maybe,
  vocab_size: maybe,
  max_position_embeddings: maybe,
  n_positions: maybe,
});
const ConfigSchema = v.looseObject({
  ...TextConfigSchema.entries,
  text_config: v.fallback(v.nullish(TextConfigSchema), null),
});

/** Parts that a configuration leaves to the library's defaults are not guessed: the shape is then null. */
export function shapeOfConfig(json: unknown): ReadShape {
  const config = v.safeParse(ConfigSchema, json);
  if (!config.success) return { shape: null, parameters: null, contextTokens: null };
  const own = config.output;
  const text = own.text_config;
  const get = (...names: (keyof typeof TextConfigSchema.entries)[]): number | null =>
    names.map((name) => text?.[name] ?? own[name] ?? null).find((value) => value !== null) ?? null;
  const layers = get('num_hidden_layers', 'n_layer');
  const heads = get('num_attention_heads', 'n_head');
  const kvHeads = get('num_key_value_heads') ?? heads;
  const hiddenSize = get('hidden_size', 'n_embd');
  const vocabulary = get('vocab_size');
  const headSize =
    get('head_dim') ?? (heads === null || hiddenSize === null ? null : Math.floor(hiddenSize / heads));
  const shape = whole({ layers, kvHeads, headSize, vocabulary, hiddenSize });
  return {
    shape: shape === null || heads === null ? shape : { ...shape, heads },
    parameters: null,
    contextTokens: get('max_position_embeddings', 'n_positions'),
  };
}

/** Of the whole head, or of as much of it as was fetched; a model without attention has no shape. */
export function shapeOfGguf(header: GgufFacts & { readonly parameters: number | null }): ReadShape {
  const { layers, kvHeads, heads, headSize, valueSize, embedding, vocabulary, parameters, contextTokens } =
    header;
  const each = typeof kvHeads === 'number' ? null : kvHeads;
  const most = typeof kvHeads === 'number' ? kvHeads : each === null ? null : Math.max(...each);
  const size =
    headSize ?? (heads === null || embedding === null || heads === 0 ? null : Math.floor(embedding / heads));
  const shape = whole({
    layers,
    kvHeads: most ?? heads,
    headSize: size,
    vocabulary,
    hiddenSize: embedding,
  });
  return {
    shape:
      shape === null
        ? null
        : {
            ...shape,
            ...(heads === null ? {} : { heads }),
            ...(valueSize === null || valueSize === size ? {} : { valueSize }),
            ...(each === null ? {} : { kvHeadsInAll: each.reduce((sum, one) => sum + one, 0) }),
          },
    parameters,
    contextTokens,
  };
}

type Needed = 'layers' | 'kvHeads' | 'headSize' | 'vocabulary' | 'hiddenSize';

function whole(parts: Readonly<Record<Needed, number | null>>): Pick<ModelShape, Needed> | null {
  const { layers, kvHeads, headSize, vocabulary, hiddenSize } = parts;
  if (layers === null || kvHeads === null || headSize === null || vocabulary === null || hiddenSize === null)
    return null;
  const all = { layers, kvHeads, headSize, vocabulary, hiddenSize };
  return Object.values(all).every((value) => value >= 1) ? all : null;
}
