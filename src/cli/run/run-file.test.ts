import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runLine } from '../../core/run/run-jsonl.ts';
import { aHeader, aRecord } from '../../storage/fixtures.ts';
import { createRunWriter, readEarlierRun } from './run-file.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bedside-run-file-'));
  file = join(folder, 'run.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const records = [0, 1, 2].map((index) => aRecord({ index }));
const whole = [aHeader(), ...records].map(runLine).join('');
const noStdout = () => {
  throw new Error('nothing goes to stdout');
};

describe('run.jsonl while it is written', () => {
  it('has a line for the header and one for each record as soon as it comes', () => {
    const writer = createRunWriter(file, null, noStdout);
    writer.header(aHeader());
    for (const [i, record] of records.entries()) {
      writer.record(record);
      expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(1 + 1 + i + 1);
    }
    writer.close();
    expect(readFileSync(file, 'utf8')).toBe(whole);
  });

  it('is not made when nothing is written', async () => {
    createRunWriter(file, null, noStdout).close();
    expect(await readEarlierRun(file)).toBeNull();
  });

  // Every place where a killed process may have stopped within the last two lines.
  const lineStarts = [
    runLine(aHeader()).length,
    runLine(aHeader()).length + runLine(records[0] ?? aRecord()).length,
  ];
  it.each([
    ...lineStarts.map((start) => start - 1),
    ...lineStarts,
    ...lineStarts.map((start) => start + 1),
    whole.length - 1,
    whole.length,
  ])('cut off after %i bytes, is continued to what an unbroken run writes', async (bytes) => {
    writeFileSync(file, whole.slice(0, bytes));
    const earlier = await readEarlierRun(file);
    const writer = createRunWriter(file, earlier, noStdout);
    writer.header(aHeader());
    const done = new Set(earlier?.run.records.map((record) => record.index));
    for (const record of records) if (!done.has(record.index)) writer.record(record);
    writer.close();
    expect(readFileSync(file, 'utf8')).toBe(whole);
  });

  it('does not get a record twice', async () => {
    writeFileSync(file, whole);
    const writer = createRunWriter(file, await readEarlierRun(file), noStdout);
    for (const record of records) writer.record(record);
    writer.close();
    expect(writer.written).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(whole);
  });

  it.each(['notes of mine', 'notes of mine\n', '{"kind":"record"}\n'])(
    'does not replace a file that is no run: %j',
    async (text) => {
      writeFileSync(file, text);
      await expect(readEarlierRun(file)).rejects.toMatchObject({
        code: expect.stringMatching(/^input\//) as string,
      });
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  it('goes to stdout when no file is named', () => {
    let text = '';
    const writer = createRunWriter(null, null, (piece) => (text += piece));
    writer.header(aHeader());
    for (const record of records) writer.record(record);
    writer.close();
    expect(text).toBe(whole);
  });
});
