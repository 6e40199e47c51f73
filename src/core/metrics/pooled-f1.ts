/**
 * F1 over all items of all samples together, as seqeval and scikit-learn's average="micro" count it: a sample with many
 * items weighs more than one with few, where the mean over samples weighs all alike.
 */
import type { Estimate } from '../contracts.ts';
import { percentileInterval } from '../stats/bootstrap.ts';
import { seededRng } from '../stats/seeded-rng.ts';
import { type EstimateOptions, FEW_CLUSTERS, FEW_SAMPLES, bootstrapCount } from './estimate.ts';

export interface ItemCounts {
  /** Items given, and those of them that are right. */
  readonly given: number;
  readonly right: number;
  /** Items wanted, and those of them that were found. */
  readonly wanted: number;
  readonly found: number;
  readonly cluster: string;
}

type Sums = readonly [given: number, right: number, wanted: number, found: number];

/** `without`: samples that could not be scored, and how many of them failed. Whole clusters are drawn. */
export function pooledF1(
  samples: readonly ItemCounts[],
  without: { readonly unscored: number; readonly failed: number },
  { level, seed }: EstimateOptions,
): Estimate {
  const groups = new Map<string, Sums>();
  for (const { given, right, wanted, found, cluster } of samples)
    groups.set(cluster, added(groups.get(cluster) ?? [0, 0, 0, 0], [given, right, wanted, found]));
  const clusters = [...groups.values()];
  const value = f1(clusters.reduce(added, [0, 0, 0, 0]));
  const base = { level, n: samples.length, ...without };
  if (value === null) return { value, low: null, high: null, method: 'none', ...base };
  const rng = seededRng(seed);
  const replicates = Array.from({ length: bootstrapCount(clusters.length) }, () => {
    let sums: Sums = [0, 0, 0, 0];
    for (let draw = 0; draw < clusters.length; draw += 1)
      sums = added(sums, clusters[Math.floor(rng.next() * clusters.length)] ?? [0, 0, 0, 0]);
    return f1(sums);
  })
    .filter((one) => one !== null)
    .sort((a, b) => a - b);
  // Equal replicates say "no variation seen", not "certain".
  const flat = replicates[0] === replicates.at(-1);
  const shared = clusters.length < samples.length;
  return {
    value,
    ...(flat ? { low: null, high: null } : percentileInterval(replicates, level)),
    method: flat ? 'none' : 'percentile-bootstrap',
    ...base,
    ...(shared ? { clusters: clusters.length } : {}),
    ...(shared && clusters.length < FEW_CLUSTERS
      ? { unreliable: 'few-clusters' as const }
      : flat || clusters.length < FEW_SAMPLES
        ? { unreliable: 'few-samples' as const }
        : {}),
  };
}

function added(a: Sums, b: Sums): Sums {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
}

/** Null where nothing is wanted and nothing given. */
function f1([given, right, wanted, found]: Sums): number | null {
  if (given === 0 && wanted === 0) return null;
  const precision = given === 0 ? 0 : right / given;
  const recall = wanted === 0 ? 0 : found / wanted;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
