import type { ImportRow, Importer, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { checkedSample } from './checked-sample.ts';
import { createSampleNamer } from './sample-ids.ts';
import { type Table, openTable } from './table.ts';
import { transcriptTurns } from './transcript-turns.ts';

/** Column -> meta field. The metadata file's own "id" is not the sample's. */
const RENAMED: Readonly<Record<string, string>> = { id: 'source_id' };

/** ACI-Bench: visits with the note that was written of them (Yim et al. 2023). Files of systems' notes have the same form. */
export const aciBench: Importer = {
  id: 'aci-bench',
  title: 'ACI-Bench',
  description:
    'CSV with dataset, encounter_id, dialogue and note (or prediction); a metadata CSV may be given beside it and is joined on encounter_id.',
  extensions: ['csv'],
  defaults: {
    promptId: 'soap-note-detailed',
    solver: 'generate',
    scorers: ['audit', 'rouge'],
    sliceFields: ['dataset'],
    licence: 'CC BY 4.0 (ACI-Bench; check that this file is that data)',
    citation:
      'Yim W, Fu Y, Ben Abacha A, Snider N, Lin T, Yetisgen M. Aci-bench: a Novel Ambient Clinical Intelligence Dataset for Benchmarking Automatic Visit Note Generation. Sci Data 10, 586 (2023).',
    language: 'en',
  },
  async *read(files) {
    const tables = await Promise.all(files.map(async (file) => ({ file, table: await openTable(file) })));
    const visits = tables.filter(({ table }) => table.columns.includes('dialogue'));
    const metadata = new Map<string, Record<string, string>>();
    for (const { file, table } of tables) {
      if (table.columns.includes('dialogue')) continue;
      if (visits.length === 0) throw missingColumn(file, 'dialogue', table);
      yield* readMetadata(file, table, metadata);
    }
    const name = createSampleNamer();
    for (const { file, table } of visits) {
      const noteColumn = ['note', 'prediction'].find((column) => table.columns.includes(column));
      if (noteColumn === undefined) throw missingColumn(file, 'note', table);
      if (!table.columns.includes('encounter_id')) throw missingColumn(file, 'encounter_id', table);
      const prefix = visits.length > 1 ? `${file.name}: ` : '';
      for await (const row of table.rows) {
        if (row.kind === 'problem') {
          yield { ...row, problem: prefix + row.problem };
          continue;
        }
        yield visit(row.values, row.line, noteColumn, metadata, name, prefix);
      }
    }
  },
};

function visit(
  values: ReadonlyMap<string, string>,
  line: number,
  noteColumn: string,
  metadata: ReadonlyMap<string, Record<string, string>>,
  name: ReturnType<typeof createSampleNamer>,
  prefix: string,
): ImportRow {
  const problem = (field: string, text: string): ImportRow => ({
    kind: 'problem',
    line,
    field,
    problem: prefix + text,
  });
  const encounter = (values.get('encounter_id') ?? '').trim();
  if (encounter === '') return problem('encounter_id', 'is empty');
  const turns = transcriptTurns(values.get('dialogue') ?? '', 'brackets');
  if (turns === null) return problem('dialogue', 'does not begin with a speaker like "[doctor]"');
  const note = values.get(noteColumn) ?? '';
  if (note.trim() === '') return problem(noteColumn, 'is empty');
  const dataset = (values.get('dataset') ?? '').trim();
  const meta = { ...(dataset === '' ? {} : { dataset }), ...metadata.get(encounter) };
  return checkedSample({ ...name(encounter), input: { turns }, target: [note], meta }, line);
}

async function* readMetadata(
  file: SourceFile,
  table: Table,
  into: Map<string, Record<string, string>>,
): AsyncIterable<ImportRow> {
  if (!table.columns.includes('encounter_id')) throw missingColumn(file, 'encounter_id', table);
  for await (const row of table.rows) {
    if (row.kind === 'problem') {
      yield { ...row, problem: `${file.name}: ${row.problem}` };
      continue;
    }
    const meta: Record<string, string> = {};
    for (const [column, cell] of row.values) {
      const value = cell.trim();
      if (value !== '' && column !== 'encounter_id' && column !== 'dataset')
        meta[RENAMED[column] ?? column] = value;
    }
    into.set((row.values.get('encounter_id') ?? '').trim(), meta);
  }
}

function missingColumn(file: SourceFile, column: string, table: Table): AppError {
  return new AppError('input/schema', `${file.name}: there is no column "${column}"`, {
    file: file.name,
    problems: [`${column}: there is no such column; the file has ${table.columns.join(', ')}`.slice(0, 500)],
  });
}
