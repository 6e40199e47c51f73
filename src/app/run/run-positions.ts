import { selectedPositions } from '../../core/run/selection.ts';
import { solverById } from '../../core/solvers/registry.ts';
import { keptSettings } from '../../core/solvers/setting-fields.ts';
import type { RunRequest } from '../services.ts';

/** What a run reads of its pack: the samples that it asks, and those that its way of asking shows as examples. */
export function runPositions(request: RunRequest, samples: number): readonly number[] {
  const { limit, shard, repeats, solverId, solverSettings = {} } = request;
  const solver = solverById(solverId);
  const settings = keptSettings(solver.settings, solverSettings) ?? {};
  return [
    ...selectedPositions({ limit, shard, repeats }, samples),
    ...(solver.heldOut?.(samples, settings) ?? []),
  ];
}
