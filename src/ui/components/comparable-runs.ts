import type { StoredRun } from '../../storage/contract.ts';

type Pair = readonly [StoredRun, StoredRun];

/**
 * Pairs of runs of one pack by different models: what a visitor would want compared first, the pair with the most
 * samples before others. The weaker name is not known here, so the older run is the baseline.
 */
export function comparablePairs(runs: readonly StoredRun[]): readonly Pair[] {
  const withAnswers = runs.filter(({ done }) => done > 0);
  const pairs = withAnswers.flatMap((run) =>
    withAnswers
      .filter(
        ({ header }) =>
          header.pack.sha256 === run.header.pack.sha256 &&
          header.model.sha256 !== run.header.model.sha256 &&
          header.createdAt > run.header.createdAt,
      )
      .map((other): Pair => [run, other]),
  );
  return pairs.sort((x, y) => samples(y) - samples(x));
}

function samples([a, b]: Pair): number {
  return Math.min(a.done, b.done);
}
