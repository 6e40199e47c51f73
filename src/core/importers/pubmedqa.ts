import type { ImportRow, Importer, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { FieldProblem } from './field-problem.ts';
import { readJsonMembers } from './json-members.ts';
import type { RecordFields } from './record-fields.ts';
import { type BuildSample, inFile, recordSample, recordSamples } from './record-samples.ts';
import { type RecordRow, fileHead, jsonRow } from './records.ts';
import { createSampleNamer } from './sample-ids.ts';

const CHOICES = ['yes', 'no', 'maybe'].map((text) => ({ id: text, text }));

/**
 * PubMedQA: a question about an abstract, answered yes, no or maybe. Its files are one JSON object keyed by PMID; the
 * authors' test split is a second such file, PMID -> answer, and when it is given only its questions are taken.
 */
export const pubmedqa: Importer = {
  id: 'pubmedqa',
  title: 'PubMedQA',
  description:
    'JSON keyed by PMID with QUESTION, CONTEXTS and final_decision, or JSON lines of the same; with test_ground_truth.json beside it, only the official test questions.',
  extensions: ['json', 'jsonl'],
  // Its own field names, or its test split: PMIDs with their answers.
  recognises: (head) =>
    /"(?:final_decision|LONG_ANSWER|long_answer)"\s*:/.test(head) ||
    /^\s*\{\s*"\d+"\s*:\s*"(?:yes|no|maybe)"/.test(head),
  defaults: {
    promptId: 'yes-no-maybe',
    solver: 'rank-choices',
    scorers: ['choice'],
    sliceFields: [],
    licence: 'MIT (PubMedQA; check that this file is that data)',
    citation:
      'Jin Q, Dhingra B, Liu Z, Cohen W, Lu X. PubMedQA: A Dataset for Biomedical Research Question Answering. EMNLP-IJCNLP 2019.',
    language: 'en',
  },
  async *read(files) {
    const heads = await Promise.all(files.map(async (file) => ({ file, head: await fileHead(file) })));
    const split = new Map<string, string>();
    for (const { file, head } of heads) if (isSplit(head)) await readSplit(file, split);
    const questions = heads.filter(({ head }) => !isSplit(head));
    const [only] = questions;
    if (only === undefined) throw noQuestions(files);
    const build = sampleBuilder(split);
    const wanted = (row: ImportRow): boolean =>
      row.kind === 'problem' || split.size === 0 || split.has(sourceId(row.sample));
    if (!isKeyed(only.head)) {
      const rows = recordSamples(
        questions.map(({ file }) => file),
        [['pubid', 'PMID', 'id'], ['question']],
        build,
      );
      for await (const row of rows) if (wanted(row)) yield row;
      return;
    }
    const name = createSampleNamer();
    let number = 0;
    for (const { file } of questions) {
      for await (const row of keyedRows(file)) {
        number += 1;
        const result = recordSample(row, { name, number, file }, build);
        if (wanted(result)) yield inFile(files, file, result);
      }
    }
  },
};

function isKeyed(head: string): boolean {
  return /^\s*\{\s*"[^"]*"\s*:\s*\{/.test(head);
}

function isSplit(head: string): boolean {
  return /^\s*\{\s*"\d+"\s*:\s*"/.test(head);
}

function sourceId(sample: { readonly id: string; readonly cluster?: string | undefined }): string {
  return sample.cluster ?? sample.id;
}

async function* keyedRows(file: SourceFile): AsyncIterable<RecordRow> {
  let rows = 0;
  for await (const { line, text } of readJsonMembers(file)) {
    rows += 1;
    const row = jsonRow(file, line, text);
    if (row.kind === 'problem') {
      yield row;
      continue;
    }
    const [pmid, value] = [...row.values][0] ?? ['', null];
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      yield { kind: 'problem', line, field: pmid, problem: 'is not a JSON object' };
    else
      yield {
        kind: 'record',
        line,
        values: new Map<string, unknown>([...Object.entries(value), ['pubid', pmid]]),
      };
  }
  if (rows === 0) throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
}

async function readSplit(file: SourceFile, into: Map<string, string>): Promise<void> {
  for await (const { line, text } of readJsonMembers(file)) {
    const row = jsonRow(file, line, text);
    const [pmid, decision] = row.kind === 'record' ? ([...row.values][0] ?? []) : [];
    if (pmid === undefined || typeof decision !== 'string')
      throw new AppError('input/schema', `${file.name}, line ${line}: is not a PMID with its answer`, {
        file: file.name,
        line,
        problems: [row.kind === 'problem' ? row.problem : 'is not a PMID with its answer'],
      });
    into.set(pmid, decision);
  }
}

function sampleBuilder(split: ReadonlyMap<string, string>): BuildSample {
  return (fields, { name }) => {
    const pmid = fields.needText('pubid', 'PMID', 'id').trim();
    const decision = decisionOf(fields, pmid, split);
    const answer = fields.text('LONG_ANSWER');
    const meta = fields.meta({ year: ['YEAR'], meshes: ['MESHES'] });
    return {
      ...name(pmid),
      input: { messages: [{ role: 'user', content: fields.needText('QUESTION').trim() }] },
      documents: contexts(fields),
      ...(answer === undefined ? {} : { target: [answer.trim()] }),
      choices: CHOICES,
      ...(decision === undefined ? {} : { answer: decision }),
      ...(Object.keys(meta).length === 0 ? {} : { meta }),
    };
  };
}

function decisionOf(
  fields: RecordFields,
  pmid: string,
  split: ReadonlyMap<string, string>,
): string | undefined {
  const own = fields.text('final_decision')?.trim().toLowerCase();
  const inSplit = split.get(pmid)?.trim().toLowerCase();
  const field = fields.nameOf('final_decision');
  if (own !== undefined && inSplit !== undefined && own !== inSplit)
    throw new FieldProblem(field, `is "${own.slice(0, 60)}"; the test split says "${inSplit.slice(0, 60)}"`);
  const decision = own ?? inSplit;
  if (decision !== undefined && !CHOICES.some(({ id }) => id === decision))
    throw new FieldProblem(field, `"${decision.slice(0, 60)}" is not yes, no or maybe`);
  return decision;
}

/** The abstract's parts under their labels. The hub's copy nests them: {context: {contexts, labels}}. */
function contexts(fields: RecordFields): object[] {
  const nested = fields.raw('context');
  const inner = new Map<string, unknown>(
    typeof nested === 'object' && nested !== null ? Object.entries(nested) : [],
  );
  const texts =
    fields.raw('CONTEXTS') ?? inner.get('contexts') ?? (typeof nested === 'string' ? [nested] : []);
  const labels = fields.raw('LABELS') ?? inner.get('labels') ?? [];
  if (!Array.isArray(texts) || !texts.every((text) => typeof text === 'string'))
    throw new FieldProblem(fields.nameOf('CONTEXTS', 'context'), 'must be a list of texts');
  return texts.map((text, index) => {
    const label: unknown = Array.isArray(labels) ? labels[index] : undefined;
    return {
      id: `context-${index + 1}`,
      ...(typeof label === 'string' && label.trim() !== '' ? { title: label.trim() } : {}),
      text,
    };
  });
}

function noQuestions(files: readonly SourceFile[]): AppError {
  return new AppError('input/empty', 'there is no file with questions', {
    files: files.map(({ name }) => name),
  });
}
