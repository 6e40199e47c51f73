import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import type { Importer, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { guessFields, resolveFields } from './field-map.ts';
import { OWN_TABLE_DEFAULTS } from './own-table-defaults.ts';
import { plainCell } from './parquet-cell.ts';
import { rowSample } from './row-sample.ts';
import { createSampleNamer } from './sample-ids.ts';
import { COLUMN_ROWS, columnsOfRows } from './source-columns.ts';

export const PARQUET_LIMITS = {
  fileBytes: 1024 * 1024 * 1024,
  rows: 1_000_000,
  /** All columns unpacked; a file may be made to unpack into more than any memory. */
  unpackedBytes: 4 * 1024 * 1024 * 1024,
  ratio: 2_000,
} as const;

/** What hyparquet unpacks by itself; the others need the compressors, which are loaded only then. */
const BUILT_IN = new Set(['UNCOMPRESSED', 'SNAPPY']);

export const parquet: Importer = {
  id: 'parquet',
  title: 'Parquet table',
  description:
    'A table as pandas and dataset hubs write it; obvious columns are recognised or mapped by hand.',
  extensions: ['parquet'],
  defaults: OWN_TABLE_DEFAULTS,
  columns: async (source) => {
    const file = await bufferOf(source);
    const metadata = await metadataOf(file, source.name);
    const rows = await readRows(file, metadata, 0, Math.min(COLUMN_ROWS, rowCount(metadata)), source.name);
    return columnsOfRows(topColumns(metadata), valuesOf(rows));
  },
  async *read(files, options) {
    const name = createSampleNamer();
    let number = 0;
    for (const source of files) {
      const prefix = files.length > 1 ? `${source.name}: ` : '';
      const file = await bufferOf(source);
      const metadata = await metadataOf(file, source.name);
      const top = topColumns(metadata);
      const fields =
        Object.keys(options.map).length === 0
          ? guessFields(top)
          : resolveFields(top, options.map, source.name);
      let rowStart = 0;
      let line = 0;
      for (const group of metadata.row_groups) {
        const rowEnd = rowStart + Number(group.num_rows);
        for (const row of await readRows(file, metadata, rowStart, rowEnd, source.name)) {
          number += 1;
          line += 1;
          const values = plainRow(row);
          const result = rowSample(
            { line, number, value: (column) => values.get(column) },
            fields,
            name,
            options.answersFrom,
          );
          yield result.kind === 'problem' ? { ...result, problem: prefix + result.problem } : result;
        }
        rowStart = rowEnd;
      }
      if (line === 0) throw new AppError('input/empty', `${source.name} has no rows`, { file: source.name });
    }
  },
};

function plainRow(row: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(row).map(([column, cell]) => [column, plainCell(cell)]));
}

async function* valuesOf(
  rows: readonly Readonly<Record<string, unknown>>[],
): AsyncIterable<ReadonlyMap<string, unknown>> {
  for (const row of rows) yield plainRow(row);
}

/** Columns of the table itself; a list or a struct is one of them. */
function topColumns({ schema }: FileMetaData): string[] {
  const [root, ...elements] = schema;
  const count = root?.num_children ?? 0;
  const top: string[] = [];
  let at = 0;
  const skip = (): void => {
    const children = elements[at]?.num_children ?? 0;
    at += 1;
    for (let child = 0; child < children; child += 1) skip();
  };
  while (top.length < count && at < elements.length) {
    top.push(elements[at]?.name ?? '');
    skip();
  }
  return top;
}

/** A file that can be read at any place is never held whole: its end says where the rows are. */
async function bufferOf(source: SourceFile): Promise<AsyncBuffer> {
  const { slice, bytes, name } = source;
  if (slice === undefined || bytes === null) {
    const whole = await wholeFile(source);
    return { byteLength: whole.byteLength, slice: (start, end) => whole.slice(start, end) };
  }
  if (bytes > PARQUET_LIMITS.fileBytes) throw tooLong(name);
  return { byteLength: bytes, slice: (start, end) => slice(start, end ?? bytes) };
}

function tooLong(name: string): AppError {
  return new AppError('input/too-large', `${name} is longer than ${PARQUET_LIMITS.fileBytes} bytes`, {
    file: name,
    maxBytes: PARQUET_LIMITS.fileBytes,
  });
}

async function wholeFile(source: SourceFile): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of source.stream()) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > PARQUET_LIMITS.fileBytes) throw tooLong(source.name);
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.buffer;
}

function rowCount({ row_groups: groups }: FileMetaData): number {
  return groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
}

async function metadataOf(file: AsyncBuffer, name: string): Promise<FileMetaData> {
  let metadata: FileMetaData;
  try {
    metadata = await parquetMetadataAsync(file);
  } catch (thrown) {
    throw damaged(name, thrown);
  }
  const rows = rowCount(metadata);
  const chunks = metadata.row_groups.flatMap((group) => group.columns);
  const unpacked = chunks.reduce(
    (sum, { meta_data: of }) => sum + Number(of?.total_uncompressed_size ?? 0),
    0,
  );
  if (
    rows > PARQUET_LIMITS.rows ||
    unpacked > PARQUET_LIMITS.unpackedBytes ||
    unpacked > PARQUET_LIMITS.ratio * Math.max(1_000, file.byteLength)
  )
    throw new AppError('input/too-large', `${name} declares ${rows} rows and ${unpacked} bytes unpacked`, {
      file: name,
    });
  return metadata;
}

async function readRows(
  file: AsyncBuffer,
  metadata: FileMetaData,
  rowStart: number,
  rowEnd: number,
  name: string,
): Promise<readonly Record<string, unknown>[]> {
  const codecs = metadata.row_groups.flatMap((group) => group.columns.map(({ meta_data: of }) => of?.codec));
  try {
    const packed = codecs.some((codec) => codec !== undefined && !BUILT_IN.has(codec));
    const compressors = packed ? (await import('hyparquet-compressors')).compressors : {};
    return await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors });
  } catch (thrown) {
    throw damaged(name, thrown);
  }
}

function damaged(name: string, thrown: unknown): AppError {
  const problem = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError(
    'input/schema',
    `${name} cannot be read as Parquet: ${problem}`,
    { file: name, problems: [problem] },
    { cause: thrown },
  );
}
