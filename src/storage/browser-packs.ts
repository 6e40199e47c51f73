/** The part of the browser store that keeps packs. How their samples stand in rows is in pack-samples.ts. */
import { AppError } from '../core/errors.ts';
import type { Pack, Sample } from '../core/packs/pack.ts';
import type { Access } from './access.ts';
import type { BedsideDb } from './connection.ts';
import type { ResultStore, StoredPack } from './contract.ts';
import { startingWith } from './key-ranges.ts';
import { packRow, sampleRows } from './pack-rows.ts';
import { encodeSamples, replaceSamples, sampleList } from './pack-samples.ts';
import type { StoredRow } from './row-codec.ts';
import { BlockRowSchema, PackRowSchema, SampleRowSchema, type PackRow } from './rows.ts';
import { refuseRemains } from './storage-errors.ts';

type Part = Pick<ResultStore, 'putPack' | 'listPacks' | 'getPack' | 'getSample' | 'deletePack'>;

export function browserPacks(access: Access): Part {
  const { codec, read, write, change, open, openAll } = access;
  const storedId = (packId: string) => codec.id('pack', packId);

  return {
    putPack: async (pack, sha256, importedAt) => {
      const id = await storedId(pack.id);
      const header = await codec.encode('packs', packRow(pack, sha256, importedAt));
      const rows = await encodeSamples(codec, sampleRows(pack));
      await write(['packs', 'samples', 'blocks'], async (transaction) => {
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

    getPack: async (packId) => {
      const id = await storedId(packId);
      return read<Pack | null>(null, async (db) => {
        const stored = await packRows(db, id, codec.inBlocks);
        if (stored.header === undefined) return null;
        const row = await open(PackRowSchema, 'packs', stored.header, packId);
        const keyed = (rows: readonly StoredRow[], place: string) =>
          rows.map((each) => ({ key: [packId, Number(each[place])], stored: each }));
        const blocks = await openAll(BlockRowSchema, 'blocks', keyed(stored.blocks, 'first'));
        const complete = blocks.reduce((sum, { samples }) => sum + samples.length, 0) === row.samples;
        // An earlier version of the vault kept each by itself.
        const samples =
          codec.inBlocks && !complete
            ? (await db.getAll('samples', startingWith(id))).filter((each) => !isPlaceOnly(each, true))
            : stored.samples;
        const single = await openAll(SampleRowSchema, 'samples', keyed(samples, 'index'));
        return { ...row.header, samples: sampleList(packId, row.samples, blocks, single) };
      });
    },

    getSample: async (packId, sampleId) => {
      const id = await storedId(packId);
      const key: [string, string] = [id, await codec.id('sample', packId, sampleId)];
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
        if (sample?.id !== sampleId) {
          throw new AppError(
            'storage/corrupt',
            `sample ${index} of pack ${packId} is not where it should be`,
            {
              store: 'samples',
              row: `${packId}/${sampleId}`,
              field: 'index',
            },
          );
        }
        return sample;
      });
    },

    deletePack: async (packId) => {
      const id = await storedId(packId);
      await change(
        () => undefined,
        ['packs', 'samples', 'blocks'],
        async (transaction) => {
          await Promise.all([
            transaction.objectStore('packs').delete(id),
            transaction.objectStore('samples').delete(startingWith(id)),
            transaction.objectStore('blocks').delete(startingWith(id)),
          ]);
        },
      );
      refuseRemains(
        await read<readonly string[]>([], async (db) => {
          const left = {
            packs: await db.count('packs', id),
            samples: await db.count('samples', startingWith(id)),
            blocks: await db.count('blocks', startingWith(id)),
          };
          return Object.entries(left).flatMap(([name, count]) => (count === 0 ? [] : [`${count} ${name}`]));
        }),
      );
    },
  };
}

interface PackRows {
  readonly header: StoredRow | undefined;
  readonly blocks: readonly StoredRow[];
  readonly samples: readonly StoredRow[];
}

async function packRows(db: BedsideDb, storedId: string, inBlocks: boolean): Promise<PackRows> {
  const transaction = db.transaction(['packs', 'samples', 'blocks']);
  const [header, blocks, samples] = await Promise.all([
    transaction.objectStore('packs').get(storedId),
    inBlocks ? transaction.objectStore('blocks').getAll(startingWith(storedId)) : [],
    inBlocks ? [] : transaction.objectStore('samples').getAll(startingWith(storedId)),
  ]);
  return { header, blocks, samples };
}

/** A row of a sealed store without sealed bytes. One of an earlier version holds its sample itself. */
function isPlaceOnly(row: StoredRow, inBlocks: boolean): boolean {
  return inBlocks && row['sealed'] === undefined;
}

function withoutId({ id: _id, ...pack }: PackRow): StoredPack {
  return pack;
}
