/**
 * A very small BERT whose weights follow a formula, so that tests need no downloaded model and another program can
 * compute the same values. It knows nothing: its similarities mean nothing.
 */
import { bertOnnx, type BertShape } from './bert-onnx.ts';

export const TINY_SHAPE: BertShape = {
  vocabulary: 64,
  positions: 64,
  width: 16,
  inner: 32,
  layers: 2,
  heads: 2,
  epsilon: 1e-12,
};

const WORDS =
  'the patient denies has cough fever pain knee chest no and takes daily plan rest note left right blood pressure is was of for with subjective objective assessment'.split(
    ' ',
  );

/** sin(name number + 0.7 i) / 2 for weights, around 1 for the norms. */
export function tinyWeights(): (name: string) => Float32Array {
  const { vocabulary, positions, width, inner } = TINY_SHAPE;
  const sizeOf = (name: string): number => {
    if (name.includes('word_embeddings')) return vocabulary * width;
    if (name.includes('position_embeddings')) return positions * width;
    if (name.includes('token_type')) return 2 * width;
    if (name.includes('LayerNorm')) return width;
    const wide = name.includes('intermediate');
    if (name.endsWith('bias')) return wide ? inner : width;
    return wide || /layer\.\d\.output\.dense/u.test(name) ? inner * width : width * width;
  };
  return (name) => {
    const seed = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
    const base = name.includes('LayerNorm.weight') ? 1 : 0;
    return Float32Array.from({ length: sizeOf(name) }, (_, i) => base + Math.sin(seed + 0.7 * i) / 2);
  };
}

/** The folder's files by path. */
export function tinyBertFiles(): ReadonlyMap<string, Uint8Array> {
  const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
  const tokens = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', '.', ',', ':', ...WORDS];
  const letters = [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `##${letter}`);
  const vocab = Object.fromEntries(
    [...tokens, ...letters].slice(0, TINY_SHAPE.vocabulary).map((token, id) => [token, id]),
  );
  const special = (content: string, id: number) => ({
    id,
    content,
    special: true,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
  });
  const cls = { SpecialToken: { id: '[CLS]', type_id: 0 } };
  const sep = { SpecialToken: { id: '[SEP]', type_id: 0 } };
  const tokenizer = {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'].map(special),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [cls, { Sequence: { id: 'A', type_id: 0 } }, sep],
      pair: [cls, { Sequence: { id: 'A', type_id: 0 } }, sep, { Sequence: { id: 'B', type_id: 1 } }, sep],
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
      },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  };
  return new Map([
    ['config.json', json(bertConfig(TINY_SHAPE))],
    ['tokenizer.json', json(tokenizer)],
    ['tokenizer_config.json', json(TOKENIZER_CONFIG)],
    ['onnx/model.onnx', bertOnnx(TINY_SHAPE, tinyWeights())],
  ]);
}

export const TOKENIZER_CONFIG = {
  tokenizer_class: 'BertTokenizer',
  do_lower_case: true,
  unk_token: '[UNK]',
  sep_token: '[SEP]',
  pad_token: '[PAD]',
  cls_token: '[CLS]',
  mask_token: '[MASK]',
  model_max_length: 512,
};

function bertConfig(shape: BertShape) {
  return {
    model_type: 'bert',
    architectures: ['BertModel'],
    vocab_size: shape.vocabulary,
    hidden_size: shape.width,
    intermediate_size: shape.inner,
    num_hidden_layers: shape.layers,
    num_attention_heads: shape.heads,
    max_position_embeddings: shape.positions,
    layer_norm_eps: shape.epsilon,
    type_vocab_size: 2,
    pad_token_id: 0,
  };
}
