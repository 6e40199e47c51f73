import type { ImportOptions, ImportRow, Importer } from '../contracts.ts';
import { checkedSample } from './checked-sample.ts';
import { guessFields, resolveFields } from './field-map.ts';
import { OWN_TABLE_DEFAULTS } from './own-table-defaults.ts';
import { ownJsonRows } from './own-json-rows.ts';
import type { RecordRow } from './records.ts';
import { rowSample } from './row-sample.ts';
import { createSampleNamer } from './sample-ids.ts';
import { columnsOfRows } from './source-columns.ts';

type Namer = ReturnType<typeof createSampleNamer>;
type Fields = ReadonlyMap<string, unknown>;

export const jsonl: Importer = {
  id: 'jsonl',
  title: 'JSON and JSON lines',
  description:
    'One JSON object per line, or one list of objects. Objects that are already samples of the pack format pass as they are; in others, obvious fields are recognised or mapped by hand.',
  extensions: ['jsonl', 'ndjson', 'json'],
  defaults: OWN_TABLE_DEFAULTS,
  columns: (file) => columnsOfRows([], valuesOf(ownJsonRows(file))),
  async *read(files, options) {
    const name = createSampleNamer();
    let number = 0;
    for (const file of files) {
      const prefix = files.length > 1 ? `${file.name}: ` : '';
      for await (const row of ownJsonRows(file)) {
        number += 1;
        const result = row.kind === 'problem' ? row : sampleRow(row, file.name, number, options, name);
        yield result.kind === 'problem' ? { ...result, problem: prefix + result.problem } : result;
      }
    }
  },
};

async function* valuesOf(rows: AsyncIterable<RecordRow>): AsyncIterable<Fields> {
  for await (const row of rows) if (row.kind === 'record') yield row.values;
}

function sampleRow(
  { line, values: fields }: { readonly line: number; readonly values: Fields },
  file: string,
  number: number,
  { map, answersFrom }: ImportOptions,
  name: Namer,
): ImportRow {
  const mapped = Object.keys(map).length > 0;
  if (isPackSample(fields) && !mapped) return packSample(fields, line, name);
  if (fields.has('schemaVersion')) {
    const problem = 'is the header of a pack: open it as a pack, not by import';
    return { kind: 'problem', line, field: 'schemaVersion', problem };
  }
  // Rows of one file may have different fields: a mapped field that this row lacks is simply absent.
  const resolved = mapped ? resolveFields(Object.values(map), map, file) : guessFields([...fields.keys()]);
  return rowSample({ line, number, value: (column) => fields.get(column) }, resolved, name, answersFrom);
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
