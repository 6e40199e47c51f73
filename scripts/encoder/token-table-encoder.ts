/**
 * A text encoder made of nothing but a language model's own tokens: its tokenizer, and what it learned of each token on
 * its own. Texts are as alike as the means of their tokens, so a test can say with a few sums which are neighbours. Made
 * from the files of a bundled model; nothing is downloaded.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { input, model, node, output, tensor } from './onnx-bytes.ts';
import { initializerOf } from './onnx-initializer.ts';

const ConfigSchema = v.looseObject({ vocab_size: v.number(), hidden_size: v.number() });

export interface TokenTable {
  readonly width: number;
  /** Row by token id. */
  readonly rows: Float32Array;
}

export function tokenTableOf(folder: string): TokenTable {
  const config = v.parse(ConfigSchema, JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')));
  const { vocab_size: vocabulary, hidden_size: width } = config;
  const onnx = readFileSync(join(folder, 'onnx/model.onnx'));
  return { width, rows: initializerOf(onnx, [vocabulary, width]) };
}

/** The folder's files by path, as a person would pick them. */
export function tokenTableEncoder(folder: string): ReadonlyMap<string, Uint8Array> {
  const { width, rows } = tokenTableOf(folder);
  const vocabulary = rows.length / width;
  const dims = ['batch_size', 'sequence_length'];
  const graph = model('token-table', [
    node('Gather', ['rows', 'input_ids'], 'last_hidden_state'),
    tensor('rows', [vocabulary, width], rows),
    input('input_ids', 'int64', dims),
    output('last_hidden_state', 'float', [...dims, width]),
  ]);
  const config = {
    model_type: 'bert',
    architectures: ['BertModel'],
    vocab_size: vocabulary,
    hidden_size: width,
    num_hidden_layers: 0,
    max_position_embeddings: 512,
  };
  return new Map<string, Uint8Array>([
    ['config.json', new TextEncoder().encode(JSON.stringify(config))],
    ['tokenizer.json', readFileSync(join(folder, 'tokenizer.json'))],
    ['tokenizer_config.json', readFileSync(join(folder, 'tokenizer_config.json'))],
    ['onnx/model.onnx', graph],
  ]);
}
