/** The graph writer against another program's arithmetic: the tiny BERT through ONNX Runtime, and by numpy. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AutoModel, AutoTokenizer, Tensor, env } from '@huggingface/transformers';
import { afterAll, describe, expect, it } from 'vitest';
import { textPieces, tokenWindows } from '../../workers/runtimes/transformers-js/token-windows.ts';
import { halfToFloat } from './safetensors.ts';
import { tinyBertFiles } from './tiny-bert.ts';
import golden from './tiny-bert.golden.json';

const folder = mkdtempSync(join(tmpdir(), 'bedside-encoder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const [path, bytes] of tinyBertFiles()) {
  mkdirSync(dirname(join(folder, 'tiny', path)), { recursive: true });
  writeFileSync(join(folder, 'tiny', path), bytes);
}
env.allowRemoteModels = false;
env.localModelPath = folder;

describe('the tiny encoder', () => {
  it.each(golden.cases)('gives the values of another implementation, $ids', async ({ ids, rows }) => {
    const model = await AutoModel.from_pretrained('tiny', { dtype: 'fp32', local_files_only: true });
    const shape = [1, ids.length];
    const zeros = new BigInt64Array(ids.length);
    const outputs = (await model.forward({
      input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
      attention_mask: new Tensor(
        'int64',
        zeros.map(() => 1n),
        shape,
      ),
      token_type_ids: new Tensor('int64', zeros, shape),
    })) as { last_hidden_state: { dims: number[]; data: Float32Array } };
    const { dims, data } = outputs.last_hidden_state;
    expect(dims).toEqual([1, ids.length, 16]);
    for (const [row, values] of rows.entries()) {
      for (const [column, value] of values.entries()) expect(data[row * 16 + column]).toBeCloseTo(value, 4);
    }
    await model.dispose();
  });

  it('reads words, pieces of words and unknown letters', async () => {
    const tokenizer = await AutoTokenizer.from_pretrained('tiny', { local_files_only: true });
    expect(tokenizer.encode('Knee pain.')).toEqual([2, 15, 14, 5, 3]);
    expect(tokenizer.encode('Ω', { add_special_tokens: false })).toEqual([1]);
  });
});

describe('windows of a long text', () => {
  it('end where lines and sentences end, and nothing is lost', () => {
    const text = 'Cough. No fever\nBP 120/80. Takes 2.5 mg daily';
    expect(textPieces(text)).toEqual(['Cough. ', 'No fever\n', 'BP 120/80. ', 'Takes 2.5 mg daily']);
    expect(textPieces(text).join('')).toBe(text);
    expect(tokenWindows([[1, 2], [3], [4, 5, 6]], 3)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(tokenWindows([[1], [2, 3, 4, 5, 6]], 2)).toEqual([[1], [2, 3], [4, 5], [6]]);
    expect(tokenWindows([], 2)).toEqual([]);
  });
});

describe('half precision', () => {
  it.each([
    [0x0000, 0],
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65504],
    [0x0001, 2 ** -24],
    [0x3555, 0.333251953125],
    [0xfc00, -Infinity],
  ])('reads %i', (bits, value) => {
    expect(halfToFloat(bits)).toBe(value);
  });
});
