/** The bench's simulation, small and seeded: intervals hold what they promise (docs/statistics-measured.md has the large one). */
import { describe, expect, it } from 'vitest';
import {
  clusteredCoverage,
  falsePositives,
  pairedCoverage,
  proportionCoverage,
} from './coverage-simulation.ts';

describe('coverage of the default intervals', () => {
  it('unclustered: no cell under 93 %, the mean between 94 and 97 %', () => {
    const cells = [20, 50, 200].flatMap((n) =>
      [0.01, 0.02, 0.1, 0.5, 0.9].map((p) => proportionCoverage(n, p, 20_000, 7 + n).covered),
    );
    expect(Math.min(...cells)).toBeGreaterThan(0.925);
    const mean = cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
    expect(mean).toBeGreaterThan(0.94);
    expect(mean).toBeLessThan(0.97);
  });
  it('40 clusters: at least 93 %, within the error of 600 trials, and not marked', () => {
    for (const p of [0.02, 0.1, 0.5]) {
      const { covered, unreliable } = clusteredCoverage(40, p, 0.3, 600, 3);
      expect(covered).toBeGreaterThan(0.9);
      expect(unreliable).toBe(0);
    }
  });
  it('under 20 clusters every interval is marked unreliable', () => {
    expect(clusteredCoverage(19, 0.5, 0.3, 50, 1).unreliable).toBe(1);
  });
  it('paired differences: mostly equal ones are not covered less', () => {
    expect(pairedCoverage('mostly-equal', 30, 2000, 5).covered).toBeGreaterThan(0.935);
    expect(pairedCoverage('normal', 12, 2000, 5).covered).toBeGreaterThan(0.935);
  });
  it('the paired tests claim no more than 5.5 % of differences that are not there', () => {
    expect(falsePositives('mcnemar', 100, 4000, 11)).toBeLessThanOrEqual(0.055);
    // 5.5 % and three standard errors of 400 trials.
    expect(falsePositives('sign-flip', 12, 400, 11)).toBeLessThanOrEqual(0.09);
  });
});
