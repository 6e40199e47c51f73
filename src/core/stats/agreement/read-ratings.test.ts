import { describe, expect, it } from 'vitest';
import { AppError } from '../../errors.ts';
import { fileOf } from '../../run/fixtures.ts';
import { judgeCounts } from './judge-counts.ts';
import { guessLevel, readRatings } from './read-ratings.ts';

const read = (text: string) => readRatings(fileOf('r.csv', text), null);
const failure = async (text: string): Promise<AppError> => {
  try {
    await read(text);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
  }
  throw new Error('did not fail');
};

describe('ratings from CSV', () => {
  it('reads wide and long forms to the same table', async () => {
    const wide = await read('item,anna,ben\nv1,1,2\nv2,3,\nv3,NA,4\n');
    const long = await read('item,rater,rating\nv1,anna,1\nv1,ben,2.0\nv2,anna,3\nv3,ben,4\n');
    expect(wide.table).toEqual(long.table);
    expect([wide.shape, long.shape]).toEqual(['wide', 'long']);
    expect([wide.missing, long.missing]).toEqual([2, 2]);
  });
  it('finds the long form by its columns in any order, or by repeated items', async () => {
    const named = await read('score,reviewer,case\n1,a,x\n2,b,x\n');
    expect(named.table.raters).toEqual(['a', 'b']);
    const more = await read('date,judge,sample_id,comment,score\nd,a,v1,hm,1\nd,b,v1,,2\n');
    expect(more.table).toEqual({ items: ['v1'], raters: ['a', 'b'], cells: [['1', '2']] });
    expect((await read('x,y,z\nv1,a,1\nv1,b,2\n')).shape).toBe('long');
    expect((await read('x,y,z\nv1,1,1\nv2,1,2\n')).shape).toBe('wide');
  });
  it('takes a byte-order mark, quoted cells and semicolons', async () => {
    expect((await read('\uFEFFitem,"a, b",c\r\n"v ""1""",yes,no\r\n')).table).toMatchObject({
      items: ['v "1"'],
      raters: ['a, b', 'c'],
    });
    expect((await read('item;a;b\n1;2;3\n')).table.raters).toEqual(['a', 'b']);
  });
  it('refuses a second rating of the same item, and rows that do not fit, with their line', async () => {
    expect((await failure('item,a,b\nv1,1,2\nv1,1,2\n')).code).toBe('input/duplicate-id');
    expect((await failure('item,rater,rating\nv1,a,2\nv1,a,2\n')).message).toMatch(
      /line 3: rater "a" rates item "v1" twice/,
    );
    expect((await failure('item,a,b\nv1,1\n')).message).toMatch(/line 2: has 2 cells where the header has 3/);
    expect((await failure('item,a,a\nv1,1,2\n')).message).toMatch(/two columns are called "a"/);
    expect((await failure('')).code).toBe('input/empty');
    expect((await failure('item,a,b\nv1,,\n')).message).toMatch(/no ratings/);
  });
  it('takes a column named patient for whose the items are, in either form, and never for a rater', async () => {
    const { table } = await read('item,patient,a,b\nv1,p1,1,2\nv2,p1,3,4\nv3,,5,6\n');
    expect(table).toMatchObject({ raters: ['a', 'b'], clusters: ['p1', 'p1', 'item v3'] });
    const long = await read('item,rater,rating,patient\nv1,a,2,p1\nv1,b,2,p1\nv2,a,1,p2\n');
    expect(long.table).toMatchObject({ items: ['v1', 'v2'], clusters: ['p1', 'p2'] });
    // There the patient is the item.
    const { table: byPatient } = await read('rater,patient,rating,remark\na,p1,2,x\nb,p1,2,y\n');
    expect(byPatient).toMatchObject({ items: ['p1'], raters: ['a', 'b'] });
    expect((await failure('item,rater,rating,patient\nv1,a,2,p1\nv1,b,2,p2\n')).message).toMatch(
      /line 3: item "v1" belongs to "p1" and to "p2"/,
    );
  });
  it('guesses the level and says why', async () => {
    const level = async (text: string) => guessLevel((await read(text)).table).level;
    expect(await level('item,a,b\n1,good,bad\n')).toBe('nominal');
    expect(await level('item,a,b\n1,0,1\n')).toBe('nominal');
    expect(await level('item,a,b\n1,1,2\n2,3,4\n')).toBe('ordinal');
    expect(await level('item,a,b\n1,1.5,2\n2,3,4\n')).toBe('interval');
  });
  it('splits items into calibration and judged ones', async () => {
    const { table } = await read('item,judge,person\n1,1,1\n2,1,0\n3,0,0\n4,1,\n5,0,\n6,,1\n');
    expect(judgeCounts(table, { judge: 'judge', reference: 'person', positive: '1' })).toEqual({
      judged: { count: 1, n: 2 },
      sensitivity: { count: 1, n: 1 },
      specificity: { count: 1, n: 2 },
    });
    expect(() => judgeCounts(table, { judge: 'x', reference: 'person', positive: '1' })).toThrow(
      /no rater "x"/,
    );
  });
});
