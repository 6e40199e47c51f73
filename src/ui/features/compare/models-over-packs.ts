import { modelInMatrix } from '../../../core/results-import/matrix-of-runs.ts';
import type { StoredRun } from '../../../storage/contract.ts';

export interface ModelsOverPacks {
  /** The newest run of each model on each pack. */
  readonly runIds: readonly string[];
  readonly models: number;
  readonly packs: number;
}

/**
 * What can be ranked: models with runs of whole packs, on at least two packs in all. A run of a part of a pack is left
 * out, since its mean is of other samples. Null with fewer than two models.
 */
export function modelsOverPacks(stored: readonly StoredRun[]): ModelsOverPacks | null {
  const newest = stored
    .filter(({ done, header }) => done > 0 && done === header.pack.samples * header.selection.repeats)
    .toSorted((a, b) => (a.header.createdAt < b.header.createdAt ? 1 : -1));
  const places = new Map<string, StoredRun>();
  for (const run of newest) {
    const place = `${modelInMatrix(run.header)}\n${run.header.pack.sha256}`;
    if (!places.has(place)) places.set(place, run);
  }
  const runs = [...places.values()];
  const models = new Set(runs.map(({ header }) => modelInMatrix(header))).size;
  const packs = new Set(runs.map(({ header }) => header.pack.sha256)).size;
  return models < 2 || packs < 2 ? null : { runIds: runs.map(({ header }) => header.id), models, packs };
}
