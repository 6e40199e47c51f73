import type { ImportRow, Importer, SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { sampleRng, shuffledOrder } from '../solvers/shuffled.ts';
import type { Choice } from '../packs/pack.ts';
import { checkedSample } from './checked-sample.ts';
import { choiceIdOf } from './choices.ts';
import { FieldProblem } from './field-problem.ts';
import { readJsonMembers } from './json-members.ts';
import { RecordFields } from './record-fields.ts';
import { jsonRow } from './records.ts';
import { createSampleNamer } from './sample-ids.ts';

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;
const CANNOT = { id: 'F', text: 'Question cannot be answered with provided documents' };
/** Documents of other patients beside or instead of those in which the answer stands. */
const DISTRACTORS = 4;
/** The whole set has 2 MB; distractors are drawn from all patients, who are held for that. */
const MAX_CHARS = 64 * 1024 * 1024;

interface Document {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

interface Patient {
  readonly id: string;
  readonly line: number;
  readonly fields: RecordFields;
  readonly documents: readonly Document[];
}

/**
 * LongHealth: questions about the many documents of a fictional patient. Each question is asked three times, as the
 * authors do: with the patient's own documents (task 1), with those of the answer among documents of other patients
 * (task 2), and with documents of others alone, where the right answer is that it cannot be answered (task 3). Which
 * documents of others are drawn depends on the question alone.
 */
export const longhealth: Importer = {
  id: 'longhealth',
  title: 'LongHealth',
  description:
    'JSON keyed by patient with texts and questions (answer_a to answer_e, correct, answer_location); each question is asked with its documents, among others, and with others only.',
  extensions: ['json'],
  recognises: (head) => /"texts"\s*:\s*\{\s*"text_\d+"/.test(head),
  defaults: {
    promptId: 'mcq-letter',
    solver: 'rank-choices',
    scorers: ['choice'],
    sliceFields: ['task', 'answerable'],
    licence: 'Not stated here: see kbressem/LongHealth, and check that this file is that data',
    citation:
      'Adams L, Busch F, Han T, et al. LongHealth: A Question Answering Benchmark with Long Clinical Documents. arXiv:2401.14490 (2024).',
    language: 'en',
    documents: { order: 'shuffled', fit: 'leave-out' },
  },
  async *read(files) {
    const name = createSampleNamer();
    for (const file of files) {
      const patients: Patient[] = [];
      for await (const one of patientsOf(file)) {
        if ('documents' in one) patients.push(one);
        else yield one;
      }
      for (const patient of patients) {
        const others = patients.filter(({ id }) => id !== patient.id).flatMap(({ documents }) => documents);
        yield* questionRows(patient, others, name);
      }
    }
  },
};

async function* patientsOf(
  file: SourceFile,
): AsyncIterable<Patient | Extract<ImportRow, { kind: 'problem' }>> {
  let chars = 0;
  let members = 0;
  for await (const { line, text } of readJsonMembers(file)) {
    members += 1;
    chars += text.length;
    if (chars > MAX_CHARS)
      throw new AppError('input/too-large', `${file.name} is longer than ${MAX_CHARS} characters`, {
        file: file.name,
        maxChars: MAX_CHARS,
      });
    const row = jsonRow(file, line, text);
    if (row.kind === 'problem') {
      yield row;
      continue;
    }
    const [id = '', value] = [...row.values][0] ?? [];
    try {
      yield patientOf(id, value, line);
    } catch (thrown) {
      if (!(thrown instanceof FieldProblem)) throw thrown;
      yield { kind: 'problem', line, field: thrown.field, problem: thrown.message };
    }
  }
  if (members === 0) throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
}

function patientOf(id: string, value: unknown, line: number): Patient {
  if (!isObject(value)) throw new FieldProblem(id, 'is not a patient with texts and questions');
  const texts = value['texts'];
  if (!isObject(texts) || Object.keys(texts).length === 0)
    throw new FieldProblem(`${id}.texts`, 'is not an object of documents');
  if (!Array.isArray(value['questions'])) throw new FieldProblem(`${id}.questions`, 'is not a list');
  const documents = Object.entries(texts).map(([key, text]): Document => {
    if (typeof text !== 'string') throw new FieldProblem(`${id}.texts.${key}`, 'must be text');
    return { id: `${id}/${key}`, title: `Document ${key.replace(/^text_/, '')}`, text };
  });
  return { id, line, fields: new RecordFields(new Map(Object.entries(value))), documents };
}

function* questionRows(
  patient: Patient,
  others: readonly Document[],
  name: ReturnType<typeof createSampleNamer>,
): Iterable<ImportRow> {
  const questions = patient.fields.raw('questions');
  for (const [at, question] of (Array.isArray(questions) ? (questions as unknown[]) : []).entries()) {
    const field = `${patient.id}.questions.${at}`;
    try {
      if (!isObject(question)) throw new FieldProblem(field, 'is not an object');
      for (const sample of samplesOf(patient, question, at, others)) {
        yield checkedSample({ ...sample, ...name(sample.id), cluster: patient.id }, patient.line);
      }
    } catch (thrown) {
      if (!(thrown instanceof FieldProblem)) throw thrown;
      yield {
        kind: 'problem',
        line: patient.line,
        field: thrown.field === field ? field : `${field}.${thrown.field}`,
        problem: thrown.message,
      };
    }
  }
}

function samplesOf(
  patient: Patient,
  question: Readonly<Record<string, unknown>>,
  at: number,
  others: readonly Document[],
): readonly ({ readonly id: string } & object)[] {
  const fields = new RecordFields(new Map(Object.entries(question)));
  const choices = LETTERS.flatMap((id): Choice[] => {
    const text = fields.text(`answer_${id}`);
    return text === undefined ? [] : [{ id, text: text.trim() }];
  });
  if (choices.length < 2) throw new FieldProblem('answer_a', 'there are fewer than two choices');
  const correct = fields.needText('correct');
  // The text of a choice first: a choice may read "A".
  const byText = choices.filter(({ text }) => text === correct.trim());
  const answer = byText.length === 1 ? byText[0]?.id : choiceIdOf(correct, choices);
  if (answer === null || answer === undefined)
    throw new FieldProblem('correct', `"${correct.slice(0, 60)}" is none of the choices`);
  const stands = standsIn(fields.raw('answer_location'), patient);
  const own = patient.documents.map((document) => ({
    ...document,
    // Where nobody says in which documents the answer stands, it may stand in any.
    needed: stands.size === 0 || stands.has(document.id),
  }));
  const key = `${patient.id}/${fields.text('No')?.trim() ?? at}`;
  const drawn = shuffledOrder(others.length, sampleRng(0, key))
    .slice(0, DISTRACTORS)
    .flatMap((place) => others[place] ?? []);
  const sample = (task: string, documents: readonly object[], more: object) => ({
    id: `${key}/${task}`,
    input: { messages: [{ role: 'user', content: fields.needText('question').trim() }] },
    documents,
    ...more,
  });
  const meta = (task: string, answerable: boolean) => ({
    meta: { task, answerable, ...patient.fields.meta({ diagnosis: ['diagnosis'] }) },
  });
  const withCannot = [...choices, CANNOT];
  const first = sample('task1', own.map(plain), { choices, answer, ...meta('own documents', true) });
  if (drawn.length === 0) return [first];
  return [
    first,
    sample('task2', [...own.filter(({ needed }) => needed).map(plain), ...drawn], {
      choices: withCannot,
      answer,
      ...meta('among others', true),
    }),
    sample('task3', drawn, { choices: withCannot, answer: CANNOT.id, ...meta('others only', false) }),
  ];
}

function plain({ needed, ...document }: Document & { readonly needed: boolean }): object {
  return needed ? { ...document, needed } : document;
}

/** Ids of the documents named in answer_location, whose values are the places within them. */
function standsIn(location: unknown, patient: Patient): ReadonlySet<string> {
  if (!isObject(location)) return new Set();
  const named = new Set(Object.keys(location).map((key) => `${patient.id}/${key}`));
  return new Set(patient.documents.map(({ id }) => id).filter((id) => named.has(id)));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
