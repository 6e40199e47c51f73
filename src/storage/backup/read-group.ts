/** The files of one run or one pack of a backup, every line checked as a stored row is, and put together. */
import * as v from 'valibot';
import type { Evidence, RunRecord, SourceFile } from '../../core/contracts.ts';
import { readLines } from '../../core/packs/lines.ts';
import { parseStrictJson } from '../../core/packs/strict-json.ts';
import { recordKey } from '../../core/run/record-key.ts';
import { RunHeaderSchema, RunRecordSchema } from '../../core/run/run-schemas.ts';
import type { Annotation, BesideRecords, RecordKey, ScoreTable, StoredRun } from '../contract.ts';
import { AnnotationRowSchema, EvidenceRowSchema, RunRowSchema, ScoreRowSchema } from '../rows.ts';
import { damaged } from './backup-errors.ts';
import { createContentDigest, type ContentDigest, type MemberName } from './members.ts';

export interface Group {
  file(name: MemberName): SourceFile | null;
}

export interface RunContent {
  readonly run: StoredRun;
  readonly records: readonly RunRecord[];
  readonly beside: Required<Omit<BesideRecords, 'replace'>>;
  readonly digest: string;
}

export async function readRunGroup(group: Group, folder: string): Promise<RunContent> {
  const digest = createContentDigest();
  const lines = <Row>(name: MemberName, schema: v.GenericSchema<unknown, Row>) =>
    checkedLines(group, folder, name, schema, digest);
  const main = `${folder}/run.jsonl`;
  const [header, ...records] = await lines('run.jsonl', v.union([RunHeaderSchema, RunRecordSchema]));
  if (header?.kind !== 'run') throw damaged(main, 'its first line is not the header of a run');
  const keys = new Set<RecordKey>();
  const answered = records.map((record) => {
    if (record.kind !== 'record') throw damaged(main, 'it holds the headers of two runs');
    const key = recordKey(record);
    if (keys.has(key)) throw damaged(main, `record ${key} occurs twice`);
    keys.add(key);
    return record;
  });
  const whole = (state: object) => ({ ...state, id: header.id, header });
  const StateSchema = v.pipe(
    v.record(v.string(), v.unknown()),
    v.check((state) => v.is(RunRowSchema, whole(state)), 'is not the state of a run'),
  );
  const [state, ...more] = await lines('state.json', StateSchema);
  if (state === undefined || more.length > 0) throw damaged(`${folder}/state.json`, 'it must hold one line');
  const { id: _id, ...run } = v.parse(RunRowSchema, whole(state));

  const ofThisRun = (name: MemberName, runId: string) => {
    if (runId !== header.id)
      throw damaged(`${folder}/${name}`, `it holds something of another run, "${runId}"`);
  };
  const tables = await lines('scores.jsonl', ScoreRowSchema);
  const evidence = new Map<string, Map<RecordKey, Evidence>>();
  for (const row of await lines('evidence.jsonl', EvidenceRowSchema)) {
    ofThisRun('evidence.jsonl', row.runId);
    const table = `${row.scorerId} ${row.scorerVersion}`;
    evidence.set(
      table,
      (evidence.get(table) ?? new Map<RecordKey, Evidence>()).set(row.recordKey, row.evidence),
    );
  }
  const scores = tables.map((table): [ScoreTable, ReadonlyMap<RecordKey, Evidence>] => {
    ofThisRun('scores.jsonl', table.runId);
    const name = `${table.scorerId} ${table.scorerVersion}`;
    const found = evidence.get(name) ?? new Map<RecordKey, Evidence>();
    evidence.delete(name);
    return [table, found];
  });
  const [orphan] = evidence.keys();
  if (orphan !== undefined) throw damaged(`${folder}/evidence.jsonl`, `there are no scores of ${orphan}`);
  const annotations: readonly Annotation[] = await lines('annotations.jsonl', AnnotationRowSchema);
  for (const annotation of annotations) ofThisRun('annotations.jsonl', annotation.runId);
  return { run, records: answered, beside: { scores, annotations }, digest: digest.finish() };
}

/** The values themselves, so that a field that this version does not know is kept. An absent file has no lines. */
export async function checkedLines<Row>(
  group: Group,
  folder: string,
  name: MemberName,
  schema: v.GenericSchema<unknown, Row>,
  digest?: ContentDigest,
): Promise<Row[]> {
  const file = group.file(name);
  const rows: Row[] = [];
  if (file === null) return rows;
  for await (const { line, text } of readLines(file.stream(), file.name)) {
    const value = parseStrictJson(text, { file: file.name, firstLine: line });
    const result = v.safeParse(schema, value, { abortEarly: true });
    if (!result.success) {
      const [issue] = result.issues;
      throw damaged(`${folder}/${name}`, `line ${line}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
    }
    digest?.add(name, value);
    rows.push(value as Row); // the schema has just said so
  }
  return rows;
}
