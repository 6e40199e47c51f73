/** Some samples of a stored pack, read in parts: what lies between two that are wanted is read along where it is little. */
import { AppError } from '../../core/errors.ts';
import type { Sample } from '../../core/packs/pack.ts';
import type { ResultStore } from '../../storage/contract.ts';

const PART = 200;
const GAP = 20;

/** `positions` in rising order, without doubles. */
export async function readPositions(
  store: Pick<ResultStore, 'getSamples'>,
  packId: string,
  positions: readonly number[],
): Promise<ReadonlyMap<number, Sample>> {
  const found = new Map<number, Sample>();
  for (const part of partsOf(positions)) {
    const first = part[0] ?? 0;
    const wanted = (part.at(-1) ?? first) - first + 1;
    const read = await store.getSamples(packId, first, wanted);
    if (read.length !== wanted) {
      throw new AppError('storage/corrupt', `pack ${packId} has not the samples that it counts`, {
        store: 'samples',
        row: `${packId}/${first + read.length}`,
        field: 'index',
      });
    }
    for (const position of part) {
      const sample = read[position - first];
      if (sample !== undefined) found.set(position, sample);
    }
  }
  return found;
}

function* partsOf(positions: readonly number[]): Iterable<readonly number[]> {
  let part: number[] = [];
  for (const position of positions) {
    const [first = position] = part;
    if (position - first >= PART || position - (part.at(-1) ?? position) > GAP) {
      yield part;
      part = [];
    }
    part.push(position);
  }
  if (part.length > 0) yield part;
}
