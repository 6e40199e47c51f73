/** The paired difference in macro-F1: no mean of the samples' scores, so it is resampled from the labels themselves. */
import { FEW_CLUSTERS } from '../metrics/estimate.ts';
import { FEW_OF_A_LABEL, LabelTable, positionsByCluster, resamplesFor } from '../metrics/label-f1.ts';
import { MACRO_F1 } from '../metrics/label-report.ts';
import { normaliseExact } from '../scorers/exact.ts';
import { percentileInterval } from '../stats/bootstrap.ts';
import { minimumDetectableEffect, samplesNeeded } from '../stats/paired/detectable-effect.ts';
import { type LabelTriple, labelSwapTest, macroF1Difference } from '../stats/paired/label-swap-test.ts';
import {
  FEW_DIFFERENCES,
  FEW_PAIRS,
  type PairedDifference,
  type PairedOptions,
} from '../stats/paired/paired-difference.ts';
import { differenceWords } from '../stats/paired/words.ts';
import { seededRng } from '../stats/seeded-rng.ts';
import { standardDeviation } from '../stats/standard-deviation.ts';
import type { LabelledRun } from './labelled-run.ts';
import { type MetricComparison, POWER, directionOf } from './compare-metric.ts';

/** Every answer that should have been given. */
type Asked = readonly { readonly index: number; readonly repeat: number }[];

interface PairedLabels extends LabelTriple {
  readonly cluster: string;
}

/** Answers to the same sample and repeat stand against each other; clusters are drawn whole, for both runs alike. */
export function compareLabels(
  a: LabelledRun & { readonly asked: Asked },
  b: LabelledRun & { readonly asked: Asked },
  options: PairedOptions & { readonly effect: number },
): MetricComparison {
  const { pairs, labels, scored } = pairedLabels(a, b);
  const difference = differenceOf(pairs, labels, options);
  const clusters = clustersOf(pairs);
  const test = pairs.length === 0 ? null : labelSwapTest(clusters, labels, seededRng(options.seed));
  const power = { level: options.level, power: POWER };
  const needed = samplesNeeded(options.effect, difference, power);
  const ahead = (one: 'a' | 'b', other: 'a' | 'b'): number =>
    pairs.filter((pair) => pair[one] === pair.wanted && pair[other] !== pair.wanted).length;
  const leads = { a: ahead('a', 'b'), b: ahead('b', 'a') };
  return {
    metric: a.metric,
    measure: MACRO_F1,
    a: a.estimate,
    b: b.estimate,
    difference,
    scoreInterval: null,
    scored,
    bounds: null,
    ...directionOf(difference, MACRO_F1),
    test:
      test === null
        ? null
        : test.method === 'exact'
          ? { name: 'label-swap-exact', p: test.p, holm: null }
          : { name: 'label-swap-monte-carlo', p: test.p, error: test.error, holm: null },
    mcNemar: null,
    signFlip: null,
    flips: null,
    leads: { ...leads, equal: pairs.length - leads.a - leads.b },
    detectable: minimumDetectableEffect(difference.standardError, power),
    needed: needed === null ? null : { effect: options.effect, n: needed },
    repeats: null,
    words: differenceWords(difference, MACRO_F1),
  };
}

function pairedLabels(
  a: LabelledRun & { readonly asked: Asked },
  b: LabelledRun & { readonly asked: Asked },
): {
  readonly pairs: readonly PairedLabels[];
  readonly labels: number;
  readonly scored: MetricComparison['scored'];
} {
  const keyOf = ({ index, repeat }: { readonly index: number; readonly repeat: number }): string =>
    `${index}#${repeat}`;
  const places = new Map<string, number>();
  const place = (label: string): number => {
    const key = normaliseExact(label);
    const known = places.get(key) ?? places.size;
    places.set(key, known);
    return known;
  };
  const [inA, inB] = [a, b].map(({ answers }) => new Map(answers.map((one) => [keyOf(one), one])));
  const asked = new Set(b.asked.map(keyOf));
  const pairs: PairedLabels[] = [];
  const scored = { both: 0, onlyA: 0, onlyB: 0, neither: 0 };
  for (const key of a.asked.map(keyOf)) {
    if (!asked.has(key)) continue;
    const [first, second] = [inA?.get(key), inB?.get(key)];
    if (first === undefined || second === undefined) {
      scored[first !== undefined ? 'onlyA' : second !== undefined ? 'onlyB' : 'neither'] += 1;
      continue;
    }
    scored.both += 1;
    pairs.push({
      wanted: place(first.wanted),
      a: place(first.given),
      b: place(second.given),
      cluster: first.cluster,
    });
  }
  return { pairs, labels: places.size, scored };
}

function clustersOf(pairs: readonly PairedLabels[]): readonly (readonly PairedLabels[])[] {
  return positionsByCluster(pairs).map((positions) => positions.flatMap((at) => pairs[at] ?? []));
}

function differenceOf(
  pairs: readonly PairedLabels[],
  labels: number,
  { level, seed }: PairedOptions,
): PairedDifference {
  const n = pairs.length;
  const none = { low: null, high: null, level, method: 'none', n, standardError: null, dz: null } as const;
  if (n === 0) return { value: null, ...none, meanA: null, meanB: null };
  const clusters = clustersOf(pairs);
  const shared = clusters.length < n ? { clusters: clusters.length } : {};
  const macroOf = (run: 'a' | 'b'): number => {
    const table = new LabelTable(labels);
    for (const pair of pairs) table.add(pair.wanted, pair[run]);
    return table.macroF1();
  };
  const [meanA, meanB] = [macroOf('a'), macroOf('b')];
  const value = meanB - meanA;
  const rng = seededRng(seed);
  const replicates = Array.from({ length: resamplesFor(n) }, () =>
    macroF1Difference(
      clusters.flatMap(() => clusters[Math.floor(rng.next() * clusters.length)] ?? []),
      labels,
    ),
  ).sort((x, y) => x - y);
  // Equal replicates would give an interval of no width, which says "no variation seen", not "certain".
  if (replicates[0] === replicates.at(-1))
    return { value, ...none, ...shared, unreliable: 'few-samples', meanA, meanB };
  const unreliable = unreliableOf(pairs, clusters.length);
  return {
    value,
    ...percentileInterval(replicates, level),
    level,
    method: 'percentile-bootstrap',
    n,
    ...shared,
    ...(unreliable === null ? {} : { unreliable }),
    meanA,
    meanB,
    standardError: standardDeviation(replicates),
    dz: null,
  };
}

function unreliableOf(
  pairs: readonly PairedLabels[],
  clusters: number,
): NonNullable<PairedDifference['unreliable']> | null {
  if (clusters < pairs.length && clusters < FEW_CLUSTERS) return 'few-clusters';
  const wanted = new Map<number, number>();
  for (const pair of pairs) wanted.set(pair.wanted, (wanted.get(pair.wanted) ?? 0) + 1);
  if (clusters < FEW_PAIRS || Math.min(...wanted.values()) < FEW_OF_A_LABEL) return 'few-samples';
  return pairs.filter((pair) => pair.a !== pair.b).length < FEW_DIFFERENCES ? 'few-differences' : null;
}
