import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Rng } from '../contracts.ts';

const TWO_32 = 2 ** 32;

/** Deterministic uniform numbers in [0, 1) with 32 random bits: enough to pick among millions of items. */
export function seededRng(seed: number): Rng {
  const generator = xoroshiro128plus(seed);
  return { next: () => (generator.next() >>> 0) / TWO_32 };
}
