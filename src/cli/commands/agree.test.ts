import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestFolder, cli, testFolder } from '../test-cli.ts';

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());
const agree = (csv: string, ...more: string[]) => cli('agree', folder.write('r.csv', csv), ...more);

// Krippendorff 2011, section C: units down, observers across.
const EXAMPLE = `unit,A,B,C,D
1,1,1,,1
2,2,2,3,2
3,3,3,3,3
4,3,3,3,3
5,2,2,2,2
6,1,2,3,4
7,4,4,4,4
8,1,1,2,1
9,2,2,2,2
10,,5,5,5
11,,,1,1
12,,3,,
`;

describe('bedside agree', () => {
  it("gives Krippendorff's published alphas in one JSON object", async () => {
    const { code, out } = await agree(EXAMPLE, '--json');
    expect(code).toBe(0);
    const json = JSON.parse(out) as Record<string, unknown> & { alpha: Record<string, { value: number }> };
    expect(json).toMatchObject({ items: 12, missing: 7, shape: 'wide', level: 'ordinal', pairableItems: 11 });
    expect(json.alpha['nominal']?.value).toBeCloseTo(0.743, 3);
    expect(json.alpha['ordinal']?.value).toBeCloseTo(0.815, 3);
    expect(json.alpha['interval']?.value).toBeCloseTo(0.849, 3);
  });
  it('says how it read the file and gives n with every number', async () => {
    const { out } = await agree(
      'item,rater,rating\n1,a,yes\n1,b,yes\n2,a,no\n2,b,yes\n',
      '--level',
      'nominal',
    );
    expect(out).toContain('read as long (columns are named as rater and rating), nominal (as asked)');
    expect(out).toContain('2 items, 2 raters (a, b), 4 ratings, 0 missing');
    expect(out).toMatch(/ICC\(2,1\) +n\/a/);
  });
  it('corrects a judge', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `${i},${i % 3 === 0 ? 0 : 1},${i < 30 ? (i % 4 === 0 ? 0 : 1) : ''}`,
    );
    const { out } = await agree(
      `item,llm,doctor\n${rows.join('\n')}\n`,
      '--judge',
      'llm',
      '--reference',
      'doctor',
    );
    expect(out).toMatch(/rate of "1" by llm: 0.667 as judged; corrected .* n 30; sensitivity/);
    expect((await agree('item,a,b\n1,1,1\n', '--judge', 'a')).code).toBe(2);
  });
  it.each([
    ['one rater', 'item,a\n1,3\n2,4\n'],
    ['one item', 'item,a,b\n1,3,4\n'],
    ['equal ratings', 'item,a,b\n1,3,3\n2,3,3\n'],
    ['no shared item', 'item,a,b\n1,3,\n2,,4\n'],
  ])('words %s, without NaN or Infinity', async (_name, csv) => {
    const { code, out } = await agree(csv, '--level', 'interval');
    expect(code).toBe(0);
    expect(out).toContain('n/a');
    expect(out).not.toMatch(/NaN|Infinity|undefined/);
    expect((await agree(csv, '--json')).out).not.toMatch(/NaN|Infinity/);
  });
  it('ends with 2 and an empty stdout for what it cannot use', async () => {
    expect(await agree('item,a,b\n1,good,bad\n', '--level', 'interval')).toMatchObject({ code: 2, out: '' });
    expect(await agree('item,a,b\n1,1,2\n', '--level', 'big')).toMatchObject({ code: 2, out: '' });
    expect(await agree('', '--json')).toMatchObject({ code: 2, out: '' });
    expect(await cli('agree', folder.path('none.csv'))).toMatchObject({ code: 2, out: '' });
  });
});
