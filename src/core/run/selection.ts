import type { Selection } from '../contracts.ts';
import { AppError } from '../errors.ts';

/** Everything of a pack, once. */
export const WHOLE_PACK: Selection = { limit: null, shard: null, repeats: 1 };

/** Which of a pack's positions (from zero, in pack order) a run covers: the limit first, then its shard of them. */
export function selectedPositions(selection: Selection, samples: number): number[] {
  checkSelection(selection);
  const size = selection.limit === null ? samples : Math.min(selection.limit, samples);
  const { shard } = selection;
  const positions: number[] = [];
  for (let p = shard === null ? 0 : shard.index - 1; p < size; p += shard?.count ?? 1) positions.push(p);
  return positions;
}

/** What a run has to do, in order: all repeats (from zero) of a sample before the next sample. */
export function selectedItems(selection: Selection, samples: number): { index: number; repeat: number }[] {
  return selectedPositions(selection, samples).flatMap((index) =>
    Array.from({ length: selection.repeats }, (_, repeat) => ({ index, repeat })),
  );
}

export function checkSelection(selection: Selection): void {
  const { limit, shard, repeats } = selection;
  const natural = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;
  if (limit !== null && !natural(limit)) throw badOption('limit', `the limit ${limit} is not 1 or more`);
  if (!natural(repeats)) throw badOption('repeats', `the number of repeats ${repeats} is not 1 or more`);
  if (shard !== null && !(natural(shard.index) && natural(shard.count) && shard.index <= shard.count)) {
    throw badOption('shard', `${shard.index}/${shard.count} is not a shard: 1/8 to 8/8, for example`);
  }
}

/** "3/8" as a shard. */
export function parseShard(text: string): { index: number; count: number } {
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const shard = { index: Number(match?.[1] ?? 0), count: Number(match?.[2] ?? 0) };
  if (match === null) throw badOption('shard', `"${text}" is not a shard: write 3/8 for the third of eight`);
  checkSelection({ ...WHOLE_PACK, shard });
  return shard;
}

function badOption(option: string, message: string): AppError {
  return new AppError('input/option', message, { option });
}
