import type { ImportRow, Importer, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { readLines } from '../packs/lines.ts';
import { parseStrictJson } from '../packs/strict-json.ts';
import { checkedSample } from './checked-sample.ts';
import { guessFields, resolveFields } from './field-map.ts';
import { OWN_TABLE_DEFAULTS } from './own-table-defaults.ts';
import { rowSample } from './row-sample.ts';
import { createSampleNamer } from './sample-ids.ts';

type Namer = ReturnType<typeof createSampleNamer>;
type Fields = ReadonlyMap<string, unknown>;

export const jsonl: Importer = {
  id: 'jsonl',
  title: 'JSON lines',
  description:
    'One JSON object per line. Lines that are already samples of the pack format pass as they are; in others, obvious fields are recognised or mapped by hand.',
  extensions: ['jsonl', 'ndjson'],
  defaults: OWN_TABLE_DEFAULTS,
  async *read(files, options) {
    const name = createSampleNamer();
    let number = 0;
    for (const file of files) {
      const prefix = files.length > 1 ? `${file.name}: ` : '';
      let rows = 0;
      for await (const { line, text } of readLines(file.stream(), file.name)) {
        if (text.trim() === '') continue;
        number += 1;
        rows += 1;
        const result = readRow(file, { line, text, number }, options.map, name);
        yield result.kind === 'problem' ? { ...result, problem: prefix + result.problem } : result;
      }
      if (rows === 0) throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
    }
  },
};

function readRow(
  file: SourceFile,
  row: { line: number; text: string; number: number },
  map: Readonly<Record<string, string>>,
  name: Namer,
): ImportRow {
  const { line, number } = row;
  const problem = (field: string | null, text: string): ImportRow => ({
    kind: 'problem',
    line,
    field,
    problem: text,
  });
  let value: unknown;
  try {
    value = parseStrictJson(row.text, { file: file.name, firstLine: line });
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const { column, problem: what } = thrown.details;
    return problem(null, typeof column === 'number' ? `column ${column}: ${String(what)}` : thrown.message);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return problem(null, 'is not a JSON object');
  const fields: Fields = new Map<string, unknown>(Object.entries(value));
  if (isPackSample(fields) && Object.keys(map).length === 0) return packSample(fields, line, name);
  if (fields.has('schemaVersion'))
    return problem('schemaVersion', 'is the header of a pack: open it as a pack, not by import');
  const columns = [...fields.keys()];
  // Rows of one file may have different fields: a mapped field that this row lacks is simply absent.
  const resolved =
    Object.keys(map).length === 0 ? guessFields(columns) : resolveFields(Object.values(map), map, file.name);
  return rowSample({ line, number, value: (column) => fields.get(column) }, resolved, name);
}

/** `input` as an object is the pack format; as text it is somebody's prompt column. */
function isPackSample(fields: Fields): boolean {
  const input = fields.get('input');
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function packSample(fields: Fields, line: number, name: Namer): ImportRow {
  const id = fields.get('id');
  const cluster = fields.get('cluster');
  if (typeof id !== 'string' || id === '')
    return { kind: 'problem', line, field: 'id', problem: 'must be text' };
  const named = name(id);
  return checkedSample(
    { ...Object.fromEntries(fields), ...named, ...(cluster === undefined ? {} : { cluster }) },
    line,
  );
}
