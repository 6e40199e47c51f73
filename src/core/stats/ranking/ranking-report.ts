import { percentileInterval } from '../bootstrap.ts';
import type { Interval } from '../interval.ts';
import { meanOf, sortedNumbers } from '../mean.ts';
import { seededRng } from '../seeded-rng.ts';
import { type Borda, bordaCounts } from './borda.ts';
import { bradleyTerry } from './bradley-terry.ts';
import { type ModelPair, modelPairs } from './model-pairs.ts';
import { kendallTauB } from './kendall-tau.ts';
import { type Kemeny, kemenyOrder } from './kemeny.ts';
import { type RankStability, rankStability } from './rank-stability.ts';
import { winners } from './ranks.ts';
import { type Gains, type ScoreMatrix, columnOf, gainsOf } from './score-matrix.ts';
import { winRates } from './win-rate.ts';
import { addRounds, roundsOf } from './win-table.ts';

/** Resampling a handful of benchmarks cannot show what another benchmark would do. */
const FEW_BENCHMARKS = 10;
const DRAWS = 1_000;
/** Elo-like: 400 points are odds of ten to one (FastChat). */
const POINTS_PER_NAT = 400 / Math.LN10;

export interface RankedModel {
  readonly model: string;
  readonly results: number;
  readonly winRate: number | null;
  readonly winRateInterval: Interval | null;
  readonly borda: Borda;
  /** 1000 = average; natural-log strength beside it. Null for a model without any match. */
  readonly bradleyTerry: {
    readonly strength: number;
    readonly points: number;
    readonly pointsInterval: Interval | null;
  } | null;
  /** Null when benchmarks differ in direction: their mean has no meaning. */
  readonly mean: number | null;
  readonly stability: RankStability;
}

export interface BenchmarkPair {
  readonly benchmarks: readonly [string, string];
  readonly tau: number | null;
  readonly n: number;
}

export interface RankingReport {
  readonly models: readonly RankedModel[];
  readonly benchmarks: number;
  readonly missing: number;
  readonly level: number;
  /** Intervals come from resampled benchmarks; under ten of them they are a rough guide. */
  readonly unreliable: boolean;
  readonly kemeny: Kemeny;
  readonly ridge: boolean;
  readonly taus: readonly BenchmarkPair[];
  /** Every two models, paired over benchmarks; none where directions differ or models are more than eight. */
  readonly pairs: readonly ModelPair[];
  /** Who comes first by each method; several when tied. */
  readonly winners: Readonly<
    Record<'winRate' | 'borda' | 'kemeny' | 'bradleyTerry' | 'mean', readonly string[]>
  >;
  /** Methods whose winner is not the arithmetic mean's. */
  readonly meanDisagrees: readonly string[];
  readonly meanWords: string;
}

export interface RankingOptions {
  readonly level: number;
  readonly seed: number;
}

/** All rankings of one matrix. Intervals resample whole benchmarks, as matches on one benchmark are not independent. */
export function rankingReport(matrix: ScoreMatrix, options: RankingOptions): RankingReport {
  const gains = gainsOf(matrix);
  const count = matrix.benchmarks.length;
  const rates = winRates(gains);
  // Without an opponent there is nothing to win points from: that is no last place.
  const borda = bordaCounts(gains).map((one, index) => (rates[index] === null ? NO_POINTS : one));
  const rounds = roundsOf(gains);
  const total = addRounds(rounds, gains.length);
  const fitted = bradleyTerry(total);
  const kemeny = kemenyOfMet(gains, fitted.strengths);
  const rng = seededRng(options.seed);
  const draws =
    count < 2
      ? []
      : Array.from({ length: DRAWS }, () => {
          const picked = rounds.map(() => Math.floor(rng.next() * count));
          return {
            strengths: bradleyTerry(
              addRounds(
                picked.map((index) => rounds[index] ?? []),
                gains.length,
              ),
            ).strengths,
            rates: winRates(gains.map((row) => picked.map((index) => row[index] ?? null))),
          };
        });
  const interval = (values: readonly (number | null | undefined)[]): Interval | null => {
    const known = values.filter((value) => value !== null && value !== undefined);
    return known.length === 0 ? null : percentileInterval(sortedNumbers(known), options.level);
  };
  const mixed = new Set(matrix.benchmarks.map(({ better }) => better)).size > 1;
  const means = matrix.cells.map((row) => {
    const known = row.filter((cell) => cell !== null);
    return mixed || known.length === 0 ? null : meanOf(sortedNumbers(known));
  });
  const stability = rankStability(gains, DRAWS, options.level, seededRng(options.seed + 1));
  const lower = matrix.benchmarks[0]?.better === 'lower';
  const first = namedWinners(matrix.models, {
    winRate: rates,
    borda: borda.map(({ points }) => points),
    bradleyTerry: fitted.strengths.map((value) => (value === null ? null : round(value))),
    mean: means.map((value) => (value !== null && lower ? -value : value)),
  });
  const kemenyWinners = kemeny.kind === 'order' ? kemeny.firstPlaces : [];
  const all = { ...first, kemeny: kemenyWinners.map((index) => matrix.models[index] ?? '') };
  const meanDisagrees = (['winRate', 'borda', 'kemeny', 'bradleyTerry'] as const).filter(
    (method) =>
      all.mean.length > 0 && all[method].length > 0 && !all[method].some((model) => all.mean.includes(model)),
  );
  const missing = matrix.cells.flat().filter((cell) => cell === null).length;
  return {
    models: matrix.models.map((model, index) => ({
      model,
      results: (gains[index] ?? []).filter((cell) => cell !== null).length,
      winRate: rates[index] ?? null,
      winRateInterval: interval(draws.map((draw) => draw.rates[index])),
      borda: borda[index] ?? NO_POINTS,
      bradleyTerry: strengthOf(
        fitted.strengths[index] ?? null,
        interval(draws.map((draw) => points(draw.strengths[index] ?? null))),
      ),
      mean: means[index] ?? null,
      stability: stability[index] ?? { rank: null, leaveOneOut: null, resampled: null, missing: null },
    })),
    benchmarks: count,
    missing,
    level: options.level,
    unreliable: count < FEW_BENCHMARKS,
    kemeny,
    ridge: fitted.ridge,
    taus: benchmarkPairs(matrix, gains),
    pairs: modelPairs(matrix, options),
    winners: all,
    meanDisagrees,
    meanWords: meanWords(mixed, missing, meanDisagrees.length > 0),
  };
}

const NO_POINTS: Borda = { points: null, meanRank: null };

/** Models that never met another one have no place: any would fit equally well. */
function kemenyOfMet(gains: Gains, strengths: readonly (number | null)[]): Kemeny {
  const met = gains.flatMap((_, index) => (strengths[index] === null ? [] : [index]));
  const kemeny = kemenyOrder(met.map((index) => gains[index] ?? []));
  if (kemeny.kind !== 'order') return kemeny;
  const back = (places: readonly number[]): number[] => places.flatMap((place) => met[place] ?? []);
  return { ...kemeny, order: back(kemeny.order), firstPlaces: back(kemeny.firstPlaces) };
}

function points(strength: number | null): number | null {
  return strength === null ? null : 1000 + POINTS_PER_NAT * strength;
}

function strengthOf(strength: number | null, pointsInterval: Interval | null): RankedModel['bradleyTerry'] {
  const value = points(strength);
  return strength === null || value === null ? null : { strength, points: value, pointsInterval };
}

/** Models that are alike up to the fit's last digits share the first place. */
function round(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

function namedWinners<Key extends string>(
  models: readonly string[],
  values: Readonly<Record<Key, readonly (number | null)[]>>,
): Record<Key, string[]> {
  const entries = (Object.keys(values) as Key[]).map((key) => [
    key,
    winners(values[key]).map((index) => models[index] ?? ''),
  ]);
  return Object.fromEntries(entries) as Record<Key, string[]>;
}

function benchmarkPairs(matrix: ScoreMatrix, gains: ReturnType<typeof gainsOf>): BenchmarkPair[] {
  return matrix.benchmarks.flatMap(({ id }, i) =>
    matrix.benchmarks.slice(i + 1).map((other, offset) => ({
      benchmarks: [id, other.id] as const,
      ...kendallTauB(columnOf(gains, i), columnOf(gains, i + 1 + offset)),
    })),
  );
}

function meanWords(mixed: boolean, missing: number, disagrees: boolean): string {
  if (mixed) return 'No arithmetic mean: on some benchmarks higher is better, on others lower.';
  const gaps = missing > 0 ? ' Means over different benchmarks are not comparable: results are missing.' : '';
  return `${disagrees ? 'The arithmetic mean names another winner.' : 'The arithmetic mean names the same winner.'}${gaps}`;
}
