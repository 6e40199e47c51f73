/** Three bad rows in a thousand: which, why, and the others only when that is asked for. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestFolder, cli, testFolder } from '../test-cli.ts';

let folder: TestFolder;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

const good = (at: number) => ({ id: `q${at}`, question: `What is ${at}?`, answer: 'x' });
const at = <Row>(rows: readonly Row[], bad: Readonly<Record<number, Row>>): readonly Row[] =>
  rows.map((row, index) => bad[index] ?? row);

const CSV = [
  'id,question,answer',
  ...at(
    Array.from({ length: 1000 }, (_, index) => Object.values(good(index)).join(',')),
    { 99: 'q99,,x', 499: 'q499,"a "loose" quote",x', 999: 'q999,What?' },
  ),
].join('\r\n');
const JSONL = at(
  Array.from({ length: 1000 }, (_, index) => JSON.stringify(good(index))),
  { 99: '{"id":"q99","question":"","answer":"x"}', 499: '{"id":"q499","question":', 999: '["q999"]' },
).join('\n');

describe.each([
  [
    'csv',
    CSV,
    [
      /line 101, question: there is no question/u,
      /line 501: the quotes of this row do not match/u,
      /line 1001: has 2 cells where the header has 3/u,
    ],
  ],
  ['jsonl', JSONL, [/line 100, question: there is no question/u, /line 500: /u, /line 1000: /u]],
] as const)('three bad rows of a thousand, %s', (format, text, wanted) => {
  it('are told by line and reason, and nothing is written', async () => {
    const file = folder.write(`t.${format}`, text);
    const result = await cli('import', file, '--format', format, '--out', folder.path('out.json'));
    expect(result).toMatchObject({ code: 2, out: '' });
    const told = result.err.split('\n').filter((line) => line.startsWith(`${file}, line `));
    expect(told).toHaveLength(3);
    for (const [index, words] of wanted.entries()) expect(told[index]).toMatch(words);
    expect(result.err).toContain('3 rows cannot be used; nothing was written');
    expect(folder.list()).toEqual([`t.${format}`]);
  });

  it('are left out when that is asked for: the other 997 are there, in order', async () => {
    const file = folder.write(`t.${format}`, text);
    const out = folder.path('out.json');
    const result = await cli('import', file, '--format', format, '--keep-good', '--out', out);
    expect(result).toMatchObject({ code: 0, out: '' });
    expect(result.err).toContain('997 samples, 3 bad rows left out');
    expect(result.err.match(/, line \d+/gu)).toHaveLength(3);
    const pack = JSON.parse(folder.read('out.json')) as { samples: { id: string }[] };
    const left = Array.from({ length: 1000 }, (_, index) => `q${index}`);
    expect(pack.samples.map(({ id }) => id)).toEqual(
      left.filter((id) => !['q99', 'q499', 'q999'].includes(id)),
    );
  });
});
