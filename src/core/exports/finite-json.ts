import { AppError } from '../errors.ts';

/** JSON.stringify would write NaN and Infinity as null, which a reader takes for "no value": a defect, never a file. */
export function finiteJson(value: unknown, indent?: number): string {
  return JSON.stringify(
    value,
    (key, one: unknown) => {
      if (typeof one === 'number' && !Number.isFinite(one))
        throw new AppError('defect', `an export holds the number ${one} at "${key}"`);
      return one;
    },
    indent,
  );
}

/** One object a line. */
export function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${finiteJson(value)}\n`).join('');
}
