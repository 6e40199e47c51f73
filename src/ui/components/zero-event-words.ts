import type { Estimate, MeasureSpec } from '../../core/contracts.ts';
import { zeroEvents, zeroEventsOf } from '../../core/metrics/zero-events.ts';

/** A zero result, or a perfect one, reads as certainty; this says what remains compatible with it. */
export function zeroEventWords(estimate: Estimate, kind: MeasureSpec['kind']): string | null {
  if (estimate.n === 0) return null;
  const none = zeroEventsOf(estimate, { kind });
  if (none !== null) return none.words;
  if (kind !== 'binary' || estimate.value !== 1) return null;
  const n = estimate.clusters ?? estimate.n;
  const others = zeroEvents(n, 'proportion', estimate.level);
  return `${n} of ${n}; up to ${others.upTo} in ${others.per} exceptions remain compatible`;
}
