import { describe, expect, it } from 'vitest';
import { evaluateArithmetic, roundHalfEven } from './arithmetic.ts';

describe('evaluateArithmetic', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(140 - 53) * 87 / (1.39 * 72)', 75.6294964028777],
    ['-2 ** 2', -4],
    ['2 ** -1', 0.5],
    ['2 ** 3 ** 2', 512],
    ['-7 // 2', -4],
    ['-7 % 3', 2],
    ['round(2.5)', 2],
    ['round(2.675, 2)', 2.67],
    ['round(1234, -2)', 1200],
    ['min(3, 1, 2)', 1],
    ['math.sqrt(16) + np.log(1)', 4],
    ['math.log(8, 2)', 3],
    ['5 % 2 == 1', 1],
    ['1 < 2 < 2', 0],
    ['1e-3', 0.001],
    ['.5', 0.5],
    ['024.2', 24.2],
    ['000', 0],
  ])('%s is %d, as in Python', (text, value) => {
    expect(evaluateArithmetic(text)).toBeCloseTo(value, 12);
  });

  it.each([
    '',
    '1 +',
    '1 2',
    '007',
    '5kg',
    '1 / 0',
    'math.sqrt(-1)',
    '10 ** 999',
    'max(1, 2)',
    'log(2)',
    'math.constructor(1)',
    '__import__("os")',
    'x',
    '[1]',
    '(1, 2)',
    '1; 2',
    '('.repeat(5000),
    '-'.repeat(1999) + '1',
    '1+'.repeat(5000) + '1',
  ])('gives nothing for %s', (text) => {
    expect(evaluateArithmetic(text)).toBeNull();
  });
});

describe('roundHalfEven', () => {
  it.each([
    [0.5, 0],
    [1.5, 2],
    [2.5, 2],
    [-0.5, 0],
    [-1.5, -2],
    [-2.5, -2],
    [2.4999, 2],
    [-2.6, -3],
  ])('%d -> %d', (value, rounded) => {
    expect(roundHalfEven(value) + 0).toBe(rounded);
  });
});
