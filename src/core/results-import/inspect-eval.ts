import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { createUtf8Reader } from '../packs/utf8.ts';
import { fieldsOf } from './foreign-fields.ts';
import { runOrThrow } from './inspect-json.ts';
import { inspectSample } from './inspect-parts.ts';
import { parsePythonJson } from './python-json.ts';
import type { ForeignRow } from './results-importer.ts';
import { type ZipEntry, readZip } from './zip-entries.ts';

const SAMPLE = /^samples\/.+\.json$/u;

/** A zip of one JSON file a sample, packed by deflate or Zstandard; only one sample is unpacked at a time. */
export async function* readInspectEval(file: SourceFile): AsyncIterable<ForeignRow> {
  const entries = await readZip(file);
  // A log that was never finished has no header, only the journal of its start.
  const header = ['header.json', '_journal/start.json']
    .map((name) => entries.find((entry) => entry.name === name))
    .find((entry) => entry !== undefined);
  if (header === undefined)
    throw new AppError('input/schema', `${file.name} has no header.json: it is not a log of inspect_ai`, {
      file: file.name,
      problems: ['header.json is missing'],
    });
  yield { kind: 'run', run: runOrThrow(fieldsOf(jsonOf(header)), file.name) };
  let number = 0;
  for (const entry of entries) {
    if (!SAMPLE.test(entry.name)) continue;
    number += 1;
    const value = jsonOf(entry);
    if (value === null) yield { kind: 'problem', line: number, field: entry.name, problem: 'is not JSON' };
    else yield inspectSample(value, number);
  }
}

function jsonOf(entry: ZipEntry): unknown {
  const reader = createUtf8Reader(entry.name);
  const text = reader.push(entry.unpack());
  reader.finish();
  return parsePythonJson(text)?.value ?? null;
}
