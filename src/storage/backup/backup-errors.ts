import { AppError } from '../../core/errors.ts';

/** An archive that is not what it should be: what is wrong, and where. Nothing was changed. */
export function damaged(part: string, problem: string): AppError {
  return new AppError('input/schema', `the backup cannot be used: ${part}: ${problem}`, {
    part,
    problems: [`${part}: ${problem}`],
  });
}
