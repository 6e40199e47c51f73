/** The part of the browser store that keeps what a person has here beside packs and runs. */
import type { Access } from './access.ts';
import type { ResultStore } from './contract.ts';
import { KeepsakeRowSchema } from './rows.ts';

type Part = Pick<ResultStore, 'getKeepsake' | 'putKeepsake' | 'deleteKeepsake'>;

export function browserKeepsakes({ codec, read, write, change, open }: Access): Part {
  const storedId = (id: string) => codec.id('keepsake', id);

  return {
    getKeepsake: async (id) => {
      const key = await storedId(id);
      return read<unknown>(undefined, async (db) => {
        const row = await db.get('keepsakes', key);
        return row === undefined ? undefined : (await open(KeepsakeRowSchema, 'keepsakes', row, id)).value;
      });
    },

    putKeepsake: async (id, value) => {
      const row = await codec.encode('keepsakes', { id, value });
      await write(['keepsakes'], async (transaction) => {
        await transaction.objectStore('keepsakes').put(row);
      });
    },

    deleteKeepsake: async (id) => {
      const key = await storedId(id);
      await change(
        () => undefined,
        ['keepsakes'],
        async (transaction) => {
          await transaction.objectStore('keepsakes').delete(key);
        },
      );
    },
  };
}
