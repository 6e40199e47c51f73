import { type ParseArgsConfig, parseArgs } from 'node:util';
import { AppError } from '../core/errors.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** node:util parseArgs with its complaints as AppError input/option. */
export function commandArgs<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw new AppError(
      'input/option',
      message,
      { option: /'(-[^' ]*)/.exec(message)?.[1] ?? '' },
      { cause: thrown },
    );
  }
}

export function requiredOption(value: string | undefined, name: string): string {
  if (value === undefined || value === '') {
    throw new AppError('input/option', `${name} is missing`, { option: name });
  }
  return value;
}

/** "a,b" as a list without blanks or repeats. */
export function listOption(value: string): string[] {
  return [...new Set(value.split(',').map((item) => item.trim()))].filter((item) => item !== '');
}
