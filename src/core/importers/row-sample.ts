/** One row of a user's own table -> a sample, or the field that keeps it from being one. */
import type { ImportOptions, ImportRow } from '../contracts.ts';
import type { Choice } from '../packs/pack.ts';
import { checkedSample } from './checked-sample.ts';
import { choiceIdOf, choicesOf } from './choices.ts';
import type { FieldMap } from './field-map.ts';
import { FieldProblem } from './field-problem.ts';
import type { createSampleNamer } from './sample-ids.ts';
import { readVisitText } from './visit-text.ts';

export interface SourceRow {
  readonly line: number;
  /** Counts rows from one: the id of rows in a source without ids. */
  readonly number: number;
  /** Value of a column; undefined when the row has none. */
  readonly value: (column: string) => unknown;
}

export type AnswersFrom = ImportOptions['answersFrom'];

export function rowSample(
  row: SourceRow,
  fields: FieldMap,
  name: ReturnType<typeof createSampleNamer>,
  answersFrom?: AnswersFrom,
): ImportRow {
  try {
    return checkedSample(candidate(row, fields, name, answersFrom), row.line);
  } catch (thrown) {
    if (!(thrown instanceof FieldProblem)) throw thrown;
    return { kind: 'problem', line: row.line, field: thrown.field, problem: thrown.message };
  }
}

function candidate(
  row: SourceRow,
  fields: FieldMap,
  name: ReturnType<typeof createSampleNamer>,
  answersFrom: AnswersFrom,
): unknown {
  const raw = (field: string): unknown => {
    const column = fields.get(field);
    const value = column === undefined ? undefined : row.value(column);
    return value === null || value === '' ? undefined : value;
  };
  const text = (field: string): string | undefined => textOf(raw(field), fields.get(field) ?? field);
  const sourceId = text('id')?.trim() ?? '';
  if (fields.has('id') && sourceId === '') throw new FieldProblem(fields.get('id') ?? 'id', 'is empty');
  const choices = choicesFor(raw, fields);
  const cluster = text('cluster')?.trim();
  const target = targetOf(raw('target'), fields.get('target') ?? 'target');
  const answer = answerOf(raw('answer'), choices, fields.get('answer') ?? 'answer', answersFrom);
  const meta = metaOf(raw, fields);
  const input = inputOf(raw('messages'), text('question'), text('transcript'), text('text'));
  return {
    ...name(sourceId === '' ? String(row.number) : sourceId),
    ...(cluster === undefined || cluster === '' ? {} : { cluster }),
    ...input,
    ...(target === undefined ? {} : { target }),
    ...(choices === undefined ? {} : { choices }),
    ...(answer === undefined ? {} : { answer }),
    ...(Object.keys(meta).length === 0 ? {} : { meta }),
  };
}

/** What is asked goes in as the message; a transcript or text beside a question is what it is asked about. */
function inputOf(messages: unknown, question?: string, transcript?: string, text?: string): object {
  if (messages !== undefined) return { input: { messages } };
  const document = (id: string, content: string | undefined): object[] =>
    content === undefined ? [] : [{ id, text: content }];
  const withDocuments = (input: object, documents: readonly object[]): object =>
    documents.length === 0 ? { input } : { input, documents };
  const ask = (content: string): object => ({ messages: [{ role: 'user', content }] });
  if (question !== undefined) {
    return withDocuments(ask(question), [...document('transcript', transcript), ...document('text', text)]);
  }
  if (transcript !== undefined) {
    return withDocuments({ turns: readVisitText(transcript).turns }, document('text', text));
  }
  if (text !== undefined) return { input: ask(text) };
  throw new FieldProblem('question', 'there is no question, transcript or text');
}

function textOf(value: unknown, column: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new FieldProblem(column, 'must be text');
}

function targetOf(value: unknown, column: string): string[] | undefined {
  if (!Array.isArray(value)) {
    const single = textOf(value, column);
    return single === undefined ? undefined : [single];
  }
  return value.map((item: unknown) => textOf(item, column) ?? '');
}

function choicesFor(raw: (field: string) => unknown, fields: FieldMap): Choice[] | undefined {
  const listed = raw('choices');
  if (listed !== undefined) {
    const choices = choicesOf(listed);
    if (choices === null)
      throw new FieldProblem(fields.get('choices') ?? 'choices', 'is not a list of choices');
    return choices;
  }
  const choices = [...fields.keys()]
    .filter((field) => field.startsWith('choice_'))
    .sort()
    .flatMap((field): Choice[] => {
      const text = textOf(raw(field), fields.get(field) ?? field);
      return text === undefined ? [] : [{ id: field.slice(-1).toUpperCase(), text: text.trim() }];
    });
  return choices.length === 0 ? undefined : choices;
}

function answerOf(
  value: unknown,
  choices: readonly Choice[] | undefined,
  column: string,
  answersFrom: AnswersFrom,
): string | undefined {
  const single: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const answer = textOf(single, column)?.trim();
  if (answer === undefined || choices === undefined) return answer;
  // pandas writes 2 as "2.0" where the column has an empty cell.
  const number = /^(\d+)(?:\.0+)?$/.exec(answer)?.[1];
  const counted =
    number === undefined || answersFrom === undefined ? undefined : choices[Number(number) - answersFrom];
  const id = counted?.id ?? choiceIdOf(answer, choices);
  if (id !== null) return id;
  // Counting from zero or from one would be a guess, and a wrong guess scores every answer wrong.
  const hint =
    number === undefined || answersFrom !== undefined
      ? ''
      : '; a number could count from 0 or 1: say which, or give the letter or the text';
  throw new FieldProblem(column, `"${answer.slice(0, 60)}" is none of the choices${hint}`);
}

function metaOf(
  raw: (field: string) => unknown,
  fields: FieldMap,
): Record<string, string | number | boolean> {
  const meta: Record<string, string | number | boolean> = {};
  for (const [field, column] of fields) {
    if (!field.startsWith('meta.')) continue;
    const value = raw(field);
    if (value === undefined) continue;
    const plain = typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';
    const fits = plain ? value : JSON.stringify(value);
    if (typeof fits === 'string' && fits.length > 10_000)
      throw new FieldProblem(column, 'is too long for meta');
    meta[field.slice('meta.'.length)] = fits;
  }
  return meta;
}
