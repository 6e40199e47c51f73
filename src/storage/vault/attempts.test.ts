import { describe, expect, it } from 'vitest';
import { NO_ATTEMPTS, waitMs } from './attempts.ts';

describe('the pause after wrong passphrases', () => {
  it('begins with the third and doubles up to five minutes', () => {
    const waits = [0, 1, 2, 3, 4, 5, 8, 9, 60].map((failed) => waitMs({ failed, lastAt: 1_000 }, 1_000));
    expect(waits).toEqual([0, 0, 0, 5_000, 10_000, 20_000, 160_000, 300_000, 300_000]);
    expect(waitMs(NO_ATTEMPTS, 1)).toBe(0);
  });

  it('runs out with the clock, and turning the clock back neither ends nor lengthens it', () => {
    const attempts = { failed: 4, lastAt: 100_000 };
    expect(waitMs(attempts, 104_000)).toBe(6_000);
    expect(waitMs(attempts, 110_000)).toBe(0);
    expect(waitMs(attempts, 0)).toBe(10_000);
  });
});
