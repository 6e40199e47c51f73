import type { Estimate, MeasureSpec } from '../contracts.ts';
import type { Interval } from '../stats/interval.ts';
import { minimumDetectableEffect, samplesNeeded } from '../stats/paired/detectable-effect.ts';
import { type Flips, type Leads, flipsOf, leadsOf } from '../stats/paired/flips.ts';
import { type McNemar, mcNemarTest } from '../stats/paired/mcnemar.ts';
import {
  type PairedDifference,
  type PairedOptions,
  groupDifferences,
  pairedDifference,
} from '../stats/paired/paired-difference.ts';
import { scoreDifference } from '../stats/paired/score-difference.ts';
import { type SignFlipTest, signFlipTest } from '../stats/paired/sign-flip-test.ts';
import { differenceWords } from '../stats/paired/words.ts';
import { type SharedSample, type SharedSamples, scoredPairs } from './pair-scores.ts';
import type { RepeatSummary } from './repeat-summary.ts';

export interface PairedTest {
  readonly name:
    | 'mcnemar-exact'
    | 'sign-flip-exact'
    | 'sign-flip-monte-carlo'
    | 'label-swap-exact'
    | 'label-swap-monte-carlo';
  readonly p: number;
  /** Monte-Carlo standard error of p. */
  readonly error?: number;
  /** Adjusted by Holm over the headline metrics; null for the others. */
  readonly holm: number | null;
}

export interface MetricComparison {
  readonly metric: string;
  readonly measure: MeasureSpec;
  /** Each run's own mean over everything it covers. */
  readonly a: Estimate;
  readonly b: Estimate;
  /** B - A over shared samples that both have a score for. */
  readonly difference: PairedDifference;
  /** Tango's score interval of the same difference: holds where few samples flip. Null unless right/wrong and independent. */
  readonly scoreInterval: Interval | null;
  /** Shared samples by which run has a score. */
  readonly scored: {
    readonly both: number;
    readonly onlyA: number;
    readonly onlyB: number;
    readonly neither: number;
  };
  /** Mean difference if every missing score were as bad, or as good, for B as can be. Null when none is missing. */
  readonly bounds: { readonly low: number; readonly high: number } | null;
  /** Is B better or worse than A by this metric, and does its interval say so too? */
  readonly direction: 'better' | 'worse' | 'equal' | 'unknown';
  readonly clear: boolean;
  readonly test: PairedTest | null;
  /** `assumption`: set when samples share clusters, where this test takes them for independent. */
  readonly mcNemar: (McNemar & { readonly assumption?: 'independent-samples' }) | null;
  readonly signFlip: SignFlipTest | null;
  readonly flips: Flips | null;
  readonly leads: Leads;
  /** Smallest true difference these samples would show with 80 % power. */
  readonly detectable: number | null;
  /** Samples needed to show a difference of `effect` with 80 % power; null where that cannot be told. */
  readonly needed: { readonly effect: number; readonly n: number } | null;
  readonly repeats: { readonly a: RepeatSummary; readonly b: RepeatSummary } | null;
  readonly words: string;
}

export const POWER = 0.8;

export interface MetricInput {
  readonly metric: string;
  readonly measure: MeasureSpec;
  readonly a: Estimate;
  readonly b: Estimate;
  readonly shared: SharedSamples;
  readonly repeats: MetricComparison['repeats'];
}

/** Everything about one metric; Holm's adjustment is added once all metrics are known. */
export function compareMetric(
  { metric, measure, a, b, shared, repeats }: MetricInput,
  options: PairedOptions & { readonly effect: number },
): MetricComparison {
  const pairs = scoredPairs(shared.samples);
  const difference = pairedDifference(pairs, measure, options);
  const groups = groupDifferences(pairs);
  const flips = measure.kind === 'binary' ? flipsOf(pairs, measure.better) : null;
  const clustered = groups.length < pairs.length;
  const mcNemar =
    flips === null || pairs.length === 0 ? null : mcNemarTest(flips.onlyA.length, flips.onlyB.length);
  const signFlip = groups.length < 2 ? null : signFlipTest(groups, options.seed);
  const power = { level: options.level, power: POWER };
  const needed = samplesNeeded(options.effect, difference, power);
  return {
    metric,
    measure,
    a,
    b,
    difference,
    scoreInterval: intervalOf(measure.kind === 'binary' ? scoreDifference(pairs, options) : null),
    scored: countScored(shared.samples),
    bounds: missingBounds(shared.samples, measure),
    ...directionOf(difference, measure),
    test: mainTest(clustered ? null : mcNemar, signFlip),
    mcNemar:
      mcNemar === null || !clustered ? mcNemar : { ...mcNemar, assumption: 'independent-samples' as const },
    signFlip,
    flips,
    leads: leadsOf(pairs, measure.better),
    detectable: minimumDetectableEffect(difference.standardError, power),
    needed: needed === null || measure.kind === 'count' ? null : { effect: options.effect, n: needed },
    repeats,
    words: differenceWords(difference, measure),
  };
}

/** Independent right/wrong samples -> exact McNemar; everything else -> sign flips of whole clusters. */
function mainTest(mcNemar: McNemar | null, signFlip: SignFlipTest | null): PairedTest | null {
  if (mcNemar !== null) return { name: 'mcnemar-exact', p: mcNemar.p, holm: null };
  if (signFlip === null) return null;
  return signFlip.method === 'exact'
    ? { name: 'sign-flip-exact', p: signFlip.p, holm: null }
    : { name: 'sign-flip-monte-carlo', p: signFlip.p, error: signFlip.error, holm: null };
}

export function directionOf(
  { value, low, high, unreliable }: PairedDifference,
  { better }: MeasureSpec,
): Pick<MetricComparison, 'direction' | 'clear'> {
  if (value === null) return { direction: 'unknown', clear: false };
  if (value === 0) return { direction: 'equal', clear: false };
  const excludesZero = low !== null && high !== null && (low > 0 || high < 0);
  return {
    direction: value > 0 === (better === 'higher') ? 'better' : 'worse',
    clear: excludesZero && unreliable === undefined,
  };
}

function intervalOf(difference: PairedDifference | null): Interval | null {
  if (difference === null || difference.low === null || difference.high === null) return null;
  return { low: difference.low, high: difference.high };
}

function countScored(samples: readonly SharedSample[]): MetricComparison['scored'] {
  const count = (a: boolean, b: boolean): number =>
    samples.filter((sample) => (sample.a !== null) === a && (sample.b !== null) === b).length;
  return {
    both: count(true, true),
    onlyA: count(true, false),
    onlyB: count(false, true),
    neither: count(false, false),
  };
}

/** Only measures within [0, 1] have a worst and a best value. */
function missingBounds(samples: readonly SharedSample[], { kind }: MeasureSpec): MetricComparison['bounds'] {
  if (kind === 'count' || samples.every(({ a, b }) => a !== null && b !== null)) return null;
  const mean = (f: (sample: SharedSample) => number): number =>
    samples.reduce((sum, sample) => sum + f(sample), 0) / samples.length;
  return { low: mean(({ a, b }) => (b ?? 0) - (a ?? 1)), high: mean(({ a, b }) => (b ?? 1) - (a ?? 0)) };
}
