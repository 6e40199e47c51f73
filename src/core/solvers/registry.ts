import type { Solver } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { chainOfThought } from './chain-of-thought.ts';
import { circular } from './circular.ts';
import { fewShot } from './few-shot.ts';
import { generate } from './generate.ts';
import { optionsOnly } from './options-only.ts';
import { rankChoices } from './rank-choices.ts';
import { selfConsistency } from './self-consistency.ts';
import { selfRefine } from './self-refine.ts';
import { statedConfidence } from './stated-confidence.ts';
import { shuffled } from './shuffled.ts';
import { withUnconditional } from './unconditional.ts';
import { verifyChoices } from './verify-choices.ts';

/** Adding a solver is one file and one line here; those that take another solver are composed here. */
export const SOLVERS: readonly Solver[] = [
  generate,
  rankChoices,
  withUnconditional(rankChoices),
  chainOfThought,
  selfConsistency(generate),
  selfConsistency(chainOfThought),
  verifyChoices,
  selfRefine,
  fewShot(generate, 'fixed'),
  fewShot(rankChoices, 'fixed'),
  fewShot(chainOfThought, 'fixed'),
  fewShot(generate, 'nearest'),
  fewShot(rankChoices, 'nearest'),
  fewShot(chainOfThought, 'nearest'),
  shuffled(generate),
  shuffled(rankChoices),
  shuffled(chainOfThought),
  shuffled(fewShot(rankChoices, 'fixed')),
  circular(generate),
  circular(rankChoices),
  circular(chainOfThought),
  circular(fewShot(rankChoices, 'fixed')),
  optionsOnly(generate),
  optionsOnly(rankChoices),
  statedConfidence(generate),
  statedConfidence(chainOfThought),
];

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
