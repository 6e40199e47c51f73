import { describe, expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import type { Calculator } from './calculator.ts';
import type { CalculatorInput } from './inputs.ts';
import { CALCULATORS, calculatorById } from './registry.ts';
import { resultText } from './result-text.ts';

/** Values at either end of an input and one that it must refuse. */
function edges(input: CalculatorInput): { ends: readonly unknown[]; beyond: readonly unknown[] } {
  switch (input.kind) {
    case 'quantity':
      return {
        ends: [input.low, input.high],
        beyond: [input.low - 0.01, input.high + 0.01, NaN, Infinity, '5', undefined],
      };
    case 'one-of':
      return { ends: input.options, beyond: ['', 'other', 1] };
    case 'flag':
      return { ends: [true, false], beyond: ['yes', 1, undefined] };
    case 'date':
      return { ends: [], beyond: ['2023-02-29', '29/02/2024', '', 20240229] };
  }
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : String(thrown);
  }
  return 'no error';
}

const each = CALCULATORS.map((calculator) => [calculator.id, calculator] as const);

describe('calculators', () => {
  it('are at least 24, each id once and found by it', () => {
    expect(CALCULATORS.length).toBeGreaterThanOrEqual(24);
    expect(new Set(CALCULATORS.map(({ id }) => id)).size).toBe(CALCULATORS.length);
    for (const calculator of CALCULATORS) expect(calculatorById(calculator.id)).toBe(calculator);
    expect(codeOf(() => calculatorById('none'))).toBe('input/unknown-id');
  });

  it.each(each)('%s reproduces its worked example', (_, { worked, compute }) => {
    expect(compute(worked.values).toFixed(worked.decimals)).toBe(worked.result.toFixed(worked.decimals));
  });

  it.each(each)('%s says what it does, after whom and where it does not hold', (_, calculator) => {
    const { title, formula, source, limits, worked, inputs } = calculator;
    for (const text of [title, formula, source, limits, worked.from]) expect(text.length).toBeGreaterThan(5);
    expect(source).toMatch(/\b(19|20)\d\d\b/);
    expect(Object.keys(worked.values).sort()).toEqual(Object.keys(inputs).sort());
    for (const input of Object.values(inputs)) expect(input.title).not.toBe('');
  });

  it.each(each)('%s is finite within its ranges and refuses what lies outside', (_, calculator) => {
    const { inputs, worked, compute, output } = calculator;
    for (const [name, input] of Object.entries(inputs)) {
      const { ends, beyond } = edges(input);
      for (const value of ends) {
        const result = within(calculator, { ...worked.values, [name]: value });
        // Values that are only wrong together are refused by name.
        if (typeof result === 'number') {
          expect(Number.isFinite(result)).toBe(true);
          expect(resultText(output, result)).not.toMatch(/NaN|Infinity/);
        } else expect(result).toBe('input/schema');
      }
      for (const value of beyond) {
        expect([name, value, codeOf(() => compute({ ...worked.values, [name]: value }))]).toEqual([
          name,
          value,
          'input/schema',
        ]);
      }
    }
    expect(codeOf(() => compute({ ...worked.values, surplus: 1 }))).toBe('input/schema');
    expect(codeOf(() => compute({}))).toBe('input/schema');
  });

  it('write results as MedCalc-Bench writes its truths', () => {
    const text = (id: string): string => {
      const { output, compute, worked } = calculatorById(id);
      return resultText(output, compute(worked.values));
    };
    expect(text('due-date')).toBe('10/08/2017');
    expect(text('gestational-age')).toBe("('10 weeks', '0 days')");
    expect(text('bmi')).toBe('23.1');
    expect(text('curb-65')).toBe('5');
  });
});

function within({ compute }: Calculator, values: Readonly<Record<string, unknown>>): number | string {
  try {
    return compute(values);
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : String(thrown);
  }
}
