/** Which column of a user's own table is which field of a sample. */
import { AppError } from '../errors.ts';

/** What a column can become. choice_a … choice_z and meta.<name> are open-ended. */
export const SAMPLE_FIELDS = [
  'id',
  'cluster',
  'question',
  'transcript',
  'text',
  'messages',
  'target',
  'answer',
  'choices',
] as const;

export function isSampleField(name: string): boolean {
  return (
    (SAMPLE_FIELDS as readonly string[]).includes(name) ||
    /^choice_[a-z]$/.test(name) ||
    /^meta\..+$/.test(name)
  );
}

/** Other names under which such columns are commonly found, compared in lower case with "_" for spaces and dashes. */
const COMMON_NAMES: Readonly<Record<string, readonly string[]>> = {
  id: [
    'id',
    'sample_id',
    'encounter_id',
    'qid',
    'question_id',
    'text_id',
    'pmid',
    'row_number',
    'case_id',
    'uid',
  ],
  cluster: ['cluster', 'patient', 'patient_id', 'subject_id', 'visit_id'],
  question: ['question', 'prompt', 'query', 'stem', 'input', 'instruction'],
  transcript: ['transcript', 'dialogue', 'dialog', 'conversation'],
  text: ['text', 'context', 'document', 'passage', 'source_text'],
  messages: ['messages'],
  target: [
    'target',
    'reference',
    'note',
    'summary',
    'reference_note',
    'ideal',
    'expected',
    'gold_note',
    'completion',
  ],
  answer: [
    'answer',
    'label',
    'gold',
    'correct',
    'correct_answer',
    'correct_option',
    'answer_key',
    'final_decision',
  ],
  choices: ['choices', 'options', 'answer_choices'],
};

/** Sample field -> column. */
export type FieldMap = ReadonlyMap<string, string>;

/** The user's map, checked against the columns there are; without one, the obvious columns, the rest as meta. */
export function resolveFields(
  columns: readonly string[],
  map: Readonly<Record<string, string>>,
  file: string,
): FieldMap {
  const entries = Object.entries(map);
  if (entries.length === 0) return guessFields(columns);
  for (const [field, column] of entries) {
    if (!isSampleField(field)) throw notAField(field);
    if (!columns.includes(column)) {
      throw new AppError('input/option', `${file} has no column "${column}"`, {
        option: 'map',
        column,
        file,
        known: columns,
      });
    }
  }
  return new Map(entries);
}

export function guessFields(columns: readonly string[]): FieldMap {
  const fields = new Map<string, string>();
  const plain = (name: string): string =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_');
  const free = new Set(columns);
  // In the order of the columns, so that the first of several that mean the same is taken.
  const byName = new Map<string, { readonly column: string; readonly at: number }[]>();
  for (const [at, column] of columns.entries()) {
    const name = plain(column);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [{ column, at }]);
    else same.push({ column, at });
  }
  const take = (field: string, names: readonly string[]): void => {
    const [first] = names
      .flatMap((name) => byName.get(name) ?? [])
      .filter(({ column }) => free.has(column))
      .sort((a, b) => a.at - b.at);
    if (first === undefined) return;
    fields.set(field, first.column);
    free.delete(first.column);
  };
  for (const [field, names] of Object.entries(COMMON_NAMES)) {
    for (const name of names) if (!fields.has(field)) take(field, [name]);
  }
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    take(`choice_${letter}`, [`choice_${letter}`, `option_${letter}`, `op${letter}`, letter]);
  }
  for (const column of free) {
    const name = column.trim().slice(0, 100);
    if (name !== '') fields.set(`meta.${name}`, column);
  }
  return fields;
}

/**
 * The command line's `--map column=field,...`. The other way round (field=column) is understood too where only that
 * reading names a sample's field.
 */
export function parseFieldMap(text: string): Record<string, string> {
  const map: Record<string, string> = {};
  for (const pair of text.split(',')) {
    const { column, field } = readPair(pair);
    if (map[field] !== undefined) {
      throw new AppError('input/option', `two columns are mapped to "${field}"`, { option: 'map', field });
    }
    map[field] = column;
  }
  return map;
}

function readPair(pair: string): { column: string; field: string } {
  const split = (at: number): [string, string] => [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  // A field's name has no "=" in it, a column's may.
  const [column, field] = split(pair.lastIndexOf('='));
  const [otherField, otherColumn] = split(pair.indexOf('='));
  if (!pair.includes('=') || column === '' || field === '') {
    throw new AppError('input/option', `"${pair}" is not column=field`, { option: 'map', pair });
  }
  if (isSampleField(field)) return { column, field };
  if (isSampleField(otherField)) return { column: otherColumn, field: otherField };
  throw notAField(field);
}

function notAField(field: string): AppError {
  return new AppError('input/option', `"${field}" is not a field of a sample`, {
    option: 'map',
    field,
    known: [...SAMPLE_FIELDS, 'choice_a', 'meta.<name>'],
  });
}
