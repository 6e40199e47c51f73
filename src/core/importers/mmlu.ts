import type { ImportRow, Importer, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { checkedSample } from './checked-sample.ts';
import { choiceIdOf } from './choices.ts';
import { type CsvRow, readCsvRows } from './csv-rows.ts';
import { FieldProblem } from './field-problem.ts';
import { questionAndChoices } from './question-choices.ts';
import type { RecordFields } from './record-fields.ts';
import { inFile, recordSamples } from './record-samples.ts';
import { fileHead } from './records.ts';
import { createSampleNamer } from './sample-ids.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** MMLU: one CSV per subject without a header: question, choices, letter. Rows are numbered over all files from one. */
export const mmlu: Importer = {
  id: 'mmlu',
  title: 'MMLU',
  description:
    'CSV without a header (question, A, B, C, D, letter), the subject from the file name; or rows with question, choices and answer.',
  extensions: ['csv', 'jsonl', 'json'],
  resemblesOwnTables: true,
  defaults: {
    promptId: 'mcq-letter',
    solver: 'rank-choices',
    scorers: ['choice'],
    sliceFields: ['subject'],
    licence: 'MIT (MMLU; check that this file is that data)',
    citation:
      'Hendrycks D, Burns C, Basart S, et al. Measuring Massive Multitask Language Understanding. ICLR 2021.',
    language: 'en',
  },
  async *read(files) {
    const [first] = files;
    if (first !== undefined && (await hasNames(first))) {
      yield* recordSamples(files, [['question']], namedRow);
      return;
    }
    const name = createSampleNamer();
    let number = 0;
    for (const file of files) {
      const subject = subjectOf(file.name);
      let rows = 0;
      for await (const row of readCsvRows(file)) {
        if (row.cells.every((cell) => cell.trim() === '')) continue;
        number += 1;
        rows += 1;
        yield inFile(files, file, bareRow(row, name(String(number)), subject));
      }
      if (rows === 0) throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
    }
  },
};

async function hasNames(file: SourceFile): Promise<boolean> {
  const head = await fileHead(file);
  const columns = (head.split(/[\r\n]/)[0] ?? '')
    .toLowerCase()
    .split(/[,\t;]/)
    .map((column) => column.trim().replace(/^"|"$/g, ''));
  return /^\s*[[{]/.test(head) || (columns.includes('question') && columns.includes('answer'));
}

function bareRow(row: CsvRow, identity: object, subject: string): ImportRow {
  const problem = (field: string | null, text: string): ImportRow => ({
    kind: 'problem',
    line: row.line,
    field,
    problem: text,
  });
  if (row.problem !== null) return problem(null, row.problem);
  const [question, ...rest] = row.cells;
  const answer = rest.pop()?.trim().toUpperCase();
  if (rest.length < 2 || answer === undefined)
    return problem(null, `has ${row.cells.length} cells; a question, its choices and the letter are needed`);
  if (question === undefined || question.trim() === '') return problem('question', 'is empty');
  const choices = rest.map((text, index) => ({ id: LETTERS[index] ?? '', text: text.trim() }));
  if (!choices.some(({ id }) => id === answer))
    return problem('answer', `"${answer.slice(0, 60)}" is none of the choices`);
  return checkedSample(
    {
      ...identity,
      input: { messages: [{ role: 'user', content: question.trim() }] },
      choices,
      answer,
      meta: { subject },
    },
    row.line,
  );
}

function namedRow(
  fields: RecordFields,
  context: { name: ReturnType<typeof createSampleNamer>; number: number; file: SourceFile },
): unknown {
  const lettered = [...LETTERS.slice(0, 10)].flatMap((id) => {
    const text = fields.text(id, `choice_${id}`, `option_${id}`);
    return text === undefined ? [] : [{ id, text: text.trim() }];
  });
  const { question, choices } =
    lettered.length < 2
      ? questionAndChoices(fields)
      : { question: fields.needText('question').trim(), choices: lettered };
  const given = fields.raw('answer');
  // The card of the hub's copy (cais/mmlu) defines the number as the index, from 0.
  const index = typeof given === 'number' ? given : /^\d$/.test(String(given)) ? Number(given) : null;
  const answer =
    index === null ? choiceIdOf(fields.needText('answer'), choices) : (choices[index]?.id ?? null);
  if (answer === null)
    throw new FieldProblem(fields.nameOf('answer'), `"${String(given).slice(0, 60)}" is none of the choices`);
  return {
    ...context.name(fields.text('id')?.trim() ?? String(context.number)),
    input: { messages: [{ role: 'user', content: question }] },
    choices,
    answer,
    meta: { subject: fields.text('subject', 'category')?.trim() ?? subjectOf(context.file.name) },
  };
}

/** "college_medicine_test.csv" -> "college_medicine". */
function subjectOf(fileName: string): string {
  const stem = (fileName.split(/[\\/]/).at(-1) ?? fileName).replace(/\.[A-Za-z0-9]+$/, '');
  return stem.replace(/_(?:test|dev|val|train)$/, '') || 'unknown';
}
