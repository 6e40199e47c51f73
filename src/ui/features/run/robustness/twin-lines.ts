/** Which stored packs are twins of a pack, and which stored runs asked them in the same way. */
import { ladderRuns, rungId } from '../../../../app/runs/ladder.ts';
import type { CatalogItem, PackEntry, RunRequest } from '../../../../app/services.ts';
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
): readonly Twin[] {
  return transforms.map((transform) => {
    const pack = choices.packs.find((entry) => isTwin(entry, parent, transform.id, seed)) ?? null;
    const run = pack === null ? null : runOf(pack, draft, choices, runs);
    return { transform, pack, run };
  });
}

/** The newest run of a pack asked like the draft says. */
export function runOf(
  pack: PackEntry,
  draft: Draft,
  choices: Choices,
  runs: readonly StoredRun[],
): StoredRun | null {
  const request = requestFor(pack.header.id, draft, choices);
  if (request === null) return null;
  const found = ladderRuns(runs, { ...request, packSha256: pack.sha256 });
  return found.get(rungId(request.solverId, null)) ?? withSettings(found, request.solverId);
}

/** A way with settings keeps their values in the run; the page asks with those it has when nothing is set. */
function withSettings(found: ReadonlyMap<string, StoredRun>, solverId: string): StoredRun | null {
  return [...found.values()].find(({ header }) => header.solver.id === solverId) ?? null;
}

/** A twin has the same prompt, solver and scorers as its parent, so its request is the parent's with another pack. */
export function requestFor(packId: string, draft: Draft, choices: Choices): RunRequest | null {
  return resolveRequest({ ...draft, packId }, choices);
}
