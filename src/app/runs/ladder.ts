/** One pack and one model asked in several ways: which stored runs are rungs of it. Pure. */
import { canonicalJson } from '../../core/canonical-json.ts';
import type { SolverSettings } from '../../core/contracts.ts';
import type { StoredRun } from '../../storage/contract.ts';
import type { RunRequest } from '../services.ts';

/** What has to be equal for a difference to be the way of asking alone. */
export type LadderKey = Pick<RunRequest, 'modelId' | 'dtype' | 'promptId' | 'generation' | 'limit'> & {
  readonly packSha256: string;
};

/** Names a rung: the solver and the settings that a run keeps of it. */
export function rungId(solverId: string, kept: SolverSettings | null | undefined): string {
  return `${solverId} ${canonicalJson(kept ?? {})}`;
}

/**
 * The newest run of each rung, by rungId. Runs that still go on are left out, and so are runs of other weights under the
 * same name: the newest run says which weights are meant.
 */
export function ladderRuns(runs: readonly StoredRun[], key: LadderKey): ReadonlyMap<string, StoredRun> {
  const generation = canonicalJson(key.generation);
  const matching = runs
    .filter(
      ({ header, status, done }) =>
        status !== 'running' &&
        done > 0 &&
        header.imported === undefined &&
        header.pack.sha256 === key.packSha256 &&
        header.model.id === key.modelId &&
        header.model.dtype === key.dtype &&
        header.prompt.id === key.promptId &&
        header.selection.limit === key.limit &&
        header.selection.shard === null &&
        header.selection.repeats === 1 &&
        canonicalJson(header.generation) === generation,
    )
    .sort((a, b) => b.header.createdAt.localeCompare(a.header.createdAt));
  const weights = matching[0]?.header.model.sha256;
  const rungs = new Map<string, StoredRun>();
  for (const run of matching) {
    const { solver, model } = run.header;
    const id = rungId(solver.id, solver.settings);
    const before = rungs.get(id);
    if (model.sha256 !== weights) continue;
    // A run that was stopped counts only where there is no finished one.
    if (before === undefined || (before.status !== 'finished' && run.status === 'finished'))
      rungs.set(id, run);
  }
  return rungs;
}
