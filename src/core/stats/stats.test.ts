import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bcaInterval, bootstrapMeans, jackknifeAcceleration, percentileInterval } from './bootstrap.ts';
import { clopperPearsonInterval } from './clopper-pearson.ts';
import { clusterMean } from './cluster-t.ts';
import { betaI, betaQuantile } from './incomplete-beta.ts';
import { gammaP, gammaQ } from './incomplete-gamma.ts';
import type { Interval } from './interval.ts';
import { logGamma } from './log-gamma.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { exactPoissonInterval } from './poisson-exact.ts';
import { seededRng } from './seeded-rng.ts';
import { tCdf, tQuantile } from './student-t.ts';
import { tInterval } from './t-interval.ts';
import { wilsonInterval } from './wilson.ts';

type Rows = readonly (readonly number[])[];
interface Golden {
  source: Record<string, string>;
  logGamma: Rows;
  gammaP: Rows;
  gammaQ: Rows;
  betaI: Rows;
  betaQuantile: Rows;
  normalCdf: Rows;
  normalQuantile: Rows;
  tCdf: Rows;
  tQuantile: Rows;
  wilson: Rows;
  clopperPearson: Rows;
  poisson: Rows;
  tInterval: readonly (Interval & { values: number[]; level: number })[];
  bca: readonly (Interval & {
    values: number[];
    replicates: number[];
    level: number;
    percentileLow: number;
    percentileHigh: number;
  })[];
  clusterT: readonly (Interval & { clusters: number[][]; level: number; standardError: number })[];
}

const golden = JSON.parse(readFileSync(new URL('./fixtures/golden.json', import.meta.url), 'utf8')) as Golden;

/** Nine significant digits, or fifteen decimals near zero. */
function expectNear(actual: number, expected: number, what: string, tolerance = 1e-9): void {
  const error = Math.abs(actual - expected) / Math.max(1e-300, Math.abs(expected));
  expect(
    error < tolerance || Math.abs(actual - expected) < 1e-15,
    `${what}: ${actual} instead of ${expected}`,
  ).toBe(true);
}

function checkFunction(rows: Rows, f: (...inputs: number[]) => number, tolerance = 1e-9): void {
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows)
    expectNear(f(...row.slice(0, -1)), row.at(-1) ?? Number.NaN, row.join(', '), tolerance);
}

function checkInterval(rows: Rows, f: (...inputs: number[]) => Interval): void {
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    const interval = f(...row.slice(0, -2));
    expectNear(interval.low, row.at(-2) ?? Number.NaN, `low of ${row.join(', ')}`);
    expectNear(interval.high, row.at(-1) ?? Number.NaN, `high of ${row.join(', ')}`);
  }
}

describe('special functions agree with SciPy', () => {
  it('logGamma', () => checkFunction(golden.logGamma, logGamma));
  it('gammaP', () => checkFunction(golden.gammaP, gammaP));
  it('gammaQ', () => checkFunction(golden.gammaQ, gammaQ));
  it('betaI', () => checkFunction(golden.betaI, betaI));
  it('betaQuantile', () => checkFunction(golden.betaQuantile, betaQuantile));
  it('normalCdf', () => checkFunction(golden.normalCdf, normalCdf));
  it('normalQuantile', () => checkFunction(golden.normalQuantile, normalQuantile));
  it('tCdf', () => checkFunction(golden.tCdf, tCdf));
  // SciPy 1.10's own t quantile is off in the ninth digit at df = 1; the closed forms below settle it.
  it('tQuantile, to eight digits', () => checkFunction(golden.tQuantile, tQuantile, 1e-8));
  it('tQuantile has its closed forms at one and two degrees of freedom', () => {
    for (const p of [0.0005, 0.025, 0.3, 0.51, 0.9, 0.975, 0.9999]) {
      expectNear(tQuantile(p, 1), Math.tan(Math.PI * (p - 0.5)), `df 1, p ${p}`);
      expectNear(tQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)), `df 2, p ${p}`);
    }
  });
});

describe('intervals agree with SciPy to nine digits', () => {
  it('Wilson', () => checkInterval(golden.wilson, wilsonInterval));
  it('Clopper-Pearson', () => checkInterval(golden.clopperPearson, clopperPearsonInterval));
  it('exact Poisson', () => checkInterval(golden.poisson, exactPoissonInterval));
  it('Student t', () => {
    for (const row of golden.tInterval) {
      const interval = tInterval(row.values, row.level);
      expectNear(interval.low, row.low, 'low');
      expectNear(interval.high, row.high, 'high');
    }
  });
  it('cluster-robust t against the sandwich in matrix form', () => {
    for (const row of golden.clusterT) {
      const result = clusterMean(row.clusters, row.level);
      expectNear(result.standardError, row.standardError, 'standard error');
      expectNear(result.interval.low, row.low, 'low');
      expectNear(result.interval.high, row.high, 'high');
    }
  });
  it('BCa and percentile, given SciPy’s own replicates', () => {
    for (const row of golden.bca) {
      const bca = bcaInterval(row.values, row.replicates, row.level);
      expectNear(bca.low, row.low, 'BCa low');
      expectNear(bca.high, row.high, 'BCa high');
      const percentile = percentileInterval(row.replicates, row.level);
      expectNear(percentile.low, row.percentileLow, 'percentile low');
      expectNear(percentile.high, row.percentileHigh, 'percentile high');
    }
  });
});

describe('bootstrap', () => {
  const values = [0.1, 0.4, 0.35, 0.8, 0.62, 0.99, 0.05, 0.33];

  it('gives the same replicates for the same seed, others for another', () => {
    const draw = (seed: number) => bootstrapMeans(values, 50, seededRng(seed));
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it('with our own draws lies close to the t interval of a symmetric sample', () => {
    const symmetric = Array.from({ length: 101 }, (_, index) => index / 100);
    const interval = bcaInterval(symmetric, bootstrapMeans(symmetric, 10_000, seededRng(1)), 0.95);
    const t = tInterval(symmetric, 0.95);
    expect(Math.abs(interval.low - t.low)).toBeLessThan(0.005);
    expect(Math.abs(interval.high - t.high)).toBeLessThan(0.005);
  });

  it('collapses to the point when every value is equal, with no NaN', () => {
    const equal = [0.3, 0.3, 0.3, 0.3];
    expect(jackknifeAcceleration(equal)).toBe(0);
    expect(bcaInterval(equal, bootstrapMeans(equal, 100, seededRng(1)), 0.95)).toEqual({
      low: 0.3,
      high: 0.3,
    });
  });

  it('stays finite for one wild value among equals', () => {
    const wild = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    const interval = bcaInterval(wild, bootstrapMeans(wild, 2000, seededRng(1)), 0.95);
    expect(Number.isFinite(interval.low) && Number.isFinite(interval.high)).toBe(true);
    expect(interval.low).toBeLessThanOrEqual(interval.high);
  });
});
