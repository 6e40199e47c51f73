import type { MeasureSpec } from '../../contracts.ts';
import { zeroEvents } from '../../metrics/zero-events.ts';
import type { PairedDifference } from './paired-difference.ts';

/** Three decimals, or three digits where that would show only zeros. */
export function amount(value: number): string {
  const text = value.toFixed(3);
  return value !== 0 && Math.abs(value) < 0.001 ? String(Number(value.toPrecision(3))) : text;
}

const CAVEATS = {
  'few-clusters': 'fewer than 20 clusters: the interval is unreliable',
  'few-samples': 'too few or too uniform samples for the interval to be reliable',
  'few-differences': 'fewer than 10 samples differ at all: the interval is unreliable',
} as const;

/** One sentence on what was seen and what it leaves open; never a bare number. */
export function differenceWords(difference: PairedDifference, measure: Pick<MeasureSpec, 'kind'>): string {
  const { value, low, high, n, level, clusters } = difference;
  if (value === null) return 'No shared sample has a score in both runs: nothing to compare.';
  const size = `n = ${n} shared samples${clusters === undefined ? '' : ` in ${clusters} clusters`}`;
  const caveat = difference.unreliable === undefined ? '' : ` (${CAVEATS[difference.unreliable]})`;
  if (low === null || high === null) return `${change(value)}, without an interval: ${size}${caveat}.`;
  if (value === 0 && low === 0 && high === 0 && measure.kind === 'binary') {
    const bound = zeroEvents(clusters ?? n, 'proportion', level);
    return `No sample changed: ${bound.words} (${size}).`;
  }
  if (low === high && n > 1)
    return `${change(value)} on every sample alike: ${size}; equal differences say nothing of how the next may vary.`;
  const percent = Math.round(level * 1000) / 10;
  const verdict = low > 0 || high < 0 ? '' : ' The interval includes no difference.';
  return `${change(value)} (${percent} % interval ${amount(low)} to ${amount(high)}, ${difference.method}), ${size}${caveat}.${verdict}`;
}

function change(value: number): string {
  if (value === 0) return 'No difference in the mean';
  return `B is ${value > 0 ? 'higher' : 'lower'} by ${amount(Math.abs(value))}`;
}
