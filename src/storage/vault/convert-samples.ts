/** The samples of a page of a conversion: out of rows of their own or out of blocks, and into what the target has. */
import * as v from 'valibot';
import { AppError, type PlainError } from '../../core/errors.ts';
import type { Sample } from '../../core/packs/pack.ts';
import type { BedsideDb } from '../connection.ts';
import { encodeSamples } from '../pack-samples.ts';
import type { RowCodec, StoredRow } from '../row-codec.ts';
import type { SampleRow } from '../rows.ts';
import { toStorageError } from '../storage-errors.ts';

type SampleKey = readonly [packId: string, index: number];

const KeySchema = v.tuple([v.string(), v.number()]);
/** A sample goes over as it is: whether it passes its check is for its reader to say. */
const BlockSchema = v.object({ packId: v.string(), first: v.number(), samples: v.array(v.looseObject({})) });

export interface RecodedSamples {
  readonly samples: readonly StoredRow[];
  readonly blocks: readonly StoredRow[];
  /** One for each sample that could not be opened. */
  readonly unreadable: readonly PlainError[];
}

/** Where the page that begins at `at` ends: blocks are of one pack. */
export function endOfPage(keys: readonly IDBValidKey[], at: number, pageRows: number): number {
  const packOf = (key: IDBValidKey | undefined) => (Array.isArray(key) ? key[0] : undefined);
  const pack = packOf(keys[at]);
  let end = at + 1;
  while (end < keys.length && end - at < pageRows && packOf(keys[end]) === pack) end += 1;
  return end;
}

export async function recodedSamples(
  source: BedsideDb,
  keys: readonly IDBValidKey[],
  from: RowCodec,
  to: RowCodec,
): Promise<RecodedSamples> {
  const [first, last] = [v.parse(KeySchema, keys[0]), v.parse(KeySchema, keys.at(-1))];
  const stored = await storedSamples(source, first, last, from.inBlocks);
  const unreadable: PlainError[] = [];
  const rows: SampleRow[] = [];
  const inBlocks = new Map<number, SampleRow | PlainError>();
  for (const { from: start, to: end, row } of stored.blocks) {
    const samples = await openedBlock(from, row).catch((thrown: unknown) => toStorageError(thrown).toPlain());
    for (let index = start; index <= end; index += 1) {
      const found = Array.isArray(samples) ? samples.find((each) => each.index === index) : samples;
      if (found !== undefined) inBlocks.set(index, found);
    }
  }
  for (const row of stored.samples) {
    const index = Number(row['index']);
    try {
      if (!from.inBlocks || row['sealed'] !== undefined) {
        rows.push((await from.decode('samples', row)) as SampleRow);
        continue;
      }
      const found = inBlocks.get(index) ?? notThere(index).toPlain();
      if ('code' in found) unreadable.push(found);
      else rows.push(found);
    } catch (thrown) {
      unreadable.push(toStorageError(thrown).toPlain());
    }
  }
  return { ...(await encodeSamples(to, rows)), unreadable };
}

interface StoredBlock {
  readonly from: number;
  /** The last place that it can hold. */
  readonly to: number;
  readonly row: StoredRow;
}

async function storedSamples(
  db: BedsideDb,
  [packId, first]: SampleKey,
  [, last]: SampleKey,
  inBlocks: boolean,
): Promise<{ readonly samples: readonly StoredRow[]; readonly blocks: readonly StoredBlock[] }> {
  const transaction = db.transaction(['samples', 'blocks']);
  const samples = await transaction
    .objectStore('samples')
    .getAll(IDBKeyRange.bound([packId, first], [packId, last]));
  if (!inBlocks) return { samples, blocks: [] };
  const store = transaction.objectStore('blocks');
  const before = await store.openKeyCursor(IDBKeyRange.bound([packId], [packId, first]), 'prev');
  const range = IDBKeyRange.bound(before?.key ?? [packId, first], [packId, last]);
  const [keys, rows] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  const blocks = rows.map((row, i) => ({
    from: keys[i]?.[1] ?? 0,
    to: (keys[i + 1]?.[1] ?? last + 1) - 1,
    row,
  }));
  return { samples, blocks };
}

async function openedBlock(codec: RowCodec, stored: StoredRow): Promise<SampleRow[]> {
  const { packId, first, samples } = v.parse(BlockSchema, await codec.decode('blocks', stored));
  return samples.map((each, i) => {
    const sample = each as unknown as Sample; // what opens was written by encode()
    return { packId, index: first + i, sampleId: sample.id, sample };
  });
}

function notThere(index: number): AppError {
  return new AppError('storage/corrupt', `sample ${index} of a pack is in no block`, {
    store: 'samples',
    row: String(index),
    field: 'index',
  });
}
