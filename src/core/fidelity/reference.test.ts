import { describe, expect, it } from 'vitest';
import { readReference, type FidelityReference } from './reference.ts';

const REFERENCE: FidelityReference = {
  schemaVersion: 1,
  modelId: 'demo-tuned',
  weights: { path: 'onnx/model.onnx', sha256: 'a'.repeat(64) },
  tokenizerSha256: 'b'.repeat(64),
  dtype: 'fp32',
  device: 'cpu',
  madeBy: 'a test',
  prompts: [{ id: 'p', promptIds: [1], greedyIds: [2, 3], positions: [[[2, -0.1]], [[3, -0.2]]] }],
  choices: [{ id: 'c', promptIds: [1], continuations: [[4], [5]], logLikelihoods: [-1, -2], answer: 0 }],
};

describe('reference vectors', () => {
  it('are read in their form', () => {
    expect(readReference(REFERENCE, 'fidelity.json')).toEqual(REFERENCE);
  });

  it.each([
    ['a position missing', { prompts: [{ ...REFERENCE.prompts[0], positions: [[[2, -0.1]]] }] }, /prompts.0/],
    [
      'a probability above 1',
      { prompts: [{ ...REFERENCE.prompts[0], positions: [[[2, 0.5]], [[3, 0]]] }] },
      /positions/,
    ],
    ['an answer that is no choice', { choices: [{ ...REFERENCE.choices[0], answer: 2 }] }, /choices.0/],
    ['an unknown field', { extra: 1 }, /extra/],
  ])('with %s are refused, naming the field', (_, change, message) => {
    expect(() => readReference({ ...REFERENCE, ...change }, 'fidelity.json')).toThrow(message);
  });
});
