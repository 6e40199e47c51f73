/**
 * Packs in parts. IndexedDB has no transaction that waits for a file, so the parts are transactions of their own under
 * a key that no pack row names yet; the last one writes the row that names it. A mark in `meta` says what is unfinished,
 * so that what a closed page left behind is found without looking through the samples.
 */
import type { Access } from './access.ts';
import type { PackWriter, ResultStore } from './contract.ts';
import { addSamples, deleteSamples, encodeSamples } from './pack-samples.ts';
import { PackRowSchema, type SampleRow } from './rows.ts';
import { missing } from './storage-errors.ts';

type Part = Pick<ResultStore, 'writePack' | 'discardUnfinishedPacks'>;

const MARK = 'unfinished-pack/';

export function browserPackWriter(access: Access): Part {
  const { codec, write, change, read } = access;

  /** Makes no database: what was erased meanwhile stays erased. */
  async function discard(mark: string, storedUnder: string): Promise<void> {
    await change(
      () => undefined,
      ['samples', 'blocks', 'meta'],
      async (transaction) => {
        await Promise.all([
          deleteSamples(transaction, storedUnder),
          transaction.objectStore('meta').delete(mark),
        ]);
      },
    );
  }

  return {
    writePack: async (packId, token): Promise<PackWriter> => {
      const mark = `${MARK}${token}`;
      const rowsUnder = `${packId}#${token}`;
      const storedUnder = await codec.id('pack', rowsUnder);
      await write(['meta'], async (transaction) => {
        await transaction.objectStore('meta').put({ id: mark, value: storedUnder });
      });
      const gone = missing('pack', packId);
      let index = 0;
      return {
        add: async (samples) => {
          const rows = samples.map((sample): SampleRow => {
            const row = { packId: rowsUnder, index, sampleId: sample.id, sample };
            index += 1;
            return row;
          });
          const encoded = await encodeSamples(codec, rows);
          await change(
            () => {
              throw gone;
            },
            ['samples', 'blocks', 'meta'],
            async (transaction) => {
              if ((await transaction.objectStore('meta').getKey(mark)) === undefined) throw gone;
              await addSamples(transaction, encoded);
            },
            // Only the last part has to survive whatever happens; without it there is no pack.
            'relaxed',
          );
        },
        finish: async (pack) => {
          const id = await codec.id('pack', packId);
          const earlier = await read(undefined, (db) => db.get('packs', id));
          const earlierRows =
            earlier === undefined
              ? undefined
              : (await access.open(PackRowSchema, 'packs', earlier, packId)).rowsUnder;
          const replaced = [id, ...(earlierRows === undefined ? [] : [await codec.id('pack', earlierRows)])];
          const row = await codec.encode('packs', { ...pack, id: packId, rowsUnder });
          await change(
            () => {
              throw gone;
            },
            ['packs', 'samples', 'blocks', 'meta'],
            async (transaction) => {
              const meta = transaction.objectStore('meta');
              if ((await meta.getKey(mark)) === undefined) throw gone;
              await Promise.all([
                ...replaced.map((key) => deleteSamples(transaction, key)),
                transaction.objectStore('packs').put(row),
                meta.delete(mark),
              ]);
            },
          );
        },
        discard: () => discard(mark, storedUnder),
      };
    },

    discardUnfinishedPacks: async () => {
      const marks = await read<readonly { readonly id: string; readonly value: unknown }[]>([], (db) =>
        db.getAll('meta', IDBKeyRange.bound(MARK, `${MARK}\uffff`)),
      );
      for (const { id, value } of marks) if (typeof value === 'string') await discard(id, value);
      return marks.length;
    },
  };
}
