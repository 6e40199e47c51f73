import type { Score } from '../contracts.ts';
import { clusterMean } from '../stats/cluster-t.ts';

/**
 * Standard error of the mean of what was scored, robust to samples that share a cluster (with clusters of one it is
 * the usual sd/sqrt(n)); null where fewer than two clusters say nothing about it.
 */
export function standardErrorOf(
  scores: readonly Score[],
  clusters: readonly string[],
  level: number,
): number | null {
  const groups = new Map<string, number[]>();
  scores.forEach((score, index) => {
    if (score.state === 'unscored') return;
    const cluster = clusters[index] ?? '';
    const group = groups.get(cluster);
    if (group === undefined) groups.set(cluster, [score.value]);
    else group.push(score.value);
  });
  return groups.size < 2 ? null : clusterMean([...groups.values()], level).standardError;
}
