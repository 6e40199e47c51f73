import type { RunHeader } from '../../../core/contracts.ts';
import type { StoredRun } from '../../../storage/contract.ts';

type Pair = readonly [StoredRun, StoredRun];

/** The newest runs of the same two models on each other pack that both were run on. */
export function pairsOnOtherPacks(stored: readonly StoredRun[], a: StoredRun, b: StoredRun): readonly Pair[] {
  // Nothing would tell which of the two a run on another pack stands for.
  if (isSameModel(a.header, b.header)) return [];
  const newest = [...stored]
    .filter(({ done }) => done > 0)
    .sort((one, other) => (one.header.createdAt < other.header.createdAt ? 1 : -1));
  const packs = new Set(newest.map(({ header }) => header.pack.sha256));
  packs.delete(a.header.pack.sha256);
  return [...packs].flatMap((sha256): Pair[] => {
    const here = newest.filter(({ header }) => header.pack.sha256 === sha256);
    const first = here.find(({ header }) => isSameModel(header, a.header));
    const second = here.find(({ header }) => isSameModel(header, b.header) && header.id !== first?.header.id);
    return first === undefined || second === undefined ? [] : [[first, second]];
  });
}

/** The same weights in the same form; packs of another kind have prompts of their own. */
function isSameModel({ model }: RunHeader, { model: other }: RunHeader): boolean {
  return model.id === other.id && model.sha256 === other.sha256 && model.dtype === other.dtype;
}
