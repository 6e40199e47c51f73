/**
 * Whole numbers below a bound, fast enough for a hundred million draws. sfc32 (Doty-Humphrey, PractRand): 128 bits of
 * state, run in the clear for twelve rounds after seeding. For resampling only.
 */
export function createFastRandom(seed: number): (bound: number) => number {
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next();
  // The product is exact below 2^53; the bias of the last place is under bound / 2^32.
  return (bound) => Math.floor((next() * bound) / 4_294_967_296);
}
