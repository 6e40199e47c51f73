/** What a run took of the device: loading, speed, memory, time and tokens per answer, and what quality that bought. */
import type { Estimate, MemoryUse, RunRecord, LoadUse } from '../contracts.ts';
import { estimateMean } from '../metrics/estimate.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../run/score-run.ts';
import { betaQuantile } from '../stats/incomplete-beta.ts';
import { normalQuantile } from '../stats/normal.ts';
import { quantileOfSorted } from '../stats/quantile.ts';
import { seededRng } from '../stats/seeded-rng.ts';

/** Timings are skewed and hold pauses of the machine, so the middle is told, with the quartiles as the spread. */
export interface MedianFigure {
  readonly median: number;
  /** 95 % percentile bootstrap interval of the median. */
  readonly low: number;
  readonly high: number;
  readonly quartiles: readonly [number, number];
  readonly n: number;
}

export interface SpeedDrift {
  /** Median of the last third over that of the first, in the order of time; below 1 the device slowed down. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export interface RunCost {
  readonly loads: readonly LoadUse[];
  readonly firstTokenMs: MedianFigure | null;
  /** Tokens of the prompt that were computed, by second; those kept from an earlier prompt are not counted. */
  readonly prefillTokensPerSecond: MedianFigure | null;
  readonly decodeTokensPerSecond: MedianFigure | null;
  readonly drift: SpeedDrift | null;
  readonly secondsPerAnswer: Estimate;
  readonly promptTokens: Estimate;
  readonly outputTokens: Estimate;
  /** Tokens of the prompts that did not have to be computed again, of all; null where nothing was asked. */
  readonly reused: { readonly tokens: number; readonly of: number } | null;
  readonly memory: MemoryUse | null;
}

type CostRecord = Pick<RunRecord, 'createdAt' | 'timings' | 'usage' | 'trace' | 'memory' | 'load'>;

/** Few answers say nothing of a trend. */
const LEAST_FOR_DRIFT = 12;

/** `clusters[i]` is the patient of `records[i]`. */
export function runCost(records: readonly CostRecord[], clusters: readonly string[]): RunCost {
  const inTime = [...records].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  const decode = inTime.flatMap(decodeOf);
  const mean = (of: (record: CostRecord) => number | undefined): Estimate =>
    estimateMean(
      records.map((record) => {
        const value = of(record);
        return value === undefined || !(value >= 0)
          ? { state: 'unscored', reason: 'not-applicable' }
          : { state: 'scored', value };
      }),
      clusters,
      { kind: 'count' },
      { level: DEFAULT_LEVEL, seed: DEFAULT_SEED },
    );
  return {
    loads: inTime.flatMap(({ load }) => load ?? []),
    firstTokenMs: median(inTime.flatMap(({ timings }) => timings?.firstTokenMs ?? [])),
    prefillTokensPerSecond: median(inTime.flatMap(prefillOf)),
    decodeTokensPerSecond: median(decode),
    drift: drift(decode),
    secondsPerAnswer: mean(({ timings }) => (timings === null ? undefined : timings.totalMs / 1000)),
    promptTokens: mean(({ usage }) => usage?.promptTokens),
    outputTokens: mean(({ usage }) => usage?.outputTokens),
    reused: reusedTokens(inTime),
    memory: largestMemory(inTime),
  };
}

interface Call {
  readonly promptTokens: number;
  readonly timings: NonNullable<CostRecord['timings']>;
}

/** A solver that asks several times has several prompts, each with a speed of its own. */
function callsOf({ timings, usage, trace }: CostRecord): Call[] {
  if (trace !== undefined && trace.length > 0)
    return trace.map((call) => ({ promptTokens: call.usage.promptTokens, timings: call.timings }));
  return timings === null || usage === null ? [] : [{ promptTokens: usage.promptTokens, timings }];
}

function prefillOf(record: CostRecord): number[] {
  return callsOf(record).flatMap(({ promptTokens, timings: { firstTokenMs, reusedTokens = 0 } }) =>
    firstTokenMs === null || firstTokenMs <= 0 || promptTokens <= reusedTokens
      ? []
      : [((promptTokens - reusedTokens) * 1000) / firstTokenMs],
  );
}

function decodeOf(record: CostRecord): number[] {
  return callsOf(record).flatMap(({ timings: { tokensPerSecond } }) => tokensPerSecond ?? []);
}

/** Counted over all calls, so it is no estimate. */
function reusedTokens(records: readonly CostRecord[]): RunCost['reused'] {
  const calls = records.flatMap(callsOf);
  const of = calls.reduce((sum, { promptTokens }) => sum + promptTokens, 0);
  const tokens = calls.reduce((sum, { timings }) => sum + (timings.reusedTokens ?? 0), 0);
  return of === 0 ? null : { tokens, of };
}

function largestMemory(records: readonly CostRecord[]): MemoryUse | null {
  const all = records.flatMap(({ memory }) => memory ?? []);
  if (all.length === 0) return null;
  const largest = (of: (memory: MemoryUse) => number | null): number | null =>
    all.reduce<number | null>((most, memory) => {
      const value = of(memory);
      return value === null ? most : Math.max(most ?? 0, value);
    }, null);
  return {
    wasmBytes: largest(({ wasmBytes }) => wasmBytes),
    pageBytes: largest(({ pageBytes }) => pageBytes),
    jsHeapBytes: largest(({ jsHeapBytes }) => jsHeapBytes),
  };
}

const RESAMPLES = 2_000;
const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const middle = (values: readonly number[]): number => quantileOfSorted(ascending(values), 0.5);

/** Percentile bootstrap of a statistic of resampled values. */
function bootstrap(draw: (pick: <T>(from: readonly T[]) => T[]) => number): { low: number; high: number } {
  const rng = seededRng(DEFAULT_SEED);
  const pick = <T>(from: readonly T[]): T[] =>
    from.map(() => from[Math.floor(rng.next() * from.length)] as T);
  const replicates = ascending(Array.from({ length: RESAMPLES }, () => draw(pick)));
  return { low: quantileOfSorted(replicates, 0.025), high: quantileOfSorted(replicates, 0.975) };
}

/** From here on resampling a median thousands of times would hold up the page for seconds. */
const MANY = 1_000;

/**
 * Where the ends of that interval lie in many sorted values, without resampling: the median of n values drawn with
 * replacement is the k-th of them or a lower one with the chance that at least half of n draws are, a binomial tail
 * (Efron 1982, section 10.3).
 */
function medianEnds(sorted: readonly number[]): { low: number; high: number } {
  const n = sorted.length;
  const half = Math.ceil(n / 2);
  const at = (p: number): number => {
    const k = Math.ceil(n * betaQuantile(p, half, n - half + 1));
    return sorted[Math.min(n, Math.max(1, k)) - 1] ?? 0;
  };
  return { low: at(0.025), high: at(0.975) };
}

/** The median of one resample of many sorted values: its place is normal about the middle, n/4 its variance. */
function drawnMedian(sorted: readonly number[], uniform: number): number {
  const n = sorted.length;
  const place = Math.round((n - 1) / 2 + (normalQuantile(uniform) * Math.sqrt(n)) / 2);
  return sorted[Math.min(n - 1, Math.max(0, place))] ?? 0;
}

export function median(values: readonly number[]): MedianFigure | null {
  if (values.length === 0) return null;
  const sorted = ascending(values);
  return {
    median: quantileOfSorted(sorted, 0.5),
    ...(values.length > MANY ? medianEnds(sorted) : bootstrap((pick) => middle(pick(values)))),
    quartiles: [quantileOfSorted(sorted, 0.25), quantileOfSorted(sorted, 0.75)],
    n: values.length,
  };
}

function drift(inTime: readonly number[]): SpeedDrift | null {
  if (inTime.length < LEAST_FOR_DRIFT) return null;
  const third = Math.floor(inTime.length / 3);
  const [first, last] = [inTime.slice(0, third), inTime.slice(-third)];
  const interval = third > MANY ? manyRatios(ascending(last), ascending(first)) : null;
  return {
    ratio: middle(last) / middle(first),
    ...(interval ?? bootstrap((pick) => middle(pick(last)) / middle(pick(first)))),
    n: inTime.length,
  };
}

/** Ratios of medians of resamples of either third. */
function manyRatios(last: readonly number[], first: readonly number[]): { low: number; high: number } {
  const rng = seededRng(DEFAULT_SEED);
  // Never 0, which has no quantile.
  const uniform = (): number => rng.next() + 2 ** -33;
  const ratios = ascending(
    Array.from({ length: RESAMPLES }, () => drawnMedian(last, uniform()) / drawnMedian(first, uniform())),
  );
  return { low: quantileOfSorted(ratios, 0.025), high: quantileOfSorted(ratios, 0.975) };
}
