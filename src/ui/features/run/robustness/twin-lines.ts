/** Which stored packs are twins of a pack, and which stored runs asked them in the same way. */
import { ladderRuns, rungId } from '../../../../app/runs/ladder.ts';
import type { CatalogItem, PackEntry, RunRequest, WayOfAsking } from '../../../../app/services.ts';
import { keptSettings } from '../../../../core/solvers/setting-fields.ts';
import type { StoredRun } from '../../../../storage/contract.ts';
import { resolveRequest, type Choices, type Draft } from '../request.ts';

export interface Twin {
  readonly transform: CatalogItem;
  /** Null until it is made. */
  readonly pack: PackEntry | null;
  readonly run: StoredRun | null;
}

/** "typos 1" names the transform and its version. */
function isTwin(entry: PackEntry, parent: PackEntry, transformId: string, seed: number): boolean {
  const { transformOf } = entry.header.provenance;
  return (
    transformOf?.seal === parent.sha256 &&
    transformOf.transform.split(' ')[0] === transformId &&
    transformOf.seed === seed
  );
}

export function twinsOf(
  parent: PackEntry,
  transforms: readonly CatalogItem[],
  seed: number,
  draft: Draft,
  choices: Choices,
  runs: readonly StoredRun[],
  ways: readonly WayOfAsking[],
): readonly Twin[] {
  return transforms.map((transform) => {
    const pack = choices.packs.find((entry) => isTwin(entry, parent, transform.id, seed)) ?? null;
    const run = pack === null ? null : runOf(pack, draft, choices, runs, ways);
    return { transform, pack, run };
  });
}

/** The newest run of a pack asked like the draft says, with the settings its way of asking has when nothing is set. */
export function runOf(
  pack: PackEntry,
  draft: Draft,
  choices: Choices,
  runs: readonly StoredRun[],
  ways: readonly WayOfAsking[],
): StoredRun | null {
  const request = requestFor(pack.header.id, draft, choices);
  if (request === null) return null;
  const way = ways.find(({ id }) => id === request.solverId);
  const asked = rungId(request.solverId, keptSettings(way?.settings, {}));
  return ladderRuns(runs, { ...request, packSha256: pack.sha256 }).get(asked) ?? null;
}

/** A twin has the same prompt, solver and scorers as its parent, so its request is the parent's with another pack. */
export function requestFor(packId: string, draft: Draft, choices: Choices): RunRequest | null {
  return resolveRequest({ ...draft, packId }, choices);
}
