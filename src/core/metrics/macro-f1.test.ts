import { describe, expect, it } from 'vitest';
import { macroF1 } from './macro-f1.ts';

const of = (wanted: string, given: string) =>
  [...wanted].map((label, index) => ({ wanted: label, given: given[index] ?? '' }));

describe('macro F1', () => {
  it('is that of the example in the documentation of scikit-learn’s f1_score', () => {
    expect(macroF1(of('012012', '021001'))).toBeCloseTo(0.26666, 4);
  });

  it('counts a label that is only given, and is null for nothing', () => {
    // Label a: 2 * 1 / 3, b: 0.
    expect(macroF1(of('aa', 'ab'))).toBeCloseTo(1 / 3, 12);
    expect(macroF1([])).toBeNull();
  });
});
