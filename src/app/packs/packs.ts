/** Packs from two places: those that come with the page, and those a person imported. */
import { AppError } from '../../core/errors.ts';
import type { Pack, Sample } from '../../core/packs/pack.ts';
import type { OnCorrupt, ResultStore, StoredPack } from '../../storage/contract.ts';
import type { PackEntry } from '../services.ts';
import type { BundledPacks } from './bundled-packs.ts';
import { createImportLocks, type ImportLocks } from './import-lock.ts';
import type { SealedPack } from './sealed-pack.ts';
import { VISIT_DRAFT } from './visit-draft-id.ts';

export interface Packs {
  list(onCorrupt: OnCorrupt): Promise<readonly PackEntry[]>;
  get(id: string): Promise<SealedPack>;
  /** The very pack a run was made with; null when it is no longer here or has other content now. */
  find(id: string, sha256: string): Promise<Pack | null>;
  samples(id: string, from: number, count: number): Promise<readonly Sample[]>;
  /** Throws input/duplicate-id for a version that is here already. */
  refuseKnown(id: string, version: string): Promise<void>;
  /** `asPrivate` marks one whose file does not say so; the seal then differs from the file's. */
  add(pack: Pack, asPrivate?: boolean): Promise<void>;
  remove(id: string): Promise<{ undo(): Promise<void> }>;
  /** Lets go of what is remembered of stored packs. */
  forget(): void;
}

export function createPacks(
  store: ResultStore,
  bundled: BundledPacks,
  now: () => string,
  changed: () => void,
  importLocks: Pick<ImportLocks, 'ifFree'> = createImportLocks(null),
): Packs {
  /** Once for each opening of the store: what a page that was closed in the middle of an import left behind goes. */
  let swept = false;
  async function sweep(): Promise<void> {
    if (swept) return;
    swept = true;
    await importLocks.ifFree(() => store.discardUnfinishedPacks());
  }

  /** Results ask for the same pack again and again, and reading it is most of the time that opening them takes. */
  let last: { readonly entry: StoredPack; readonly pack: Pack } | null = null;

  async function stored(id: string): Promise<SealedPack | null> {
    const entry = (await store.listPacks(() => undefined)).find((each) => each.header.id === id);
    if (entry === undefined) return null;
    const known = last !== null && isSameEntry(last.entry, entry) ? last.pack : null;
    const pack = known ?? (await store.getPack(id));
    if (pack === null) return null;
    last = { entry, pack };
    // Hashed when it was stored: a pack of thousands of samples is not hashed again at every look.
    return { pack, sha256: entry.sha256 };
  }

  async function isBundled(id: string): Promise<boolean> {
    return (await bundled.list()).some((entry) => entry.header.id === id);
  }

  async function get(id: string): Promise<SealedPack> {
    if (await isBundled(id)) return bundled.get(id);
    const found = await stored(id);
    if (found !== null) return found;
    const known = [...(await bundled.list()), ...(await store.listPacks(() => undefined))];
    throw new AppError('input/unknown-id', `no pack is called "${id}"`, {
      id,
      known: known.map((entry) => entry.header.id),
    });
  }

  /** Another version replaces the earlier one; the same one twice is a mistake of the person or of ours. */
  async function refuseKnown(id: string, version: string): Promise<void> {
    const all = (await isBundled(id)) ? await bundled.list() : await store.listPacks();
    if (all.find((entry) => entry.header.id === id)?.header.version !== version) return;
    throw new AppError('input/duplicate-id', `a pack "${id}" ${version} is here already`, { id, version });
  }

  return {
    refuseKnown,
    samples: async (id, from, count) =>
      (await isBundled(id))
        ? (await bundled.get(id)).pack.samples.slice(from, from + count)
        : store.getSamples(id, from, count),
    list: async (onCorrupt) => {
      // Not waited for: the list does not depend on it, and it is tried again another time.
      sweep().catch(() => undefined);
      const imported = (await store.listPacks(onCorrupt)).filter(({ header }) => header.id !== VISIT_DRAFT);
      return [...(await bundled.list()), ...imported.map((entry) => ({ ...entry, bundled: false }))];
    },
    get,
    find: async (id, sha256) => {
      try {
        const found = await get(id);
        return found.sha256 === sha256 ? found.pack : null;
      } catch (thrown) {
        // The results of a run stay readable without its pack.
        if (thrown instanceof AppError) return null;
        throw thrown;
      }
    },
    add: async (given, asPrivate = false) => {
      const { computeSeal, sealPack } = await import('../../core/packs/seal.ts');
      const marks = asPrivate && given.private !== true;
      const pack = marks ? sealPack({ ...given, private: true }) : given;
      await refuseKnown(pack.id, pack.version);
      await store.putPack(pack, computeSeal(pack), now());
      changed();
    },
    remove: async (id) => {
      const entry = (await store.listPacks()).find((each) => each.header.id === id);
      const found = await stored(id);
      if (found === null || entry === undefined) {
        throw new AppError('storage/missing', `no imported pack is called "${id}"`, { id });
      }
      await store.deletePack(id);
      changed();
      return {
        undo: async () => {
          await store.putPack(found.pack, found.sha256, entry.importedAt);
          changed();
        },
      };
    },
    forget: () => {
      last = null;
      swept = false;
    },
  };
}

function isSameEntry(a: StoredPack, b: StoredPack): boolean {
  return a.header.id === b.header.id && a.sha256 === b.sha256 && a.importedAt === b.importedAt;
}
