import * as v from 'valibot';
import type { SolverSettings } from '../contracts.ts';
import { AppError } from '../errors.ts';

export const wholeNumber = (least: number, most: number) =>
  v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(least), v.maxValue(most));
export const temperature = v.pipe(v.number(), v.minValue(0.01, 'equal answers need no vote'), v.maxValue(2));

/** A solver's settings with every default filled in; a setting that it does not know is refused by name. */
export function settingsOf<TSchema extends v.GenericSchema<unknown, SolverSettings>>(
  solverId: string,
  schema: TSchema,
  given: SolverSettings,
): v.InferOutput<TSchema> {
  const read = v.safeParse(schema, given);
  if (read.success) return read.output;
  const issue = read.issues[0];
  throw new AppError('input/option', `${v.getDotPath(issue) ?? 'settings'}: ${issue.message}`, {
    solver: solverId,
  });
}
