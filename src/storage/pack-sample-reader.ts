/** Samples of a stored pack, read in parts: the page answers between two of them, and a large pack can be looked at. */
import type { Sample } from '../core/packs/pack.ts';
import type { Access } from './access.ts';
import { startingWith } from './key-ranges.ts';
import { sampleList } from './pack-samples.ts';
import type { StoredRow } from './row-codec.ts';
import { BlockRowSchema, SampleRowSchema, type BlockRow, type SampleRow } from './rows.ts';

/** Rows that are read and checked in one go. A block holds many samples. */
const PART = { samples: 500, blocks: 8 } as const;

export interface PackSampleReader {
  /** `under`: the key as it is stored. The list is put together, and checked against the count, when it is called. */
  all(packId: string, under: string, total: number): Promise<() => Sample[]>;
  some(packId: string, under: string, from: number, count: number): Promise<readonly Sample[]>;
}

export function packSampleReader({ codec, read, openAll }: Access): PackSampleReader {
  const opened = {
    blocks: (packId: string, rows: readonly StoredRow[]): Promise<BlockRow[]> =>
      openAll(BlockRowSchema, 'blocks', keyed(packId, rows, 'first')),
    samples: (packId: string, rows: readonly StoredRow[]): Promise<SampleRow[]> =>
      // An earlier version of the vault kept each by itself; rows without sealed bytes only say where one stands.
      openAll(
        SampleRowSchema,
        'samples',
        keyed(packId, codec.inBlocks ? rows.filter((each) => each['sealed'] !== undefined) : rows, 'index'),
      ),
  };

  async function every<Row>(
    store: 'samples' | 'blocks',
    place: 'index' | 'first',
    under: string,
    open: (rows: readonly StoredRow[]) => Promise<Row[]>,
  ): Promise<Row[]> {
    const all: Row[] = [];
    const part = (after: number | null): Promise<readonly StoredRow[]> => {
      const range: IDBKeyRange =
        after === null ? startingWith(under) : IDBKeyRange.bound([under, after], [under, []], true);
      const rows = read<readonly StoredRow[]>([], (db) => db.getAll(store, range, PART[store]));
      // It may fail while nobody waits for it yet; whoever does then hears of it.
      rows.catch(() => undefined);
      return rows;
    };
    let coming = part(null);
    for (;;) {
      const rows = await coming;
      const last = rows.length < PART[store] ? undefined : rows.at(-1);
      // The store fetches the next part while this one is opened and checked.
      if (last !== undefined) coming = part(Number(last[place]));
      for (const row of await open(rows)) all.push(row);
      if (last === undefined) return all;
    }
  }

  return {
    all: async (packId, under, total) => {
      const blocks = codec.inBlocks
        ? await every('blocks', 'first', under, (rows) => opened.blocks(packId, rows))
        : [];
      const complete =
        codec.inBlocks && blocks.reduce((sum, { samples }) => sum + samples.length, 0) === total;
      const single = complete
        ? []
        : await every('samples', 'index', under, (rows) => opened.samples(packId, rows));
      return () => sampleList(packId, total, blocks, single);
    },

    some: async (packId, under, from, count) => {
      const upTo = from + count;
      const stored = await read<{ blocks: readonly StoredRow[]; samples: readonly StoredRow[] }>(
        { blocks: [], samples: [] },
        async (db) => {
          const samples = await db.getAll(
            'samples',
            IDBKeyRange.bound([under, from], [under, upTo], false, true),
          );
          if (!codec.inBlocks) return { blocks: [], samples };
          const before = await db
            .transaction('blocks')
            .store.openKeyCursor(IDBKeyRange.bound([under], [under, from]), 'prev');
          const first = before === null ? [under, from] : before.key;
          const blocks = await db.getAll('blocks', IDBKeyRange.bound(first, [under, upTo], false, true));
          return { blocks, samples };
        },
      );
      const placed = [
        ...(await opened.blocks(packId, stored.blocks)).flatMap(({ first, samples }) =>
          samples.map((sample, at) => ({ index: first + at, sample })),
        ),
        ...(await opened.samples(packId, stored.samples)),
      ];
      return placed
        .filter(({ index }) => index >= from && index < upTo)
        .sort((a, b) => a.index - b.index)
        .map(({ sample }) => sample);
    },
  };
}

function keyed(packId: string, rows: readonly StoredRow[], place: 'index' | 'first') {
  return rows.map((each) => ({ key: [packId, Number(each[place])], stored: each }));
}
