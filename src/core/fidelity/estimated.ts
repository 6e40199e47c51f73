import type { Estimate, MeasureSpec } from '../contracts.ts';
import { estimateMean } from '../metrics/estimate.ts';
import { DEFAULT_LEVEL, DEFAULT_SEED } from '../run/score-run.ts';

/** Mean with its interval by the default rule; `clusters[i]` is the prompt that `values[i]` belongs to. */
export function estimated(
  values: readonly number[],
  clusters: readonly string[],
  kind: MeasureSpec['kind'],
): Estimate {
  return estimateMean(
    values.map((value) => ({ state: 'scored', value })),
    clusters,
    { kind },
    { level: DEFAULT_LEVEL, seed: DEFAULT_SEED },
  );
}
