import type { Rng } from '../contracts.ts';
import { AppError } from '../errors.ts';
import type { Sample } from '../packs/pack.ts';

/**
 * A change to how a sample is asked that should not change how it is answered. The right answer, the id and the place
 * of a sample stay, so that a run of the twin pairs with a run of its parent.
 */
export interface Transform {
  readonly id: string;
  /** Raised whenever the same sample and seed may give another text. */
  readonly version: string;
  readonly title: string;
  /** What is done, in one sentence. */
  readonly description: string;
  /** `rng` is drawn for this sample alone: leaving out other samples changes nothing. */
  readonly apply: (sample: Sample, rng: Rng) => Sample;
}

/** A sample that this transform has nothing to work on: the whole twin is refused, a part of it would not pair. */
export function notApplicable(sample: Sample, why: string): AppError {
  return new AppError('input/schema', `sample ${sample.id} ${why}`, {
    sample: sample.id,
    problems: [`${sample.id} ${why}`],
  });
}

export function pick<T>(items: readonly T[], rng: Rng): T | undefined {
  return items[Math.floor(rng.next() * items.length)];
}
