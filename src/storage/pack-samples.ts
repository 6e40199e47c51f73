/**
 * The samples of a pack as rows. The plain store keeps one row a sample. A sealed one keeps them in blocks, beside a row
 * for each that says where it stands: to open a pack of 500 samples one by one costs more than all that they hold.
 */
import { AppError } from '../core/errors.ts';
import type { Sample } from '../core/packs/pack.ts';
import type { WriteTransaction } from './connection.ts';
import { startingWith } from './key-ranges.ts';
import type { RowCodec, StoredRow } from './row-codec.ts';
import type { BlockRow, SampleRow } from './rows.ts';

/** One sample is opened together with its block, so a block stays small: by number and by length. */
const BLOCK_SAMPLES = 64;
const BLOCK_CHARS = 256 * 1024;

export interface StoredSamples {
  readonly samples: readonly StoredRow[];
  readonly blocks: readonly StoredRow[];
}

/** Rows that follow each other in one pack. */
export async function encodeSamples(codec: RowCodec, rows: readonly SampleRow[]): Promise<StoredSamples> {
  const one = (row: SampleRow) => (codec.inBlocks ? codec.placeOf(row) : codec.encode('samples', row));
  const blocks = codec.inBlocks ? blocksOf(rows) : [];
  return {
    samples: await Promise.all(rows.map(one)),
    blocks: await Promise.all(blocks.map((block) => codec.encode('blocks', block))),
  };
}

export async function deleteSamples(transaction: WriteTransaction, storedPackId: string): Promise<void> {
  const range = startingWith(storedPackId);
  await Promise.all([
    transaction.objectStore('samples').delete(range),
    transaction.objectStore('blocks').delete(range),
  ]);
}

/** In the place of all that the pack had. */
export async function replaceSamples(
  transaction: WriteTransaction,
  storedPackId: string,
  rows: StoredSamples,
): Promise<void> {
  await deleteSamples(transaction, storedPackId);
  await addSamples(transaction, rows);
}

export async function addSamples(
  transaction: WriteTransaction,
  { samples, blocks }: StoredSamples,
): Promise<void> {
  const [one, many] = [transaction.objectStore('samples'), transaction.objectStore('blocks')];
  await Promise.all([...samples.map((row) => one.add(row)), ...blocks.map((row) => many.add(row))]);
}

/** The samples in pack order, from blocks and from what an earlier version kept one by one. */
export function sampleList(
  packId: string,
  total: number,
  blocks: readonly BlockRow[],
  single: readonly SampleRow[],
): Sample[] {
  const placed = [
    ...single.map(({ index, sample }) => ({ index, sample })),
    ...blocks.flatMap(({ first, samples }) => samples.map((sample, i) => ({ index: first + i, sample }))),
  ].sort((a, b) => a.index - b.index);
  const wrong = placed.findIndex(({ index }, at) => index !== at);
  if (wrong >= 0 || placed.length !== total) {
    const at = wrong >= 0 ? wrong : placed.length;
    throw new AppError('storage/corrupt', `pack ${packId} has not the samples that it counts`, {
      store: 'samples',
      row: `${packId}/${at}`,
      field: 'index',
    });
  }
  return placed.map(({ sample }) => sample);
}

function blocksOf(rows: readonly SampleRow[]): readonly BlockRow[] {
  const blocks: { packId: string; first: number; samples: Sample[] }[] = [];
  let chars = 0;
  for (const { packId, index, sample } of rows) {
    const length = JSON.stringify(sample).length;
    const last = blocks.at(-1);
    if (last === undefined || last.samples.length >= BLOCK_SAMPLES || chars + length > BLOCK_CHARS) {
      blocks.push({ packId, first: index, samples: [sample] });
      chars = length;
    } else {
      last.samples.push(sample);
      chars += length;
    }
  }
  return blocks;
}
