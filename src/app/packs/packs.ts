/** Packs from two places: those that come with the page, and those a person imported. */
import { AppError } from '../../core/errors.ts';
import type { KeepWatch } from './kept-pack.ts';
import type { Selection } from '../../core/contracts.ts';
import type { Pack, Sample } from '../../core/packs/pack.ts';
import { packPart, type PackPart } from '../../core/packs/pack-part.ts';
import { selectedPositions } from '../../core/run/selection.ts';
import type { OnCorrupt, ResultStore, StoredPack } from '../../storage/contract.ts';
import type { PackEntry } from '../services.ts';
import type { BundledPacks } from './bundled-packs.ts';
import { createImportLocks, type ImportLocks } from './import-lock.ts';
import { readPositions } from './read-positions.ts';
import type { SealedPack, SealedPart } from './sealed-pack.ts';
import { VISIT_DRAFT } from './visit-draft-id.ts';

export interface Packs {
  list(onCorrupt: OnCorrupt): Promise<readonly PackEntry[]>;
  get(id: string): Promise<SealedPack>;
  /** The samples at some positions, which may depend on how many there are. */
  some(id: string, positions: (samples: number) => Iterable<number>): Promise<SealedPart>;
  /**
   * The very pack a run was made with; null when it is no longer here or has other content now. With the selection of
   * the run only what the run covers is read.
   */
  find(id: string, sha256: string): Promise<Pack | null>;
  find(id: string, sha256: string, selection: Selection): Promise<PackPart | null>;
  /** Whether that very pack is here. */
  has(id: string, sha256: string): Promise<boolean>;
  samples(id: string, from: number, count: number): Promise<readonly Sample[]>;
  /** Throws input/duplicate-id for a version that is here already. */
  refuseKnown(id: string, version: string): Promise<void>;
  /** `asPrivate` marks one whose file does not say so; the seal then differs from the file's. */
  add(pack: Pack, asPrivate?: boolean): Promise<void>;
  remove(id: string, watch?: KeepWatch): Promise<{ undo(): Promise<void> }>;
  /** Lets go of what is remembered of stored packs. */
  forget(): void;
}

export function createPacks(
  store: ResultStore,
  bundled: BundledPacks,
  now: () => string,
  changed: () => void,
  importLocks: ImportLocks = createImportLocks(null),
  newId: () => string = () => crypto.randomUUID(),
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
  let lastPart: { readonly entry: StoredPack; readonly name: string; readonly part: SealedPart } | null =
    null;

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

  async function entryOf(id: string): Promise<StoredPack> {
    const entry = (await store.listPacks(() => undefined)).find((each) => each.header.id === id);
    if (entry !== undefined) return entry;
    throw new AppError('input/unknown-id', `no pack is called "${id}"`, {
      id,
      known: (await all()).map((one) => one.header.id),
    });
  }

  /** Of a pack that is kept here; one that another tab replaces meanwhile is read again. */
  async function readSome(entry: StoredPack, positions: Iterable<number>): Promise<SealedPart> {
    const { header, sha256, samples } = entry;
    const wanted = [...new Set(positions)].sort((a, b) => a - b);
    const read = await readPositions(store, header.id, wanted);
    const now = await entryOf(header.id);
    if (!isSameEntry(now, entry))
      return readSome(
        now,
        wanted.filter((position) => position < now.samples),
      );
    return { pack: packPart(header, samples, read), sha256 };
  }

  async function some(id: string, positions: (samples: number) => Iterable<number>): Promise<SealedPart> {
    if (await isBundled(id)) return bundled.get(id);
    const entry = await entryOf(id);
    if (last !== null && isSameEntry(last.entry, entry)) return { pack: last.pack, sha256: entry.sha256 };
    return readSome(entry, positions(entry.samples));
  }

  async function partOf(id: string, selection: Selection): Promise<SealedPart> {
    if (await isBundled(id)) return bundled.get(id);
    const entry = await entryOf(id);
    const positions = selectedPositions(selection, entry.samples);
    if (positions.length === entry.samples) return get(id);
    const name = JSON.stringify([selection.limit, selection.shard]);
    if (lastPart?.name === name && isSameEntry(lastPart.entry, entry)) return lastPart.part;
    const part = await some(id, () => positions);
    lastPart = { entry, name, part };
    return part;
  }

  async function isBundled(id: string): Promise<boolean> {
    return (await bundled.list()).some((entry) => entry.header.id === id);
  }

  async function get(id: string): Promise<SealedPack> {
    if (await isBundled(id)) return bundled.get(id);
    await entryOf(id);
    const found = await stored(id);
    if (found !== null) return found;
    throw new AppError('storage/missing', `the pack "${id}" was deleted meanwhile`, { what: 'pack', id });
  }

  /** Another version replaces the earlier one; the same one twice is a mistake of the person or of ours. */
  async function refuseKnown(id: string, version: string): Promise<void> {
    const all = (await isBundled(id)) ? await bundled.list() : await store.listPacks();
    if (all.find((entry) => entry.header.id === id)?.header.version !== version) return;
    throw new AppError('input/duplicate-id', `a pack "${id}" ${version} is here already`, { id, version });
  }

  async function all(): Promise<readonly StoredPack[]> {
    return [...(await bundled.list()), ...(await store.listPacks(() => undefined))];
  }

  function find(id: string, sha256: string): Promise<Pack | null>;
  function find(id: string, sha256: string, selection: Selection): Promise<PackPart | null>;
  async function find(id: string, sha256: string, selection?: Selection): Promise<PackPart | null> {
    try {
      const found = selection === undefined ? await get(id) : await partOf(id, selection);
      return found.sha256 === sha256 ? found.pack : null;
    } catch (thrown) {
      // The results of a run stay readable without its pack.
      if (thrown instanceof AppError) return null;
      throw thrown;
    }
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
    some,
    find,
    has: async (id, sha256) =>
      (await all()).some((entry) => entry.header.id === id && entry.sha256 === sha256),
    add: async (given, asPrivate = false) => {
      const { computeSeal, sealPack } = await import('../../core/packs/seal.ts');
      const marks = asPrivate && given.private !== true;
      const pack = marks ? sealPack({ ...given, private: true }) : given;
      await refuseKnown(pack.id, pack.version);
      await store.putPack(pack, computeSeal(pack), now());
      changed();
    },
    remove: async (id, watch) => {
      const entry = (await store.listPacks()).find((each) => each.header.id === id);
      if (entry === undefined) {
        throw new AppError('storage/missing', `no imported pack is called "${id}"`, { id });
      }
      const { keepPack } = await import('./kept-pack.ts');
      const kept = await keepPack(store, entry, watch);
      await store.deletePack(id);
      last = null;
      lastPart = null;
      changed();
      return {
        undo: async () => {
          await importLocks.hold(() => kept.putBack(store, newId()));
          changed();
        },
      };
    },
    forget: () => {
      last = null;
      lastPart = null;
      swept = false;
    },
  };
}

function isSameEntry(a: StoredPack, b: StoredPack): boolean {
  return a.header.id === b.header.id && a.sha256 === b.sha256 && a.importedAt === b.importedAt;
}
