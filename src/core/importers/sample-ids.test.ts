import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSampleNamer } from './sample-ids.ts';

describe('createSampleNamer', () => {
  it('numbers repeated ids and gives them the first one’s cluster', () => {
    const name = createSampleNamer();
    expect(['a', 'b', 'a', 'a'].map(name)).toEqual([
      { id: 'a' },
      { id: 'b' },
      { id: 'a#2', cluster: 'a' },
      { id: 'a#3', cluster: 'a' },
    ]);
  });

  it('never gives an id twice, even where the source has ids that look numbered', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'a#2', 'a#2#2', 'a#3')), (ids) => {
        const named = ids.map(createSampleNamer()).map(({ id }) => id);
        expect(new Set(named).size).toBe(ids.length);
      }),
    );
  });
});
