import type { Choice } from '../packs/pack.ts';
import { choiceIdOf, choicesOf } from './choices.ts';
import { FieldProblem } from './field-problem.ts';
import { inTextChoices } from './in-text-choices.ts';
import type { RecordFields } from './record-fields.ts';

/** The listed choices are the source's; the copy of them in the question is cut off, so that they are asked once. */
export function questionAndChoices(fields: RecordFields): {
  question: string;
  choices: readonly Choice[];
} {
  const text = fields.needText('question', 'Question');
  const inText = inTextChoices(text);
  const listed = fields.raw('options', 'choices');
  if (listed === undefined) {
    if (inText === null) throw new FieldProblem('options', 'there are no choices');
    return inText;
  }
  const choices = choicesOf(listed);
  if (choices === null)
    throw new FieldProblem(fields.nameOf('options', 'choices'), 'is not a list of choices');
  const same = inText !== null && inText.choices.length === choices.length;
  return { question: same ? inText.question : text.trim(), choices };
}

/** The right choice's id from its letter or text, alone or as a list of one; undefined in a test file without labels. */
export function labelOf(fields: RecordFields, choices: readonly Choice[]): string | undefined {
  const label = fields.raw('label', 'answer');
  const single: unknown = Array.isArray(label) && label.length === 1 ? label[0] : label;
  if (single === undefined || (Array.isArray(single) && single.length === 0)) return undefined;
  const field = fields.nameOf('label', 'answer');
  if (typeof single !== 'string') throw new FieldProblem(field, 'must be one letter');
  const id = choiceIdOf(single, choices);
  if (id === null) throw new FieldProblem(field, `"${single.slice(0, 60)}" is none of the choices`);
  return id;
}
