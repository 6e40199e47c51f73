/** run.jsonl while it is being written: a line a record, handed to the system before the next one comes. */
import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import type { RunHeader, RunRecord } from '../../core/contracts.ts';
import { AppError } from '../../core/errors.ts';
import { recordKey } from '../../core/run/record-key.ts';
import { readRunFile, runLine, type RunFile } from '../../core/run/run-jsonl.ts';

const LINE_FEED = 10;

export interface EarlierRun {
  readonly run: RunFile;
  /** The file's text as far as its lines are whole. */
  readonly text: string;
}

/**
 * What an earlier, killed command left in the file: whole lines only, since the last may be cut off. Null when
 * there is no file or not even a whole header in it. Any other file is refused, and not touched.
 */
export async function readEarlierRun(path: string): Promise<EarlierRun | null> {
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  const whole = bytes.subarray(0, bytes.lastIndexOf(LINE_FEED) + 1);
  if (whole.length === 0) {
    // A header that was cut off is ours to replace; anything else is not.
    if (bytes.length === 0 || bytes.toString('utf8').startsWith('{"kind":"run"')) return null;
    throw new AppError('input/schema', `${path} exists and is not a run: choose another --out`, {
      file: path,
    });
  }
  const run = await readRunFile({
    name: path,
    bytes: whole.length,
    async *stream() {
      yield new Uint8Array(whole);
    },
  });
  return { run, text: whole.toString('utf8') };
}

export interface RunWriter {
  header(header: RunHeader): void;
  /** A record that is in the file already is not written again. */
  record(record: RunRecord): void;
  readonly written: number;
  close(): void;
}

/** `path` null writes to `out`. The file is opened when there is something to write, so that a refused run leaves none. */
export function createRunWriter(
  path: string | null,
  earlier: EarlierRun | null,
  out: (text: string) => void,
): RunWriter {
  let descriptor: number | null = null;
  let written = 0;
  const known = new Set(earlier?.run.records.map(recordKey) ?? []);

  function write(text: string): void {
    if (path === null) {
      out(text);
      return;
    }
    if (descriptor === null) {
      if (earlier !== null) truncateSync(path, Buffer.byteLength(earlier.text));
      descriptor = openSync(path, earlier === null ? 'w' : 'a');
    }
    writeSync(descriptor, text);
  }

  return {
    header: (header) => {
      if (earlier === null) write(runLine(header));
    },
    record: (record) => {
      const key = recordKey(record);
      if (known.has(key)) return;
      known.add(key);
      write(runLine(record));
      written += 1;
    },
    get written() {
      return written;
    },
    close: () => {
      if (descriptor !== null) closeSync(descriptor);
      descriptor = null;
    },
  };
}
