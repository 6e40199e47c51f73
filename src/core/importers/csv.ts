import type { Importer } from '../contracts.ts';
import { resolveFields } from './field-map.ts';
import { OWN_TABLE_DEFAULTS } from './own-table-defaults.ts';
import { rowSample } from './row-sample.ts';
import { createSampleNamer } from './sample-ids.ts';
import { columnsOfRows } from './source-columns.ts';
import { openTable, type TableRow } from './table.ts';

export const csv: Importer = {
  id: 'csv',
  title: 'CSV',
  description:
    'A table of your own with a header row. Obvious columns are recognised; others are mapped by hand.',
  extensions: ['csv', 'tsv', 'txt'],
  defaults: OWN_TABLE_DEFAULTS,
  columns: async (file) => {
    const table = await openTable(file);
    return columnsOfRows(table.columns, valuesOf(table.rows));
  },
  async *read(files, options) {
    const name = createSampleNamer();
    let number = 0;
    for (const file of files) {
      const table = await openTable(file);
      const fields = resolveFields(table.columns, options.map, file.name);
      const prefix = files.length > 1 ? `${file.name}: ` : '';
      for await (const row of table.rows) {
        number += 1;
        const result =
          row.kind === 'problem'
            ? row
            : rowSample(
                { line: row.line, number, value: (column) => row.values.get(column) },
                fields,
                name,
                options.answersFrom,
              );
        yield result.kind === 'problem' ? { ...result, problem: prefix + result.problem } : result;
      }
    }
  },
};

async function* valuesOf(rows: AsyncIterable<TableRow>): AsyncIterable<ReadonlyMap<string, string>> {
  for await (const row of rows) if (row.kind === 'row') yield row.values;
}
