import type { Sample } from '../packs/pack.ts';

/** Share right that guessing evenly among each question's choices would give; null where a sample has no choices. */
export function chanceAccuracy(samples: readonly Pick<Sample, 'choices'>[]): number | null {
  if (samples.length === 0) return null;
  let sum = 0;
  for (const { choices } of samples) {
    if (choices === undefined || choices.length === 0) return null;
    sum += 1 / choices.length;
  }
  return sum / samples.length;
}
