import type { Sample } from '../packs/pack.ts';

type Asked = Pick<Sample, 'choices'>;

/** Share right that guessing evenly among each question's choices would give; null where a sample has no choices. */
export function chanceAccuracy(samples: readonly Asked[]): number | null {
  const chance = createChance();
  for (const sample of samples) chance.add(sample);
  return chance.finish();
}

/** The same while samples pass. */
export function createChance(): { add(sample: Asked): void; finish(): number | null } {
  let [samples, sum, without] = [0, 0, 0];
  return {
    add: ({ choices }) => {
      samples += 1;
      if (choices === undefined || choices.length === 0) without += 1;
      else sum += 1 / choices.length;
    },
    finish: () => (samples === 0 || without > 0 ? null : sum / samples),
  };
}
