import { describe, expect, it } from 'vitest';
import { fileOf } from '../run/fixtures.ts';
import { type TableOptions, tableReport } from './table-report.ts';

const read = (text: string, options: Partial<TableOptions> = {}) =>
  tableReport(fileOf('table.csv', text), { kind: null, level: null, ...options });

const RATINGS = 'item,anna,ben\nv1,1,1\nv2,2,3\nv3,3,3\nv4,4,4\n';

describe('a table about runs', () => {
  it.each([
    ['model,qa,notes\na,1,2\nb,2,1\n', 'matrix', 'the first column is named "model"'],
    ['name,qa,errors:lower\na,1,2\nb,2,1\n', 'matrix', 'the column "errors:lower" says which way is better'],
    ['case,judge,score\nx,a,1\nx,b,2\n', 'ratings', 'a column is named "judge"'],
    ['id,a,b\nx,yes,no\ny,yes,yes\n', 'ratings', 'some cells are words'],
    [RATINGS, 'ratings', 'no column is named as a model'],
  ])('is recognised, and why is said: %j', async (text, kind, kindReason) => {
    expect(await read(text)).toMatchObject({ kind, kindReason });
  });

  it('is read as a person says, and its level too', async () => {
    expect(await read(RATINGS, { kind: 'matrix' })).toMatchObject({
      kind: 'matrix',
      kindReason: 'as chosen',
      report: { benchmarks: 2 },
    });
    expect(await read(RATINGS)).toMatchObject({ level: 'ordinal', words: false });
    expect(await read(RATINGS, { level: 'nominal' })).toMatchObject({
      level: 'nominal',
      levelReason: 'as chosen',
      report: { alpha: { ordinal: { kind: 'not-applicable' } } },
    });
    await expect(read('id,a,b\nx,yes,no\n', { level: 'interval' })).rejects.toMatchObject({
      code: 'input/option',
    });
  });

  it('corrects a judge by a reference rater, and refuses roles that are not there', async () => {
    // Lang and Reiczigel's function in R (golden.json): 130 of 200 judged, 45 of 50 sensitive, 30 of 40 specific.
    const rows = (count: number, judge: number, doctor: number | '') =>
      Array.from({ length: count }, () => [judge, doctor]);
    const all = [
      ...rows(130, 1, ''),
      ...rows(70, 0, ''),
      ...rows(45, 1, 1),
      ...rows(5, 0, 1),
      ...rows(30, 0, 0),
      ...rows(10, 1, 0),
    ];
    const text = `item,llm,doctor\n${all.map((cells, at) => `${at},${cells.join(',')}`).join('\n')}\n`;
    const roles = { judge: 'llm', reference: 'doctor', positive: '1' };
    const found = await read(text, { judge: roles });
    if (found.kind !== 'ratings' || found.judge?.corrected.kind !== 'value') throw new Error('not corrected');
    expect(found.judge.corrected).toMatchObject({
      apparent: 0.65,
      sensitivity: 0.9,
      specificity: 0.75,
      n: 200,
    });
    expect(found.judge.corrected.value).toBeCloseTo(0.4 / 0.65, 12);
    await expect(read(text, { judge: { ...roles, judge: 'nobody' } })).rejects.toMatchObject({
      code: 'input/option',
    });
  });

  it('of one rater, or with equal ratings alone, says why there is no value', async () => {
    const one = await read('item,anna\nv1,1\nv2,2\n');
    expect(one).toMatchObject({ report: { agreement: { words: 'needs at least two raters' } } });
    const equal = await read('item,anna,ben\nv1,1,1\nv2,1,1\n');
    expect(equal).toMatchObject({ report: { fleiss: { kind: 'not-applicable' } } });
    expect(JSON.stringify([one, equal])).not.toMatch(/NaN|Infinity/);
  });
});
