import { AppError } from '../errors.ts';
import { type CalculatorInputs, type InputValues, checkedValue } from './inputs.ts';

/** What the number that `compute` gives stands for. */
export type CalculatorOutput =
  | { readonly kind: 'decimal'; readonly unit: string; readonly digits: number }
  | { readonly kind: 'integer'; readonly unit: string }
  /** Days since 1970-01-01. */
  | { readonly kind: 'date' }
  /** Days. */
  | { readonly kind: 'weeks-days' };

/** The kinds of MedCalc-Bench, so that tables of both can stand side by side. */
export type CalculatorCategory =
  'lab test' | 'physical' | 'date' | 'dosage' | 'risk' | 'severity' | 'diagnosis';

interface Description {
  readonly id: string;
  readonly title: string;
  readonly category: CalculatorCategory;
  /** In words, complete enough to do it by hand. */
  readonly formula: string;
  /** The paper that the formula is taken from. */
  readonly source: string;
  /** Where the formula does not hold. */
  readonly limits: string;
  readonly output: CalculatorOutput;
}

export interface WorkedExample<Values = Readonly<Record<string, unknown>>> {
  readonly values: Values;
  readonly result: number;
  /** Decimals to which the example is given. */
  readonly decimals: number;
  /** Who worked it out. */
  readonly from: string;
}

export interface Calculator extends Description {
  readonly inputs: CalculatorInputs;
  readonly worked: WorkedExample;
  /** Every input must be there and within its range. */
  readonly compute: (values: Readonly<Record<string, unknown>>) => number;
}

interface Definition<I extends CalculatorInputs> extends Description {
  readonly inputs: I;
  readonly worked: WorkedExample<InputValues<I>>;
  readonly calculate: (values: InputValues<I>) => number;
}

/** A calculator with its inputs checked before anything is computed. */
export function defineCalculator<const I extends CalculatorInputs>(definition: Definition<I>): Calculator {
  const { calculate, ...description } = definition;
  return {
    ...description,
    compute(values) {
      const stranger = Object.keys(values).find((name) => !Object.hasOwn(definition.inputs, name));
      if (stranger !== undefined) throw outOfRange(definition.id, `has no input "${stranger}"`);
      const checked = Object.fromEntries(
        Object.entries(definition.inputs).map(([name, input]) => {
          const reading = checkedValue(input, values[name]);
          if ('problem' in reading) throw outOfRange(definition.id, `${name} ${reading.problem}`);
          return [name, reading.value];
        }),
      );
      // checkedValue has held every value to its input, which is what InputValues says of them.
      const result = calculate(checked as InputValues<I>);
      if (!Number.isFinite(result)) throw outOfRange(definition.id, 'has no finite result for these values');
      return result;
    },
  };
}

/** Also for calculators whose inputs are only wrong together. */
export function outOfRange(id: string, problem: string): AppError {
  return new AppError('input/schema', `${id}: ${problem}`, { calculator: id, problems: [problem] });
}
