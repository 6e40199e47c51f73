/** The part of the browser store that keeps packs. How their samples stand in rows is in pack-samples.ts. */
import { AppError } from '../core/errors.ts';
import type { Pack, Sample } from '../core/packs/pack.ts';
import type { Access } from './access.ts';
import type { ResultStore, StoredPack } from './contract.ts';
import { startingWith } from './key-ranges.ts';
import { packRow, sampleRows } from './pack-rows.ts';
import { packSampleReader } from './pack-sample-reader.ts';
import { deleteSamples, encodeSamples, replaceSamples } from './pack-samples.ts';
import type { StoredRow } from './row-codec.ts';
import { BlockRowSchema, PackRowSchema, SampleRowSchema, type PackRow } from './rows.ts';
import { refuseRemains } from './storage-errors.ts';

type Part = Pick<
  ResultStore,
  'putPack' | 'listPacks' | 'getPack' | 'getSample' | 'getSamples' | 'deletePack'
>;

export function browserPacks(access: Access): Part {
  const { codec, read, write, change, open, openAll } = access;
  const storedId = (packId: string) => codec.id('pack', packId);
  const reader = packSampleReader(access);

  async function rowOf(packId: string): Promise<PackRow | null> {
    const id = await storedId(packId);
    return read<PackRow | null>(null, async (db) => {
      const header = await db.get('packs', id);
      return header === undefined ? null : open(PackRowSchema, 'packs', header, packId);
    });
  }

  /** Every key that samples of the pack may be kept under. */
  async function keysOf(packId: string): Promise<readonly string[]> {
    // A row that cannot be read cannot say where its samples are; those under its id are found all the same.
    const row = await rowOf(packId).catch(() => null);
    return Promise.all([packId, ...(row?.rowsUnder === undefined ? [] : [row.rowsUnder])].map(storedId));
  }

  async function getPack(packId: string): Promise<Pack | null> {
    const row = await rowOf(packId);
    if (row === null) return null;
    const found = await reader.all(packId, await storedId(row.rowsUnder ?? packId), row.samples);
    const now = await rowOf(packId);
    if (now === null) return null;
    // Replaced by another tab while it was read: the two must not be mixed.
    if (now.sha256 !== row.sha256 || now.rowsUnder !== row.rowsUnder) return getPack(packId);
    return { ...row.header, samples: found() };
  }

  return {
    getPack,

    putPack: async (pack, sha256, importedAt) => {
      const [id = '', ...others] = await keysOf(pack.id);
      const header = await codec.encode('packs', packRow(pack, sha256, importedAt));
      const rows = await encodeSamples(codec, sampleRows(pack));
      await write(['packs', 'samples', 'blocks'], async (transaction) => {
        await Promise.all(others.map((key) => deleteSamples(transaction, key)));
        await replaceSamples(transaction, id, rows);
        await transaction.objectStore('packs').put(header);
      });
    },

    listPacks: (onCorrupt) =>
      read<readonly StoredPack[]>([], async (db) => {
        const rows = (await db.getAll('packs')).map((stored) => ({ key: String(stored['id']), stored }));
        const packs = await openAll(PackRowSchema, 'packs', rows, onCorrupt);
        // The keys of a sealed store have an order of their own.
        return packs.sort((a, b) => (a.id < b.id ? -1 : 1)).map(withoutId);
      }),

    getSamples: async (packId, from, count) => {
      const row = await rowOf(packId);
      return row === null ? [] : reader.some(packId, await storedId(row.rowsUnder ?? packId), from, count);
    },

    getSample: async (packId, sampleId) => {
      const header = await rowOf(packId);
      if (header === null) return null;
      const under = header.rowsUnder ?? packId;
      const id = await storedId(under);
      const key: [string, string] = [id, await codec.id('sample', under, sampleId)];
      return read<Sample | null>(null, async (db) => {
        const row = await db.getFromIndex('samples', 'by-sample-id', key);
        if (row === undefined) return null;
        if (!isPlaceOnly(row, codec.inBlocks)) {
          return (await open(SampleRowSchema, 'samples', row, [packId, sampleId])).sample;
        }
        const index = Number(row['index']);
        const upTo = IDBKeyRange.bound([id], [id, index]);
        const stored = (await db.transaction('blocks').store.openCursor(upTo, 'prev'))?.value;
        const block =
          stored === undefined ? null : await open(BlockRowSchema, 'blocks', stored, [packId, index]);
        const sample = block?.samples[index - block.first];
        // Where a sample stands is not sealed, so what stands there must say that it is the one.
        if (sample?.id !== sampleId) throw misplaced(packId, sampleId, index);
        return sample;
      });
    },

    deletePack: async (packId) => {
      const id = await storedId(packId);
      const keys = await keysOf(packId);
      await change(
        () => undefined,
        ['packs', 'samples', 'blocks'],
        async (transaction) => {
          await Promise.all([
            transaction.objectStore('packs').delete(id),
            ...keys.map((key) => deleteSamples(transaction, key)),
          ]);
        },
      );
      refuseRemains(
        await read<readonly string[]>([], async (db) => {
          const count = async (store: 'samples' | 'blocks') => {
            const counts = await Promise.all(keys.map((key) => db.count(store, startingWith(key))));
            return counts.reduce((sum, each) => sum + each, 0);
          };
          const left = {
            packs: await db.count('packs', id),
            samples: await count('samples'),
            blocks: await count('blocks'),
          };
          return Object.entries(left).flatMap(([name, found]) => (found === 0 ? [] : [`${found} ${name}`]));
        }),
      );
    },
  };
}

function misplaced(packId: string, sampleId: string, index: number): AppError {
  return new AppError('storage/corrupt', `sample ${index} of pack ${packId} is not where it should be`, {
    store: 'samples',
    row: `${packId}/${sampleId}`,
    field: 'index',
  });
}

/** A row of a sealed store without sealed bytes. One of an earlier version holds its sample itself. */
function isPlaceOnly(row: StoredRow, inBlocks: boolean): boolean {
  return inBlocks && row['sealed'] === undefined;
}

function withoutId({ id: _id, rowsUnder: _rows, ...pack }: PackRow): StoredPack {
  return pack;
}
