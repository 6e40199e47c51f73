import type { ImportRow, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { checkedSample } from './checked-sample.ts';
import { FieldProblem } from './field-problem.ts';
import { RecordFields } from './record-fields.ts';
import { type RecordRow, openRecords } from './records.ts';
import { createSampleNamer } from './sample-ids.ts';

export interface RecordContext {
  readonly name: ReturnType<typeof createSampleNamer>;
  /** Counts rows over all files from one: the id of rows in a source without ids. */
  readonly number: number;
  readonly file: SourceFile;
}

/** A candidate sample; throws FieldProblem for what keeps the row from being one. */
export type BuildSample = (fields: RecordFields, context: RecordContext) => unknown;

/** Every row of every file as a sample or a reported problem. `columns`: what a table must have, each under any of its names. */
export async function* recordSamples(
  files: readonly SourceFile[],
  columns: readonly (readonly string[])[],
  build: BuildSample,
): AsyncIterable<ImportRow> {
  const name = createSampleNamer();
  let number = 0;
  for (const file of files) {
    const records = await openRecords(file);
    if (records.columns !== null) requireColumns(file, records.columns, columns);
    for await (const row of records.rows) {
      number += 1;
      yield inFile(files, file, recordSample(row, { name, number, file }, build));
    }
  }
}

export function recordSample(row: RecordRow, context: RecordContext, build: BuildSample): ImportRow {
  if (row.kind === 'problem') return row;
  try {
    return checkedSample(build(new RecordFields(row.values), context), row.line);
  } catch (thrown) {
    if (!(thrown instanceof FieldProblem)) throw thrown;
    return { kind: 'problem', line: row.line, field: thrown.field, problem: thrown.message };
  }
}

/** Where several files are read, a problem says which one it is in. */
export function inFile(files: readonly SourceFile[], file: SourceFile, row: ImportRow): ImportRow {
  if (row.kind === 'sample' || files.length < 2) return row;
  return { ...row, problem: `${file.name}: ${row.problem}` };
}

function requireColumns(
  file: SourceFile,
  have: readonly string[],
  columns: readonly (readonly string[])[],
): void {
  const header = new RecordFields(new Map(have.map((column) => [column, column])));
  const missing = columns.find((names) => header.raw(...names) === undefined)?.[0];
  if (missing === undefined) return;
  throw new AppError('input/schema', `${file.name}: there is no column "${missing}"`, {
    file: file.name,
    problems: [`${missing}: there is no such column; the file has ${have.join(', ')}`.slice(0, 500)],
  });
}
