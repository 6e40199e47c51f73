import type { FindPack } from '../../core/results-import/read-results.ts';
import type { Packs } from '../packs/packs.ts';

/**
 * The pack here that a file's answers belong to: the one that our own export names, else one that has every id of
 * a file that quotes no samples itself.
 */
export function packFinder(packs: Pick<Packs, 'find' | 'list' | 'get'>): FindPack {
  return async ({ header, task }, ids) => {
    const found = async (id: string, seal: string) => {
      const pack = await packs.find(id, seal);
      return pack === null ? null : { ...pack, seal };
    };
    if (header !== null) {
      // The seal says which pack it is; a private pack's name may have been withheld.
      const entries = await packs.list(() => undefined);
      const known = entries.find(({ sha256 }) => sha256 === header.pack.sha256);
      return found(known?.header.id ?? header.pack.id, header.pack.sha256);
    }
    for (const entry of await packs.list(() => undefined)) {
      // A foreign task counts as a pack of ours only by its name and all its ids.
      if (task !== null && task !== entry.header.id) continue;
      const { pack } = await packs.get(entry.header.id);
      const known = new Set(pack.samples.map(({ id }) => id));
      if ([...ids].every((id) => known.has(id))) return found(entry.header.id, entry.sha256);
    }
    return null;
  };
}
