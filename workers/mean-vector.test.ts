import { expect, it } from 'vitest';
import { meanVector } from './mean-vector.ts';

it('is the mean of the text’s own tokens, at length one', () => {
  const vectors = Float32Array.from([9, 9, 3, 0, 0, 4, 9, 9]);
  const vector = meanVector({ ids: [0, 1, 2, 3], content: [0, 1, 1, 0], vectors, dimensions: 2 });
  expect([...vector]).toEqual([expect.closeTo(0.6, 6), expect.closeTo(0.8, 6)]);
});

it('of nothing is like nothing', () => {
  const vector = meanVector({ ids: [0], content: [0], vectors: Float32Array.from([1, 2]), dimensions: 2 });
  expect([...vector]).toEqual([0, 0]);
});
