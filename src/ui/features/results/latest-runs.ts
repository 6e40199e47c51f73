import type { Provenance } from '../../../core/packs/pack.ts';
import type { PackEntry } from '../../../app/services.ts';
import type { StoredRun } from '../../../storage/contract.ts';

const ORDER: Readonly<Record<Provenance['kind'], number>> = { 'hand-written': 0, imported: 1, generated: 2 };

export function packOrder(packId: string, packs: readonly PackEntry[]): number {
  const kind = packs.find((pack) => pack.header.id === packId)?.header.provenance.kind;
  return kind === undefined ? 3 : ORDER[kind];
}

/**
 * The newest run with results of each pack, hand-written packs before generated ones: a generated pack's score
 * is never the first thing read. Runs made here come before recorded ones, and of those the one of most samples.
 */
export function latestPerPack(runs: readonly StoredRun[], packs: readonly PackEntry[]): readonly StoredRun[] {
  const usable = runs.filter((run) => run.done > 0 && run.status !== 'running');
  const best = new Map<string, StoredRun>();
  for (const run of [...usable].sort(byPreference)) {
    if (!best.has(run.header.pack.id)) best.set(run.header.pack.id, run);
  }
  const place = new Map(packs.map((pack, at) => [pack.header.id, at]));
  return [...best.values()].sort(
    (a, b) =>
      packOrder(a.header.pack.id, packs) - packOrder(b.header.pack.id, packs) ||
      (place.get(a.header.pack.id) ?? 99) - (place.get(b.header.pack.id) ?? 99),
  );
}

function byPreference(a: StoredRun, b: StoredRun): number {
  const recorded = Number(a.recorded === true) - Number(b.recorded === true);
  if (recorded !== 0) return recorded;
  const fewer = a.recorded === true ? b.done - a.done : 0;
  return fewer === 0 ? b.header.createdAt.localeCompare(a.header.createdAt) : fewer;
}
