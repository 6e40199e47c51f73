import type { Rng } from '../../contracts.ts';
import { seededRng } from '../seeded-rng.ts';

/** Up to here all 2^(m-1) sign patterns are counted; beyond, they are drawn. */
const EXACT_GROUPS = 18;
const DRAWS = 10_000;
/** Bounds the work for very many groups; the Monte-Carlo error says what it costs. */
const MAX_FLIPS = 400_000_000;
const BLOCK = 8;
const PATTERNS = 2 ** BLOCK;
/** Sums that differ by rounding alone are ties. */
const TIE = 1e-11;

export type SignFlipTest =
  | { readonly method: 'exact'; readonly p: number; readonly groups: number }
  | {
      readonly method: 'monte-carlo';
      readonly p: number;
      readonly groups: number;
      readonly draws: number;
      /** Monte-Carlo standard error of p. */
      readonly error: number;
    };

/**
 * Paired permutation test (Fisher 1935): under no difference each group's sum of differences has either sign with equal
 * chance; p is the share of sign patterns whose total is at least as far from zero as the one seen. One group is one
 * sample, or one cluster of samples that are not independent. Drawn p-values are (hits + 1)/(draws + 1), never zero
 * (Phipson and Smyth 2010). Invariant to order and to swapping A and B.
 */
export function signFlipTest(groups: readonly (readonly number[])[], seed: number): SignFlipTest {
  const sums = groups.map((group) => [...group].sort((x, y) => x - y).reduce((sum, d) => sum + d, 0));
  const total = Math.abs([...sums].sort((x, y) => x - y).reduce((sum, d) => sum + d, 0));
  // Groups that sum to zero are the same under either sign.
  const sizes = sums.map(Math.abs).filter((size) => size > TIE);
  sizes.sort((x, y) => x - y);
  const scale = sizes.reduce((sum, size) => sum + size, 0);
  const reach = total - TIE * Math.max(1, scale);
  if (sizes.length === 0) return { method: 'exact', p: 1, groups: groups.length };
  if (sizes.length <= EXACT_GROUPS)
    return { method: 'exact', p: exactShare(sizes, reach), groups: groups.length };
  const draws = Math.max(1_000, Math.min(DRAWS, Math.floor(MAX_FLIPS / sizes.length)));
  const hits = drawnHits(sizes, reach, draws, seededRng(seed));
  const p = (hits + 1) / (draws + 1);
  return { method: 'monte-carlo', p, groups: groups.length, draws, error: Math.sqrt((p * (1 - p)) / draws) };
}

/** Walks the sign patterns in Gray-code order, one flip a step. The last sign stays: its mirror image counts the same. */
function exactShare(sizes: readonly number[], reach: number): number {
  const patterns = 2 ** (sizes.length - 1);
  const signs = sizes.map(() => 1);
  let sum = sizes.reduce((all, size) => all + size, 0);
  let hits = 0;
  for (let pattern = 1; pattern <= patterns; pattern += 1) {
    if (Math.abs(sum) >= reach) hits += 1;
    const flip = 31 - Math.clz32(pattern & -pattern);
    const sign = -(signs[flip] ?? 1);
    signs[flip] = sign;
    sum += 2 * sign * (sizes[flip] ?? 0);
  }
  return hits / patterns;
}

/** Signed sums of every eight sizes are tabulated, so that one draw is a lookup per eight groups. */
function drawnHits(sizes: readonly number[], reach: number, draws: number, rng: Rng): number {
  const blocks = Math.ceil(sizes.length / BLOCK);
  const table = new Float64Array(blocks * PATTERNS);
  for (let block = 0; block < blocks; block += 1)
    for (let pattern = 0; pattern < PATTERNS; pattern += 1) {
      let sum = 0;
      for (let bit = 0; bit < BLOCK; bit += 1) {
        const size = sizes[block * BLOCK + bit] ?? 0;
        sum += ((pattern >> bit) & 1) === 1 ? size : -size;
      }
      table[block * PATTERNS + pattern] = sum;
    }
  let hits = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    let sum = 0;
    let bits = 0;
    for (let block = 0; block < blocks; block += 1) {
      // The upper 24 of the 32 random bits: the lowest of this generator are its weakest.
      if (block % 3 === 0) bits = Math.floor(rng.next() * 16_777_216);
      sum += table[block * PATTERNS + (bits & (PATTERNS - 1))] ?? 0;
      bits >>>= BLOCK;
    }
    if (Math.abs(sum) >= reach) hits += 1;
  }
  return hits;
}
