import type { CalculatorOutput } from './calculator.ts';
import { monthDayYear } from './day-number.ts';

/** A result as MedCalc-Bench writes its ground truth. */
export function resultText(output: CalculatorOutput, result: number): string {
  switch (output.kind) {
    case 'decimal':
      return String(Number(result.toFixed(output.digits)));
    case 'integer':
      return String(Math.round(result));
    case 'date':
      return monthDayYear(result);
    case 'weeks-days':
      return `('${Math.floor(result / 7)} weeks', '${result % 7} days')`;
  }
}
