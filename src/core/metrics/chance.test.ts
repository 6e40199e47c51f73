import { describe, expect, it } from 'vitest';
import { chanceAccuracy } from './chance.ts';

const choices = (count: number) => ({
  choices: Array.from({ length: count }, (_, at) => ({ id: String(at), text: 'x' })),
});

describe('guessing among the choices', () => {
  it('is right in the mean of one over the number of choices, not in one over their mean', () => {
    expect(chanceAccuracy([choices(4), choices(4)])).toBe(0.25);
    expect(chanceAccuracy([choices(2), choices(10)])).toBeCloseTo(0.3, 12);
  });
  it('is not told where a sample has none', () => {
    expect(chanceAccuracy([])).toBeNull();
    expect(chanceAccuracy([choices(4), {}])).toBeNull();
  });
});
