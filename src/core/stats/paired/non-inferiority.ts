import type { MeasureSpec } from '../../contracts.ts';
import { amount } from './words.ts';
import type { PairedDifference } from './paired-difference.ts';

export interface NonInferiorityTerms {
  /** How much worse B may be and still count as good enough; above zero, in the measure's own unit. */
  readonly margin: number;
  /** Scored pairs that were planned. */
  readonly plannedN: number;
}

export interface NonInferiority {
  readonly verdict: 'superior' | 'non-inferior' | 'inferior' | 'inconclusive';
  readonly words: string;
}

/**
 * Whether B is at most `margin` worse than A, from the two-sided interval of the difference (CONSORT extension for
 * non-inferiority, Piaggio et al. 2012): the whole interval must lie on the good side of the margin. A 95 % interval is
 * a one-sided test at 2.5 %.
 */
export function nonInferiority(
  difference: PairedDifference,
  better: MeasureSpec['better'],
  terms: NonInferiorityTerms,
): NonInferiority {
  const inconclusive = (words: string): NonInferiority => ({ verdict: 'inconclusive', words });
  const { low, high, n } = difference;
  if (low === null || high === null)
    return inconclusive(`Inconclusive: ${n} shared samples give no interval.`);
  if (n < terms.plannedN)
    return inconclusive(`Inconclusive: ${n} scored pairs, ${terms.plannedN} were planned.`);
  if (difference.unreliable !== undefined)
    return inconclusive(`Inconclusive: the interval is unreliable here (${difference.unreliable}).`);
  // In terms of gain: positive is good for B.
  const [worst, best] = better === 'higher' ? [low, high] : [-high, -low];
  const margin = amount(terms.margin);
  if (worst > 0)
    return {
      verdict: 'superior',
      words: `B is better than A: even the worst end, ${amount(worst)}, is a gain.`,
    };
  if (worst > -terms.margin) {
    const butWorse = best < 0 ? ' B is still worse than A, by less than the margin.' : '';
    return {
      verdict: 'non-inferior',
      words: `B is not inferior to A: at worst ${amount(-worst)} worse, less than the margin of ${margin}.${butWorse}`,
    };
  }
  if (best < -terms.margin)
    return {
      verdict: 'inferior',
      words: `B is inferior to A: at best ${amount(-best)} worse, more than the margin of ${margin}.`,
    };
  return inconclusive(`Inconclusive: B may be up to ${amount(-worst)} worse, and the margin is ${margin}.`);
}
