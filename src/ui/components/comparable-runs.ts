import type { StoredRun } from '../../storage/contract.ts';

/**
 * Pairs of runs of one pack by different models: what a visitor would want compared first. The weaker name is not known
 * here, so the older run is the baseline.
 */
export function comparablePairs(runs: readonly StoredRun[]): readonly (readonly [StoredRun, StoredRun])[] {
  return runs.flatMap((run) => {
    const other = runs.find(
      ({ header, done }) =>
        done > 0 &&
        header.pack.sha256 === run.header.pack.sha256 &&
        header.model.sha256 !== run.header.model.sha256 &&
        header.createdAt > run.header.createdAt,
    );
    return run.done === 0 || other === undefined ? [] : [[run, other] as const];
  });
}
