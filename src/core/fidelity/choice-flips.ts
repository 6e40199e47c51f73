/** Multiple choice on the device against the reference: what changed, and whether it got better or worse. */
import type { Estimate } from '../contracts.ts';
import { mcNemarTest, type McNemar } from '../stats/paired/mcnemar.ts';
import { estimated } from './estimated.ts';
import type { ChoiceReading } from './reading.ts';
import type { ReferenceChoice } from './reference.ts';

export interface ChoiceFlips {
  /** Share of questions with another pick. */
  readonly changed: Estimate;
  /** Ids of those questions. */
  readonly changedIds: readonly string[];
  readonly rightOnReference: Estimate;
  readonly rightOnDevice: Estimate;
  /** Over the questions whose answer is known; `onlyA` right on the reference only, `onlyB` on the device only. */
  readonly mcNemar: McNemar & { readonly n: number };
  /** Largest difference of a log-likelihood, in nats. */
  readonly largestDifference: number;
}

/** Ties go to the first, as the solver that ranks choices breaks them. */
function pick(logLikelihoods: readonly number[]): number {
  return logLikelihoods.reduce(
    (best, value, index) => (value > (logLikelihoods[best] ?? -Infinity) ? index : best),
    0,
  );
}

/** Null when no question was asked. */
export function choiceFlips(
  references: readonly ReferenceChoice[],
  readings: readonly ChoiceReading[],
): ChoiceFlips | null {
  const byId = new Map(readings.map((reading) => [reading.id, reading.logLikelihoods]));
  const pairs = references.flatMap((reference) => {
    const device = byId.get(reference.id);
    return device === undefined
      ? []
      : [{ reference, device, before: pick(reference.logLikelihoods), after: pick(device) }];
  });
  if (pairs.length === 0) return null;
  const known = pairs.filter(({ reference }) => reference.answer !== null);
  const right = (which: 'before' | 'after'): number[] =>
    known.map((pair) => (pair[which] === pair.reference.answer ? 1 : 0));
  const clusters = (some: typeof pairs) => some.map(({ reference }) => reference.id);
  const only = (a: 'before' | 'after', b: 'before' | 'after'): number =>
    known.filter((pair) => pair[a] === pair.reference.answer && pair[b] !== pair.reference.answer).length;
  return {
    changed: estimated(
      pairs.map(({ before, after }) => (before === after ? 0 : 1)),
      clusters(pairs),
      'binary',
    ),
    changedIds: pairs.filter(({ before, after }) => before !== after).map(({ reference }) => reference.id),
    rightOnReference: estimated(right('before'), clusters(known), 'binary'),
    rightOnDevice: estimated(right('after'), clusters(known), 'binary'),
    mcNemar: { ...mcNemarTest(only('before', 'after'), only('after', 'before')), n: known.length },
    largestDifference: Math.max(
      ...pairs.flatMap(({ reference, device }) =>
        reference.logLikelihoods.map((value, index) => Math.abs(value - (device[index] ?? -Infinity))),
      ),
    ),
  };
}
