import { dayNumber } from './day-number.ts';

interface Quantity {
  readonly kind: 'quantity';
  readonly title: string;
  readonly unit: string;
  /** Plausible in a living patient: outside lies a slip of the pen or of the unit. */
  readonly low: number;
  readonly high: number;
}

interface OneOf<T extends string = string> {
  readonly kind: 'one-of';
  readonly title: string;
  readonly options: readonly T[];
}

interface Flag {
  readonly kind: 'flag';
  readonly title: string;
}

/** As YYYY-MM-DD. */
interface CalendarDay {
  readonly kind: 'date';
  readonly title: string;
}

export type CalculatorInput = Quantity | OneOf | Flag | CalendarDay;
export type CalculatorInputs = Readonly<Record<string, CalculatorInput>>;

type ValueOf<Input> = Input extends Quantity
  ? number
  : Input extends OneOf<infer T>
    ? T
    : Input extends Flag
      ? boolean
      : string;
export type InputValues<I extends CalculatorInputs> = { readonly [K in keyof I]: ValueOf<I[K]> };

export function quantity(title: string, unit: string, low: number, high: number): Quantity {
  return { kind: 'quantity', title, unit, low, high };
}

export function oneOf<const T extends string>(title: string, options: readonly T[]): OneOf<T> {
  return { kind: 'one-of', title, options };
}

export const flag = (title: string): Flag => ({ kind: 'flag', title });
export const calendarDay = (title: string): CalendarDay => ({ kind: 'date', title });

export const SEX = oneOf('Sex', ['female', 'male']);
export const ADULT_AGE = quantity('Age', 'years', 18, 120);
export const WEIGHT = quantity('Body weight', 'kg', 0.5, 400);
export const HEIGHT = quantity('Height', 'cm', 30, 250);
export const CREATININE = quantity('Serum creatinine', 'mg/dL', 0.1, 25);
export const SODIUM = quantity('Serum sodium', 'mmol/L', 90, 200);
export const CHLORIDE = quantity('Serum chloride', 'mmol/L', 50, 160);
export const BICARBONATE = quantity('Serum bicarbonate', 'mmol/L', 1, 60);
export const ALBUMIN = quantity('Serum albumin', 'g/dL', 0.5, 7);
export const GLUCOSE = quantity('Glucose', 'mg/dL', 20, 2500);
export const BILIRUBIN = quantity('Total bilirubin', 'mg/dL', 0.1, 80);
export const INR = quantity('International normalised ratio', '', 0.5, 20);
export const SYSTOLIC = quantity('Systolic blood pressure', 'mmHg', 30, 300);
export const DIASTOLIC = quantity('Diastolic blood pressure', 'mmHg', 10, 200);
export const HEART_RATE = quantity('Heart rate', '/min', 15, 300);
export const QT = quantity('QT interval', 'ms', 150, 800);

type Reading = { readonly value: number | string | boolean } | { readonly problem: string };

export function checkedValue(input: CalculatorInput, value: unknown): Reading {
  switch (input.kind) {
    case 'quantity':
      if (typeof value !== 'number' || !Number.isFinite(value)) return { problem: 'must be a number' };
      return value < input.low || value > input.high
        ? { problem: `must be between ${input.low} and ${input.high} ${input.unit}`.trimEnd() }
        : { value };
    case 'one-of':
      return typeof value === 'string' && input.options.includes(value)
        ? { value }
        : { problem: `must be one of ${input.options.join(', ')}` };
    case 'flag':
      return typeof value === 'boolean' ? { value } : { problem: 'must be true or false' };
    case 'date':
      return typeof value === 'string' && dayNumber(value) !== null
        ? { value }
        : { problem: 'must be a date of the calendar as YYYY-MM-DD' };
  }
}
