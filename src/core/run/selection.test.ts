import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WHOLE_PACK, parseShard, selectedItems, selectedPositions } from './selection.ts';

describe('selection', () => {
  it('takes the first n in pack order, then the shard of them', () => {
    expect(selectedPositions({ ...WHOLE_PACK, limit: 3 }, 10)).toEqual([0, 1, 2]);
    expect(selectedPositions({ limit: 7, shard: { index: 2, count: 3 }, repeats: 1 }, 10)).toEqual([1, 4]);
    expect(selectedPositions({ ...WHOLE_PACK, limit: 30 }, 2)).toEqual([0, 1]);
  });

  it('does all repeats of a sample before the next', () => {
    expect(selectedItems({ ...WHOLE_PACK, repeats: 2 }, 2)).toEqual([
      { index: 0, repeat: 0 },
      { index: 0, repeat: 1 },
      { index: 1, repeat: 0 },
      { index: 1, repeat: 1 },
    ]);
  });

  it('splits into shards that are disjoint and together everything', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 70 }),
        (samples, count, limit) => {
          const shards = Array.from({ length: count }, (_, index) =>
            selectedPositions({ limit, shard: { index: index + 1, count }, repeats: 1 }, samples),
          );
          const together = shards.flat().sort((a, b) => a - b);
          expect(together).toEqual(selectedPositions({ ...WHOLE_PACK, limit }, samples));
        },
      ),
    );
  });

  it('reads shards and refuses what is not one', () => {
    expect(parseShard('3/8')).toEqual({ index: 3, count: 8 });
    for (const bad of ['0/8', '9/8', '3', '3/0', 'a/b', '-1/8', '1/8 ']) {
      expect(() => parseShard(bad), bad).toThrowError(expect.objectContaining({ code: 'input/option' }));
    }
  });
});
