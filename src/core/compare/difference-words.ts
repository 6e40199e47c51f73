/** What may be said of a difference, in careful words: "no difference shown" is never "equal". */
import type { MeasureSpec } from '../contracts.ts';
import { zeroEvents } from '../metrics/zero-events.ts';
import type { MetricComparison } from './compare-metric.ts';
import type { Verdict } from './verdict.ts';

type Kind = MeasureSpec['kind'];

const METHOD_WORDS: Readonly<Record<Verdict['method'], string>> = {
  'tango-score': 'score interval (Tango)',
  'cluster-t': 'cluster-robust t, samples of one patient together',
  'bca-bootstrap': 'bias-corrected and accelerated bootstrap',
  'percentile-bootstrap': 'percentile bootstrap',
  wilson: 'Wilson interval',
  'modified-wilson': 'Wilson interval with Poisson ends for rare events',
  'cluster-wilson': 'Wilson interval with the effective number of samples',
  t: 'Student’s t',
  'clopper-pearson': 'Clopper-Pearson interval',
  'exact-poisson': 'exact Poisson interval',
  none: 'no interval',
};

const UNRELIABLE: Readonly<Record<NonNullable<Verdict['unreliable']>, string>> = {
  'few-clusters': 'fewer than 20 patients, so the interval is likely too narrow',
  'few-samples': 'too few or too uniform samples for a reliable interval',
  'few-differences': 'fewer than 10 samples differ at all, so the interval is likely too narrow',
};

const TEST_WORDS: Readonly<Record<NonNullable<MetricComparison['test']>['name'], string>> = {
  'mcnemar-exact': 'exact McNemar test',
  'sign-flip-exact': 'exact sign-flip test',
  'sign-flip-monte-carlo': 'sign-flip test, drawn',
  'label-swap-exact': 'exact test of swapped answers',
  'label-swap-monte-carlo': 'test of swapped answers, drawn',
};

/** "+12.5 points", "−0.021", "+1.30": with its sign, in the unit of the measure. */
export function differenceText(value: number, kind: Kind): string {
  const digits = magnitude(value, kind);
  const zero = Number(digits) === 0;
  const sign = zero ? '' : value > 0 ? '+' : '\u2212';
  return `${sign}${digits}${kind === 'binary' ? ' points' : ''}`;
}

function magnitude(value: number, kind: Kind): string {
  const size = Math.abs(value);
  return kind === 'binary' ? (size * 100).toFixed(1) : size.toFixed(kind === 'fraction' ? 3 : 2);
}

/** "+2.1 to +9.0 points" */
export function rangeText(low: number, high: number, kind: Kind): string {
  const unit = kind === 'binary' ? ' points' : '';
  return `${differenceText(low, kind).replace(' points', '')} to ${differenceText(high, kind).replace(' points', '')}${unit}`;
}

/** The same for what may be missing or, where every pair is alike, have no width, which is not certainty. */
export function intervalText(low: number | null, high: number | null, kind: Kind): string {
  if (low === null || high === null) return 'no interval';
  return low === high ? 'every pair alike, which is no certainty' : rangeText(low, high, kind);
}

/** A size without direction: "5.0 points", "0.050". */
export function sizeText(value: number, kind: Kind): string {
  return `${magnitude(value, kind)}${kind === 'binary' ? ' points' : ''}`;
}

/** A mean in the unit of its measure: "62.5 %", "0.731", "2.40". */
export function meanText(value: number, kind: Kind): string {
  const size = `${value < 0 ? '\u2212' : ''}${magnitude(value, kind)}`;
  return kind === 'binary' ? `${size} %` : size;
}

export function pText(p: number): string {
  if (p < 0.0001) return 'p < 0.0001';
  return `p = ${p.toFixed(p < 0.001 ? 4 : 3)}`;
}

/** Difference, interval, n and test in one line; the same for every verdict. */
export function figuresText(metric: MetricComparison, verdict: Verdict, tests: number): string {
  const { kind } = metric.measure;
  const { value, low, high } = verdict;
  if (value === null) return 'no shared sample has a score in both runs';
  if (verdict.kind === 'same') return `n = ${metric.difference.n} pairs`;
  const interval =
    low === null || high === null
      ? 'no interval'
      : `${Math.round(metric.difference.level * 100)} % interval ${rangeText(low, high, kind)}`;
  return [
    `${differenceText(value, kind)} (${interval})`,
    `n = ${metric.difference.n} pairs${metric.difference.clusters === undefined ? '' : ` of ${metric.difference.clusters} patients`}`,
    ...(metric.test === null ? [] : [testText(metric.test, tests)]),
  ].join(', ');
}

function testText(test: NonNullable<MetricComparison['test']>, tests: number): string {
  if (test.holm === null) return `${pText(test.p)}, not adjusted`;
  return tests > 1 ? `${pText(test.holm)} after Holm’s adjustment for ${tests} tests` : pText(test.holm);
}

/** What may be concluded of B against A. */
export function verdictText(metric: MetricComparison, verdict: Verdict): string {
  const why = verdict.unreliable === null ? '' : ` (${UNRELIABLE[verdict.unreliable]})`;
  switch (verdict.kind) {
    case 'better':
      return 'B is better.';
    case 'worse':
      return 'B is worse.';
    case 'leaning-better':
    case 'leaning-worse':
      return `Leans towards B being ${verdict.kind === 'leaning-better' ? 'better' : 'worse'}, but that is not shown${why === '' ? ': interval and adjusted test do not agree' : why}.`;
    case 'not-shown':
      return notShown(metric, verdict, why);
    case 'same':
      return noneDiffers(metric);
    case 'nothing':
      return 'Nothing to compare: no shared sample has a score in both runs.';
    default:
      return verdict.kind satisfies never;
  }
}

/** What no change in so many samples leaves open. */
function noneDiffers({ measure, difference: { n, clusters, level } }: MetricComparison): string {
  return measure.kind === 'binary'
    ? `No sample changed sides: ${zeroEvents(clusters ?? n, 'proportion', level).words}.`
    : `No sample differs: equal scores in all ${n} pairs, which says nothing of how the next may differ.`;
}

function notShown({ measure }: MetricComparison, { low, high }: Verdict, why: string): string {
  if (low === null || high === null)
    return 'No difference shown, and too few samples to say how large one could be.';
  return `No difference shown. That is not “equal”: anything from ${rangeText(low, high, measure.kind)} fits these samples${why}.`;
}

/** Which interval and test stand behind the figures. */
export function methodText({ test }: MetricComparison, { method }: Verdict): string {
  return [METHOD_WORDS[method], ...(test === null ? [] : [TEST_WORDS[test.name]])].join('; ');
}

/** What these samples could have shown, and how many would be needed. */
export function powerText({ detectable, needed, measure: { kind } }: MetricComparison): string {
  const parts = [
    ...(detectable === null
      ? []
      : [`smallest difference these samples would show with 80 % power: ${sizeText(detectable, kind)}`]),
    ...(needed === null
      ? []
      : [`samples needed to show ${sizeText(needed.effect, kind)}: ${needed.n.toLocaleString('en')}`]),
  ];
  return parts.length === 0 ? 'cannot be told: the differences do not vary' : parts.join('; ');
}
