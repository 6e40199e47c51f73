import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { model, tensor } from './onnx-bytes.ts';
import { initializerOf } from './onnx-initializer.ts';

describe('a weight of an ONNX file', () => {
  const written = model('two weights', [
    tensor('whole', [2, 3], BigInt64Array.from([1n, 2n, 3n, 4n, 5n, 6n])),
    tensor('other', [3, 2], Float32Array.of(9, 9, 9, 9, 9, 9)),
    tensor('wanted', [2, 3], Float32Array.of(1, -2.5, 3, 0, 1e-30, 7)),
  ]);

  it('is found by its dimensions, as it was written', () => {
    expect([...initializerOf(written, [2, 3])]).toEqual([...Float32Array.of(1, -2.5, 3, 0, 1e-30, 7)]);
  });

  it('is refused where there is none', () => {
    expect(() => initializerOf(written, [6])).toThrow('no weight of 6');
  });

  it('is the token table of the bundled model: no row is empty', () => {
    const rows = initializerOf(readFileSync('public/models/demo-tuned/onnx/model.onnx'), [3072, 256]);
    expect(rows).toHaveLength(3072 * 256);
    expect(rows.every(Number.isFinite)).toBe(true);
  });
});
