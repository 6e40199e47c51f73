import type { Interval } from './interval.ts';
import { clipInterval } from './interval.ts';
import { tQuantile } from './student-t.ts';

export interface ClusteredShare {
  readonly mean: number;
  /** Cluster-robust. */
  readonly standardError: number;
  readonly n: number;
  readonly clusters: number;
}

/**
 * Wilson's interval of a share over clustered samples, with the number of independent samples that its cluster-robust
 * error amounts to (Kott and Carr, J Off Stat 13:81, 1997; Korn and Graubard 1998): n* = mean (1 - mean) / se², at most
 * n, and t with C-1 degrees of freedom. Where nothing varies, n* is the number of clusters. It stays inside 0 to 1 and
 * has a width where events are too few for the symmetric interval.
 */
export function clusterWilson({ mean, standardError, n, clusters }: ClusteredShare, level: number): Interval {
  const effective =
    standardError > 0 ? Math.min(n, (mean * (1 - mean)) / standardError ** 2) : Math.min(n, clusters);
  const t = tQuantile((1 + level) / 2, clusters - 1);
  const scale = 1 + (t * t) / effective;
  const centre = (mean + (t * t) / (2 * effective)) / scale;
  const half = (t * Math.sqrt((mean * (1 - mean)) / effective + (t * t) / (4 * effective ** 2))) / scale;
  return clipInterval({ low: mean === 0 ? 0 : centre - half, high: mean === 1 ? 1 : centre + half }, 0, 1);
}
