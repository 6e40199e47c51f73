import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestFolder, cli, testFolder } from '../test-cli.ts';

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());
const rank = (csv: string, ...more: string[]) => cli('rank', folder.write('m.csv', csv), ...more);

describe('bedside rank', () => {
  it('ranks in one JSON object, the same each time', async () => {
    const csv = 'model,qa,notes,errors:lower\nx,0.9,0.8,0.1\ny,0.7,0.9,0.2\nz,0.5,0.4,\n';
    const { code, out } = await rank(csv, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      benchmarks: 3,
      missing: 1,
      models: [{ model: 'x', mean: null }, { model: 'y' }, { model: 'z', results: 2, winRate: 0 }],
      winners: { winRate: ['x'], mean: [] },
    });
    expect((await rank(csv, '--json')).out).toBe(out);
  });
  it('flags a mean that names another winner', async () => {
    const { out } = await rank('model,a,b,c\nx,0.6,0.6,0.6\ny,0.5,0.5,1\n');
    expect(out).toContain('FLAG: the arithmetic mean puts y first');
    expect(out).toContain('unreliable: fewer than 10 benchmarks');
    expect(out).not.toMatch(/NaN|Infinity|undefined/);
  });
  it('ends with 2 and an empty stdout for what it cannot use', async () => {
    expect(await rank('model,a\nx,high\ny,1\n')).toMatchObject({ code: 2, out: '' });
    expect(await cli('rank')).toMatchObject({ code: 2, out: '' });
  });
});
