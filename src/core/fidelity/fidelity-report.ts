/** All that is said of a device beside its reference, each figure with its interval and its n. */
import type { Estimate } from '../contracts.ts';
import type { Sample } from '../packs/pack.ts';
import { quantileOfSorted } from '../stats/quantile.ts';
import { seededRng } from '../stats/seeded-rng.ts';
import { choiceFlips, type ChoiceFlips } from './choice-flips.ts';
import { estimated } from './estimated.ts';
import { greedyDivergence } from './greedy-divergence.ts';
import { klOverTop } from './kl-divergence.ts';
import type { FidelityReading, PromptReading } from './reading.ts';
import type { FidelityReference, ReferencePrompt } from './reference.ts';
import { sectionChanges, type SectionChange } from './section-changes.ts';

export interface FirstDivergence {
  /** Median place (1 = the first token) over the texts that part, with a percentile bootstrap interval. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly earliest: number;
  /** Texts that part. */
  readonly n: number;
}

export interface FidelityReport {
  /** Nats per position, the reference's text forced; positions of one prompt are a cluster. */
  readonly kl: Estimate;
  readonly largestKl: number;
  /** Share of positions whose most likely token is the reference's. */
  readonly topOne: Estimate;
  /** Share of prompts whose greedy text is the reference's to the last token. */
  readonly sameText: Estimate;
  /** Share of places of the greedy texts with another token; after a text has parted most places differ. */
  readonly tokenFlips: Estimate;
  /** Null when every text is the same. */
  readonly firstDivergence: FirstDivergence | null;
  readonly choices: ChoiceFlips | null;
  readonly sections: readonly SectionChange[];
  /** Share of prompts with the same greedy text twice on this device; null when none was asked twice. */
  readonly repeatable: Estimate | null;
}

interface Pair {
  readonly reference: ReferencePrompt;
  readonly reading: PromptReading;
}

/** `samples` holds those that the reference's prompts come from, by `packId/sampleId`; others are not audited. */
export function fidelityReport(
  reference: Pick<FidelityReference, 'prompts' | 'choices'>,
  reading: FidelityReading,
  samples: ReadonlyMap<string, Sample>,
): FidelityReport {
  const readings = new Map(reading.prompts.map((each) => [each.id, each]));
  const pairs = reference.prompts.flatMap((each): Pair[] => {
    const found = readings.get(each.id);
    return found === undefined ? [] : [{ reference: each, reading: found }];
  });
  const positions = pairs.flatMap(({ reference: { id, positions: wanted }, reading: { positions: given } }) =>
    wanted.flatMap((distribution, index) => {
      const position = given[index];
      if (position === undefined) return [];
      const kl = klOverTop(
        distribution.map(([, logP]) => logP),
        position.logProbabilities,
      );
      return [{ id, kl, same: position.mostLikely === distribution[0]?.[0] ? 1 : 0 }];
    }),
  );
  const texts = pairs.map(({ reference: { id, greedyIds }, reading: { greedyIds: written } }) => ({
    id,
    ...greedyDivergence(greedyIds, written),
  }));
  const twice = pairs.flatMap(({ reading: { id, greedyIds, againIds } }) =>
    againIds === null ? [] : [{ id, same: greedyDivergence(greedyIds, againIds).first === null ? 1 : 0 }],
  );
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  return {
    kl: estimated(
      positions.map(({ kl }) => kl),
      ids(positions),
      'count',
    ),
    largestKl: positions.reduce((most, { kl }) => Math.max(most, kl), 0),
    topOne: estimated(
      positions.map(({ same }) => same),
      ids(positions),
      'binary',
    ),
    sameText: estimated(
      texts.map(({ first }) => (first === null ? 1 : 0)),
      ids(texts),
      'binary',
    ),
    tokenFlips: estimated(
      texts.flatMap(({ flips, places }) => Array.from({ length: places }, (_, at) => (at < flips ? 1 : 0))),
      texts.flatMap(({ id, places }) => Array.from({ length: places }, () => id)),
      'binary',
    ),
    firstDivergence: firstDivergence(texts.flatMap(({ first }) => (first === null ? [] : [first + 1]))),
    choices: choiceFlips(reference.choices, reading.choices),
    sections: sectionChanges(
      pairs.flatMap(({ reference: { place }, reading: { text, referenceText } }) => {
        const sample = place === undefined ? undefined : samples.get(`${place.packId}/${place.sampleId}`);
        return sample === undefined ? [] : [{ sample, reference: referenceText, device: text }];
      }),
    ),
    repeatable:
      twice.length === 0
        ? null
        : estimated(
            twice.map(({ same }) => same),
            ids(twice),
            'binary',
          ),
  };
}

const RESAMPLES = 2_000;

function firstDivergence(places: readonly number[]): FirstDivergence | null {
  const sorted = [...places].sort((a, b) => a - b);
  const [earliest] = sorted;
  if (earliest === undefined) return null;
  const rng = seededRng(1);
  const medians = Array.from({ length: RESAMPLES }, () => {
    const drawn = sorted.map(() => sorted[Math.floor(rng.next() * sorted.length)] ?? earliest);
    return quantileOfSorted(
      drawn.sort((a, b) => a - b),
      0.5,
    );
  }).sort((a, b) => a - b);
  return {
    median: quantileOfSorted(sorted, 0.5),
    low: quantileOfSorted(medians, 0.025),
    high: quantileOfSorted(medians, 0.975),
    earliest,
    n: sorted.length,
  };
}
