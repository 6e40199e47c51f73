/** run.jsonl: the header line, then one line per record. */
import * as v from 'valibot';
import type { RunHeader, RunRecord, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { MAX_LISTED_PROBLEMS, describeIssues } from '../packs/describe-issues.ts';
import { type TextLine, readLines } from '../packs/lines.ts';
import { parseStrictJson } from '../packs/strict-json.ts';
import type { FidelityOverride } from '../fidelity/override.ts';
import { RunFileHeaderSchema, splitFileHeader, type RunFileHeader } from './run-file-header.ts';
import { RunRecordSchema } from './run-schemas.ts';

export interface RunFile {
  readonly name: string;
  readonly header: RunHeader;
  /** Null when nobody gave a reason to use the scores of a device that failed its check. */
  readonly fidelityOverride: FidelityOverride | null;
  readonly records: readonly RunRecord[];
}

/** One line, line feed included. */
export function runLine(line: RunFileHeader | RunRecord): string {
  return `${JSON.stringify(line)}\n`;
}

/** The header line, then every record's, as text to be written piece by piece. */
export function* runJsonl(header: RunFileHeader, records: Iterable<RunRecord>): Iterable<string> {
  yield runLine(header);
  for (const record of records) yield runLine(record);
}

/** Header first, then records as they are read. Errors name file and line; nothing is skipped. */
export async function* readRunJsonl(file: SourceFile): AsyncIterable<RunFileHeader | RunRecord> {
  let seenHeader = false;
  for await (const line of readLines(file.stream(), file.name)) {
    if (line.text.trim() === '') continue;
    const value = parseStrictJson(line.text, { file: file.name, firstLine: line.line });
    if (seenHeader) yield checkLine(RunRecordSchema, value, file.name, line);
    else yield checkLine(RunFileHeaderSchema, value, file.name, line);
    seenHeader = true;
  }
  if (!seenHeader) throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
}

/** A whole run in memory. */
export async function readRunFile(file: SourceFile): Promise<RunFile> {
  let header: RunFileHeader | null = null;
  const records: RunRecord[] = [];
  for await (const line of readRunJsonl(file)) {
    if (line.kind === 'run') header = line;
    else records.push(line);
  }
  if (header === null) throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
  return { name: file.name, ...splitFileHeader(header), records };
}

function checkLine<TSchema extends v.GenericSchema>(
  schema: TSchema,
  value: unknown,
  file: string,
  { line }: TextLine,
): v.InferOutput<TSchema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const problems = describeIssues(result.issues);
  throw new AppError('input/schema', `${file}, line ${line}: ${problems[0] ?? 'has the wrong form'}`, {
    file,
    line,
    problems: problems.slice(0, MAX_LISTED_PROBLEMS),
    problemCount: problems.length,
  });
}
