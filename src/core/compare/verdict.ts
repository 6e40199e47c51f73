import type { IntervalMethod } from '../contracts.ts';
import type { MetricComparison } from './compare-metric.ts';

/** The interval that stands for a difference, and what may be said of it. */
export interface Verdict {
  /**
   * better, worse: shown, for B, by interval and adjusted test alike. leaning: by one of them, or by an interval that is
   * unreliable here. not-shown: the data leave no difference, or one either way, possible. same: no sample differs.
   * nothing: no shared sample has a score in both.
   */
  readonly kind: 'better' | 'worse' | 'leaning-better' | 'leaning-worse' | 'not-shown' | 'same' | 'nothing';
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly method: IntervalMethod | 'tango-score' | 'none';
  readonly unreliable: NonNullable<MetricComparison['difference']['unreliable']> | null;
  /** Adjusted where the metric was adjusted. */
  readonly p: number | null;
}

/**
 * "Better" is said only when the interval leaves out zero, is reliable here, and the test, adjusted for all headline
 * metrics looked at together, stays under the level. Independent right/wrong samples have Tango's score interval, which
 * holds with few flips; all others the default one.
 */
export function verdictOf(metric: MetricComparison): Verdict {
  const { difference, scoreInterval, measure, test, leads } = metric;
  const { value, level } = difference;
  const byScore = scoreInterval !== null;
  const low = scoreInterval?.low ?? difference.low;
  const high = scoreInterval?.high ?? difference.high;
  const unreliable = byScore ? null : (difference.unreliable ?? null);
  const p = test === null ? null : (test.holm ?? test.p);
  const shared = {
    value,
    low,
    high,
    method: byScore ? 'tango-score' : difference.method,
    unreliable,
    p,
  } as const;
  if (value === null) return { kind: 'nothing', ...shared };
  // Of labels one wrong answer may be another wrong one: no run leads, and the difference is not zero.
  if (leads.a === 0 && leads.b === 0 && value === 0) return { kind: 'same', ...shared };
  const gain = measure.better === 'higher' ? value : -value;
  const apart = low !== null && high !== null && (low > 0 || high < 0);
  const tested = p !== null && p <= 1 - level + 1e-12;
  if (gain === 0 || (!apart && !tested)) return { kind: 'not-shown', ...shared };
  const sure = apart && tested && unreliable === null;
  if (gain > 0) return { kind: sure ? 'better' : 'leaning-better', ...shared };
  return { kind: sure ? 'worse' : 'leaning-worse', ...shared };
}
