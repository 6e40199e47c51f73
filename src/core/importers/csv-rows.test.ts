import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../contracts.ts';
import { type CsvRow, readCsvRows } from './csv-rows.ts';

function pieces(text: string, size: number): SourceFile {
  const bytes = Buffer.from(text);
  return {
    name: 'f.csv',
    bytes: bytes.length,
    async *stream() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

async function read(text: string, size = 1 << 16): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of readCsvRows(pieces(text, size))) rows.push(row);
  return rows;
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('readCsvRows', () => {
  it('reads back any cells, with the line each row begins on', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r\n', '\t', ' ', '|'),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        async (body, newline) => {
          const table = [['head', 'er'], ...body];
          const text = table.map((row) => row.map(quoted).join(',') + newline).join('');
          const rows = await read(text, 5);
          expect(rows.map((row) => row.cells)).toEqual(table);
          expect(rows.every((row) => row.problem === null)).toBe(true);
          let line = 1;
          for (const [index, row] of rows.entries()) {
            expect(row.line).toBe(line);
            line += 1 + (table[index]?.join('').match(/\n/g)?.length ?? 0);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('streams a file of many pieces and keeps line numbers right across them', async () => {
    const note = `first "word"\n${'long text, '.repeat(800)}`;
    const count = 300;
    const text = `id,note\n${Array.from({ length: count }, (_, i) => `${i},${quoted(note)}\n`).join('')}`;
    expect(text.length).toBeGreaterThan(2_000_000);
    const rows = await read(text);
    expect(rows).toHaveLength(count + 1);
    expect(rows.at(-1)).toEqual({
      line: 2 + 2 * (count - 1),
      cells: [String(count - 1), note],
      problem: null,
    });
  });

  it('ends a row with broken quotes at its line, so that the rows behind it are read', async () => {
    const text = 'a,b\n1,"x"\n2,"a "loose" quote"\n3,"y"\n4,"never closed\n5,z\n';
    for (const size of [1, 7, 1000]) {
      const rows = await read(text, size);
      expect(rows.map(({ line, problem }) => [line, problem === null])).toEqual([
        [1, true],
        [2, true],
        [3, false],
        [4, true],
        [5, false],
        [6, true],
      ]);
    }
  });

  it('gives up on a quote that is never closed, naming the line it began on', async () => {
    const text = `id,note\n1,ok\n2,"${'x'.repeat(20_000_000)}`;
    await expect(read(text).then((rows) => rows.length)).rejects.toMatchObject({
      code: 'input/too-large',
      details: { line: 3 },
    });
  });

  it.each([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\r\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a\tb\n1\t2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a\n1\n\n2\n', [['a'], ['1'], [''], ['2']]],
  ])('guesses delimiter and line end of %j', async (text, cells) => {
    expect((await read(text)).map((row) => row.cells)).toEqual(cells);
  });

  it('ends a row at any line end, whichever the first row has, and keeps those inside quotes', async () => {
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    const cell = fc.oneof(
      fc.constantFrom('', 'plain', '5" tall', 'a "word"'),
      fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', '\r', ' '), maxLength: 6 }),
    );
    const written = (text: string): string => (/^"|[,\r\n]|^ *$/.test(text) ? quoted(text) : text);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, ends), { maxLength: 6 }),
        ends,
        fc.integer({ min: 1, max: 7 }),
        async (body, firstEnd, size) => {
          const table = [['head', 'er', firstEnd] as const, ...body];
          const text = table.map(([a, b, end]) => `${written(a)},${written(b)}${end}`).join('');
          const rows = await read(text, size);
          expect(rows.map((row) => row.cells)).toEqual(table.map(([a, b]) => [a, b]));
          expect(rows.every((row) => row.problem === null)).toBe(true);
        },
      ),
      { numRuns: 300, seed: 8 },
    );
  });

  it.each(['\n', '\r\n', '\r'])(
    'keeps the lines right in a large file that begins with %j and goes on with others',
    async (firstEnd) => {
      const count = 30_000;
      const ends = ['\n', '\r\n', '\r'];
      const body = Array.from({ length: count }, (_, i) => `${i},"a\r\nb""c",x${ends[i % 3]}`);
      const rows = await read(`id,note,last${firstEnd}${body.join('')}`);
      expect(rows).toHaveLength(count + 1);
      expect(rows.at(-1)).toEqual({
        line: 2 + 2 * (count - 1),
        cells: [String(count - 1), 'a\r\nb"c', 'x'],
        problem: null,
      });
    },
  );
});
