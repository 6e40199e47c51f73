import { createChance } from '../metrics/chance.ts';
import type { Pack, Sample } from './pack.ts';

/** What a way of asking depends on in a pack. */
export interface PackShape {
  readonly samples: number;
  readonly withChoices: number;
  /** Mean over the samples that have choices; 0 where none has. */
  readonly choices: number;
  /** Samples with more than one document. */
  readonly withDocuments: number;
  /** Share right by guessing; null where a sample has no choices. */
  readonly chance: number | null;
}

export function packShape({ samples }: Pick<Pack, 'samples'>): PackShape {
  const shape = createPackShape();
  for (const sample of samples) shape.add(sample);
  return shape.finish();
}

/** The same while samples pass, so that a large pack is not held to be looked at. */
export function createPackShape(): { add(sample: Sample): void; finish(): PackShape } {
  const chance = createChance();
  let [samples, withChoices, choices, withDocuments] = [0, 0, 0, 0];
  return {
    add: (sample) => {
      const count = sample.choices?.length ?? 0;
      chance.add(sample);
      samples += 1;
      choices += count;
      if (count > 0) withChoices += 1;
      if ((sample.documents?.length ?? 0) > 1) withDocuments += 1;
    },
    finish: () => ({
      samples,
      withChoices,
      withDocuments,
      choices: withChoices === 0 ? 0 : choices / withChoices,
      chance: chance.finish(),
    }),
  };
}
