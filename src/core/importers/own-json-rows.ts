/**
 * Rows of a JSON file of one's own, whichever way they are kept: an object a line, a list of objects, objects under
 * their ids ({"q1": {...}}), or a list under one name ({"data": [...]}).
 */
import type { SourceFile } from '../contracts.ts';
import { AppError } from '../errors.ts';
import { readLines } from '../packs/lines.ts';
import { readJsonMembers } from './json-members.ts';
import { type RecordRow, fileHead, jsonRow } from './records.ts';

export async function* ownJsonRows(file: SourceFile): AsyncIterable<RecordRow> {
  let rows = 0;
  for await (const row of rowsIn(file, await fileHead(file))) {
    rows += 1;
    yield row;
  }
  if (rows === 0) throw new AppError('input/empty', `${file.name} is empty`, { file: file.name });
}

function rowsIn(file: SourceFile, head: string): AsyncIterable<RecordRow> {
  if (/^\s*\[/.test(head)) return textRows(file, readJsonMembers(file));
  if (isOneObject(head, file.name)) return memberRows(file);
  return textRows(file, readLines(file.stream(), file.name));
}

/** Whether the file is one object whose members are the rows, and not an object a line. */
function isOneObject(head: string, name: string): boolean {
  const [first = '', ...rest] = head.trimStart().split('\n');
  if (!first.startsWith('{')) return false;
  if (rest.some((line) => line.trim() !== '')) return !first.trimEnd().endsWith('}');
  try {
    const values = Object.entries(JSON.parse(first) as object);
    // `input` as an object is a sample of the pack format.
    return values.every(
      ([key, value]: [string, unknown]) => typeof value === 'object' && value !== null && key !== 'input',
    );
  } catch {
    // One line that goes on behind the head.
    return /\.json$/i.test(name) && /^\{\s*"[^"]*"\s*:\s*[[{]/.test(first);
  }
}

async function* textRows(
  file: SourceFile,
  texts: AsyncIterable<{ readonly line: number; readonly text: string }>,
): AsyncIterable<RecordRow> {
  for await (const { line, text } of texts) if (text.trim() !== '') yield jsonRow(file, line, text);
}

async function* memberRows(file: SourceFile): AsyncIterable<RecordRow> {
  for await (const { line, text } of readJsonMembers(file)) {
    const row = jsonRow(file, line, text);
    if (row.kind === 'problem') {
      yield row;
      continue;
    }
    const [key, value] = [...row.values][0] ?? ['', null];
    if (Array.isArray(value)) {
      for (const item of value as unknown[]) yield objectRow(line, key, item);
    } else yield objectRow(line, key, value, key);
  }
}

/** `id`: the key an object stands under, where it has no id of its own. */
function objectRow(line: number, key: string, value: unknown, id?: string): RecordRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'problem', line, field: key, problem: 'is not a JSON object' };
  const values = new Map<string, unknown>(Object.entries(value));
  if (id !== undefined && !values.has('id')) values.set('id', id);
  return { kind: 'record', line, values };
}
