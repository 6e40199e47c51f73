import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../contracts.ts';
import { seededRng } from '../stats/seeded-rng.ts';
import { median, runCost } from './run-cost.ts';

type CostRecord = Pick<RunRecord, 'createdAt' | 'timings' | 'usage' | 'trace' | 'memory' | 'load'>;

function answered(second: number, change: Partial<CostRecord> = {}): CostRecord {
  return {
    createdAt: `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`,
    timings: { firstTokenMs: 500, totalMs: 2000, tokensPerSecond: 40 },
    usage: { promptTokens: 100, outputTokens: 60 },
    ...change,
  };
}

describe('the cost of a run', () => {
  it('has the middle and the spread of what was timed', () => {
    expect(median([1, 2, 3, 100])).toMatchObject({ median: 2.5, quartiles: [1.75, 27.25], n: 4 });
    expect(median([7])).toMatchObject({ median: 7, low: 7, high: 7 });
    expect(median([])).toBeNull();
  });

  it('counts only the tokens of a prompt that were computed', () => {
    const timings = { firstTokenMs: 500, totalMs: 2000, tokensPerSecond: 40, reusedTokens: 80 };
    const cost = runCost([answered(0), answered(1, { timings })], ['a', 'b']);
    expect(cost.prefillTokensPerSecond).toMatchObject({ quartiles: [80, 160], n: 2 });
    expect((cost.reused?.tokens ?? 0) / (cost.reused?.of ?? 1)).toBe(0.4);
    expect(cost.secondsPerAnswer).toMatchObject({ value: 2, n: 2 });
    expect(cost.outputTokens.value).toBe(60);
  });

  it('takes each question of a solver that asks several for itself', () => {
    const call = {
      label: 'a',
      promptSha256: '',
      text: '',
      finish: 'stop' as const,
      usage: { promptTokens: 50, outputTokens: 10 },
      timings: { firstTokenMs: 100, totalMs: 300, tokensPerSecond: 20 },
      seed: null,
    };
    const cost = runCost([answered(0, { trace: [call, call] })], ['a']);
    expect(cost.decodeTokensPerSecond).toMatchObject({ median: 20, n: 2 });
    expect(cost.prefillTokensPerSecond?.median).toBe(500);
  });

  it('sees a device that slows down, in the order of time and not of the pack', () => {
    const slowing = Array.from({ length: 12 }, (_, second) =>
      answered(second, {
        timings: { firstTokenMs: 1, totalMs: 2, tokensPerSecond: second < 6 ? 40 : 20 },
      }),
    );
    expect(
      runCost(
        [...slowing].reverse(),
        slowing.map(() => 'p'),
      ).drift,
    ).toMatchObject({ ratio: 0.5, n: 12 });
    expect(
      runCost(
        slowing.slice(0, 11),
        slowing.slice(0, 11).map(() => 'p'),
      ).drift,
    ).toBeNull();
  });

  it('keeps the largest memory of each source, and every loading', () => {
    const load = { totalMs: 900, readMs: 300, from: 'cold' as const };
    const cost = runCost(
      [
        answered(0, { load, memory: { wasmBytes: 10, pageBytes: null, jsHeapBytes: 5 } }),
        answered(1, { memory: { wasmBytes: 8, pageBytes: 30, jsHeapBytes: 4 } }),
      ],
      ['a', 'b'],
    );
    expect(cost.memory).toEqual({ wasmBytes: 10, pageBytes: 30, jsHeapBytes: 5 });
    expect(cost.loads).toEqual([load]);
  });

  it('says nothing of records that have no timings', () => {
    const cost = runCost([answered(0, { timings: null, usage: null })], ['a']);
    expect(cost).toMatchObject({ firstTokenMs: null, memory: null, reused: null });
    expect(cost.secondsPerAnswer.value).toBeNull();
  });

  it('of very many answers gives the ends that resampling would, without it', () => {
    const rng = seededRng(7);
    // Skewed, as timings are.
    const values = Array.from({ length: 1_501 }, () => 1 - Math.log(1 - rng.next()));
    const medians = Array.from({ length: 1_500 }, () => {
      const drawn = values.map(() => values[Math.floor(rng.next() * values.length)] ?? 0);
      return drawn.sort((a, b) => a - b)[750] ?? 0;
    }).sort((a, b) => a - b);
    const found = median(values);
    // A percentile of 1,500 resamples is itself known to some ranks only.
    expect(found?.low).toBeGreaterThanOrEqual(medians[20] ?? 9);
    expect(found?.low).toBeLessThanOrEqual(medians[58] ?? 0);
    expect(found?.high).toBeGreaterThanOrEqual(medians[1_441] ?? 9);
    expect(found?.high).toBeLessThanOrEqual(medians[1_479] ?? 0);
    expect(found?.n).toBe(1_501);
  });

  it('sees a device that slows down over very many answers too', () => {
    const rng = seededRng(8);
    const many = Array.from({ length: 4_500 }, (_, second) =>
      answered(second, {
        createdAt: new Date(Date.UTC(2026, 0, 1) + second * 1_000).toISOString(),
        timings: {
          firstTokenMs: 1,
          totalMs: 2,
          tokensPerSecond: (second < 2_250 ? 40 : 20) * (0.9 + 0.2 * rng.next()),
        },
      }),
    );
    const { drift } = runCost(
      many,
      many.map((_, at) => `p${at}`),
    );
    expect(drift?.ratio).toBeCloseTo(0.5, 2);
    expect(drift?.low).toBeGreaterThan(0.48);
    expect(drift?.low).toBeLessThan(drift?.ratio ?? 0);
    expect(drift?.high).toBeLessThan(0.52);
    expect(drift?.high).toBeGreaterThan(drift?.ratio ?? 9);
  });
});
