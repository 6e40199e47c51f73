import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { metricTable, sampleTable } from './csv.ts';
import type { RunExport } from './export-contract.ts';
import { settingsRows } from './settings-rows.ts';

type Cell = string | number | null;

/** The CSV's tables with types: numbers are numbers, and an absent score is null, never zero or empty text. */
export const parquet: RunExport = {
  id: 'parquet',
  title: 'Parquet',
  description: 'one row per answer as a typed table, for pandas, R, DuckDB and the like',
  beside: [{ name: 'metrics.parquet', what: 'every mean with its interval and counts', from: 'scores' }],
  write: (view) => {
    const settings = Object.fromEntries(settingsRows(view));
    return [
      { beside: null, text: '', bytes: tableBytes(sampleTable(view), settings) },
      { beside: 'metrics.parquet', text: '', bytes: tableBytes(metricTable(view), settings) },
    ];
  },
};

/** Rows under a header row. A column is numeric when every value in it is; one without values is text. */
function tableBytes(
  rows: readonly (readonly Cell[])[],
  settings: Readonly<Record<string, string>>,
): Uint8Array {
  const [header = [], ...body] = rows;
  const columnData = header.map((name, at): ColumnSource => {
    const data = body.map((row) => row[at] ?? null);
    const numeric =
      data.some((cell) => cell !== null) && data.every((cell) => cell === null || typeof cell === 'number');
    return numeric
      ? {
          name: String(name),
          data: data.map((cell) => (typeof cell === 'number' ? cell : null)),
          type: 'DOUBLE',
          nullable: true,
        }
      : {
          name: String(name),
          data: data.map((cell) => (cell === null ? null : String(cell))),
          type: 'STRING',
          nullable: true,
        };
  });
  return new Uint8Array(
    parquetWriteBuffer({
      columnData,
      createdBy: 'bedside',
      kvMetadata: [{ key: 'bedside', value: JSON.stringify(settings) }],
    }),
  );
}
