/** The part of the browser store that keeps packs, one row a sample. */
import type { Pack, Sample } from '../core/packs/pack.ts';
import type { Access } from './access.ts';
import type { ResultStore, StoredPack } from './contract.ts';
import { startingWith } from './key-ranges.ts';
import { packFromRows, packRow, sampleRows } from './pack-rows.ts';
import { PackRowSchema, SampleRowSchema, type PackRow } from './rows.ts';
import { refuseRemains } from './storage-errors.ts';

type Part = Pick<ResultStore, 'putPack' | 'listPacks' | 'getPack' | 'getSample' | 'deletePack'>;

export function browserPacks({ codec, read, write, change, open, openAll }: Access): Part {
  const storedId = (packId: string) => codec.id('pack', packId);

  return {
    putPack: async (pack, sha256, importedAt) => {
      const range = startingWith(await storedId(pack.id));
      const header = await codec.encode('packs', packRow(pack, sha256, importedAt));
      const rows = await Promise.all(sampleRows(pack).map((row) => codec.encode('samples', row)));
      await write(['packs', 'samples'], async (transaction) => {
        const samples = transaction.objectStore('samples');
        await samples.delete(range);
        await Promise.all([
          transaction.objectStore('packs').put(header),
          ...rows.map((row) => samples.add(row)),
        ]);
      });
    },

    listPacks: (onCorrupt) =>
      read<readonly StoredPack[]>([], async (db) => {
        const rows = (await db.getAll('packs')).map((stored) => ({ key: String(stored['id']), stored }));
        const packs = await openAll(PackRowSchema, 'packs', rows, onCorrupt);
        // The keys of a sealed store have an order of their own.
        return packs.sort((a, b) => (a.id < b.id ? -1 : 1)).map(withoutId);
      }),

    getPack: async (packId) => {
      const id = await storedId(packId);
      return read<Pack | null>(null, async (db) => {
        const transaction = db.transaction(['packs', 'samples']);
        const [header, samples] = await Promise.all([
          transaction.objectStore('packs').get(id),
          transaction.objectStore('samples').getAll(startingWith(id)),
        ]);
        if (header === undefined) return null;
        return packFromRows(
          await open(PackRowSchema, 'packs', header, packId),
          await openAll(
            SampleRowSchema,
            'samples',
            samples.map((stored, index) => ({ key: [packId, index], stored })),
          ),
        );
      });
    },

    getSample: async (packId, sampleId) => {
      const key: [string, string] = [await storedId(packId), await codec.id('sample', packId, sampleId)];
      return read<Sample | null>(null, async (db) => {
        const row = await db.getFromIndex('samples', 'by-sample-id', key);
        return row === undefined
          ? null
          : (await open(SampleRowSchema, 'samples', row, [packId, sampleId])).sample;
      });
    },

    deletePack: async (packId) => {
      const id = await storedId(packId);
      await change(
        () => undefined,
        ['packs', 'samples'],
        async (transaction) => {
          await Promise.all([
            transaction.objectStore('packs').delete(id),
            transaction.objectStore('samples').delete(startingWith(id)),
          ]);
        },
      );
      refuseRemains(
        await read<readonly string[]>([], async (db) => {
          const packs = await db.count('packs', id);
          const samples = await db.count('samples', startingWith(id));
          return [
            ...(packs === 0 ? [] : [`${packs} packs`]),
            ...(samples === 0 ? [] : [`${samples} samples`]),
          ];
        }),
      );
    },
  };
}

function withoutId({ id: _id, ...pack }: PackRow): StoredPack {
  return pack;
}
