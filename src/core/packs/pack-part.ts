/**
 * A pack of which only some samples were read: each stands at its place in the pack, at the other places is nothing. So
 * a run of fifty samples of a large pack holds fifty. A whole pack is a part of itself.
 */
import type { Pack, PackHeader, Sample } from './pack.ts';

export interface PackPart extends Omit<Pack, 'samples'> {
  readonly samples: readonly (Sample | undefined)[];
}

export function packPart(
  header: PackHeader,
  total: number,
  read: Iterable<readonly [position: number, sample: Sample]>,
): PackPart {
  const samples = Array.from({ length: total }, (): Sample | undefined => undefined);
  for (const [position, sample] of read) samples[position] = sample;
  return { ...header, samples };
}

/** Those that were read, in pack order. */
export function readSamples({ samples }: Pick<PackPart, 'samples'>): readonly Sample[] {
  return samples.filter((sample) => sample !== undefined);
}
