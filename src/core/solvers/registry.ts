import type { Solver } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { generate } from './generate.ts';
import { rankChoices } from './rank-choices.ts';

/** Adding a solver is one file and one line here. */
export const SOLVERS: readonly Solver[] = [generate, rankChoices];

export function solverById(id: string): Solver {
  const found = SOLVERS.find((solver) => solver.id === id);
  if (found === undefined) {
    throw new AppError('input/unknown-id', `no solver is called "${id}"`, {
      id,
      known: SOLVERS.map((solver) => solver.id),
    });
  }
  return found;
}
