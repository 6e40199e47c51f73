import type { Importer } from '../contracts.ts';
import type { Choice } from '../packs/pack.ts';
import { choiceIdOf } from './choices.ts';
import { FieldProblem } from './field-problem.ts';
import { questionAndChoices } from './question-choices.ts';
import type { RecordFields } from './record-fields.ts';
import { recordSamples } from './record-samples.ts';

/** MedQA (USMLE, and the Chinese sets of the same form). The files have no ids: rows are numbered from one. */
export const medqa: Importer = {
  id: 'medqa',
  title: 'MedQA',
  description: 'JSON lines with question, options (letter to text), answer and answer_idx.',
  extensions: ['jsonl', 'json'],
  // Question, options and answer are anybody's words; these two are the set's own.
  recognises: (head) => /"(?:meta_info|metamap_phrases)"\s*:/.test(head),
  defaults: {
    promptId: 'mcq-letter',
    solver: 'rank-choices',
    scorers: ['choice'],
    sliceFields: ['meta_info'],
    licence: 'MIT (MedQA; check that this file is that data)',
    citation:
      'Jin D, Pan E, Oufattole N, et al. What Disease does this Patient Have? A Large-scale Open Domain Question Answering Dataset from Medical Exams. Applied Sciences 11(14), 6421 (2021).',
    language: 'en',
  },
  read: (files) =>
    recordSamples(files, [['question'], ['options']], (fields, { name, number }) => {
      const { question, choices } = questionAndChoices(fields);
      const answer = medqaAnswer(fields, choices);
      const meta = fields.meta({ meta_info: ['meta_info'] });
      return {
        ...name(fields.text('id', 'question_id')?.trim() ?? String(number)),
        input: { messages: [{ role: 'user', content: question }] },
        choices,
        ...(answer === undefined ? {} : { answer }),
        ...(Object.keys(meta).length === 0 ? {} : { meta }),
      };
    }),
};

/** `answer_idx` is the letter and `answer` the text; where both are there they must not name different choices. */
export function medqaAnswer(fields: RecordFields, choices: readonly Choice[]): string | undefined {
  const letter = onlyText(fields, 'answer_idx');
  const text = onlyText(fields, 'answer');
  const byLetter = letter === undefined ? null : choiceIdOf(letter, choices);
  const lettered = choices.find(({ id }) => id === byLetter);
  // The text of a choice may read like a letter: vitamin "C" is choice B as often as not.
  if (lettered !== undefined && text !== undefined && sameText(lettered.text, text)) return lettered.id;
  const byText = text === undefined ? null : choiceIdOf(text, choices);
  if (byLetter !== null && byText !== null && byLetter !== byText)
    throw new FieldProblem(fields.nameOf('answer'), `names choice ${byText}, answer_idx names ${byLetter}`);
  if (byLetter !== null || byText !== null) return byLetter ?? byText ?? undefined;
  const given = letter ?? text;
  if (given === undefined) return undefined;
  throw new FieldProblem(
    fields.nameOf(letter === undefined ? 'answer' : 'answer_idx'),
    `"${given.slice(0, 60)}" is none of the choices`,
  );
}

/** A list of one is that one. */
function onlyText(fields: RecordFields, field: string): string | undefined {
  const value = fields.raw(field);
  if (!Array.isArray(value)) return fields.text(field);
  const only: unknown = value[0];
  if (typeof only === 'string' && value.length === 1) return only.trim() === '' ? undefined : only;
  throw new FieldProblem(fields.nameOf(field), `names ${value.length} choices`);
}

function sameText(a: string, b: string): boolean {
  const bare = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
  return bare(a) === bare(b);
}
