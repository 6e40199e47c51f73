/** Outputs to score, from a run.jsonl or from predictions made elsewhere. */
import * as v from 'valibot';
import type { RunHeader, RunRecord, ScorableOutput, Selection, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { MAX_LISTED_PROBLEMS, describeIssues } from '../packs/describe-issues.ts';
import { readLines } from '../packs/lines.ts';
import type { Pack } from '../packs/pack.ts';
import { parseStrictJson } from '../packs/strict-json.ts';
import { recordKey } from './record-key.ts';
import { splitFileHeader, type RunFileHeader } from './run-file-header.ts';
import { readRunJsonl } from './run-jsonl.ts';
import { scorableOutput, withinLimit } from './scorable-output.ts';
import { WHOLE_PACK } from './selection.ts';

export interface ReadOutputs {
  /** By record key, for scoreRun. */
  readonly outputs: ReadonlyMap<string, ScorableOutput>;
  readonly selection: Selection;
  /** Null for predictions that are not a run of ours. */
  readonly run: RunHeader | null;
}

/** Other fields beside id and output are the user's own and are ignored. */
const PredictionSchema = v.object({
  id: v.string(),
  output: v.nullable(v.string()),
});

/** Tells the two forms apart by the first line. `pack` must carry its seal. */
export async function readOutputs(
  pack: Pack & { readonly seal: string },
  file: SourceFile,
): Promise<ReadOutputs> {
  return (await isRunFile(file)) ? readRun(pack, file) : readPredictions(pack, file);
}

async function isRunFile(file: SourceFile): Promise<boolean> {
  for await (const { line, text } of readLines(file.stream(), file.name)) {
    if (text.trim() === '') continue;
    const first = parseStrictJson(text, { file: file.name, firstLine: line });
    return typeof first === 'object' && first !== null && 'kind' in first && first.kind === 'run';
  }
  return false;
}

/** What a finished or half-finished run offers to the scorers; refuses a run of another pack. */
export function outputsOfRecords(
  pack: Pack & { readonly seal: string },
  header: RunHeader,
  records: Iterable<RunRecord>,
  file: string,
): ReadOutputs {
  if (header.pack.sha256 !== pack.seal) {
    throw new AppError(
      'input/seal-mismatch',
      `${file} is a run of ${header.pack.id} ${header.pack.version} with another seal than this pack's`,
      { file, expected: pack.seal, actual: header.pack.sha256, pack: header.pack.id },
    );
  }
  const outputs = new Map<string, ScorableOutput>();
  const duplicates: string[] = [];
  for (const record of records) {
    const sample = pack.samples[record.index];
    if (sample?.id !== record.id) {
      throw new AppError(
        'input/unknown-id',
        `${file}: the pack has no sample "${record.id}" at position ${record.index + 1}`,
        {
          file,
          ids: [record.id],
        },
      );
    }
    const key = recordKey(record);
    if (outputs.has(key)) duplicates.push(record.id);
    outputs.set(key, scorableOutput(record));
  }
  if (duplicates.length > 0) throw duplicateError(file, duplicates);
  return { outputs, selection: header.selection, run: header };
}

async function readRun(pack: Pack & { readonly seal: string }, file: SourceFile): Promise<ReadOutputs> {
  const records: RunRecord[] = [];
  let header: RunFileHeader | null = null;
  for await (const line of readRunJsonl(file)) {
    if (line.kind === 'run') header = line;
    else records.push(line);
  }
  if (header === null) throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
  return outputsOfRecords(pack, splitFileHeader(header).header, records, file.name);
}

async function readPredictions(pack: Pack, file: SourceFile): Promise<ReadOutputs> {
  const positions = new Map(pack.samples.map((sample, index) => [sample.id, index]));
  const outputs = new Map<string, ScorableOutput>();
  const unknown: string[] = [];
  const duplicates: string[] = [];
  let lines = 0;
  for await (const { line, text } of readLines(file.stream(), file.name)) {
    if (text.trim() === '') continue;
    lines += 1;
    const parsed = v.safeParse(PredictionSchema, parseStrictJson(text, { file: file.name, firstLine: line }));
    if (!parsed.success) {
      const problems = describeIssues(parsed.issues);
      throw new AppError(
        'input/schema',
        `${file.name}, line ${line}: ${problems[0] ?? 'has the wrong form'}`,
        {
          file: file.name,
          line,
          problems: problems.slice(0, MAX_LISTED_PROBLEMS),
        },
      );
    }
    const { id, output } = parsed.output;
    const index = positions.get(id);
    if (index === undefined) {
      unknown.push(`${id} (line ${line})`);
      continue;
    }
    const key = recordKey({ index, repeat: 0 });
    if (outputs.has(key)) duplicates.push(`${id} (line ${line})`);
    outputs.set(key, withinLimit({ text: output }));
  }
  if (lines === 0) throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
  if (unknown.length > 0) {
    throw new AppError(
      'input/unknown-id',
      `${file.name} has ${unknown.length} ids that are not in the pack: ${unknown[0] ?? ''}`,
      {
        file: file.name,
        ids: unknown.slice(0, MAX_LISTED_PROBLEMS),
        count: unknown.length,
      },
    );
  }
  if (duplicates.length > 0) throw duplicateError(file.name, duplicates);
  return { outputs, selection: WHOLE_PACK, run: null };
}

function duplicateError(file: string, duplicates: readonly string[]): AppError {
  return new AppError('input/duplicate-id', `${file} has ids more than once: ${duplicates[0] ?? ''}`, {
    file,
    ids: duplicates.slice(0, MAX_LISTED_PROBLEMS),
    count: duplicates.length,
  });
}
