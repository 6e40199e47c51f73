import type { ImportRow, Importer, SourceFile } from '../contracts.ts';
import type { Choice } from '../packs/pack.ts';
import { FieldProblem } from './field-problem.ts';
import { labelOf, questionAndChoices } from './question-choices.ts';
import { RecordFields } from './record-fields.ts';
import { recordSamples } from './record-samples.ts';
import { openRecords } from './records.ts';

const META = { subject: ['subject_name'], topic: ['topic_name'], choice_type: ['choice_type'] };
const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;

/** What the number of the right option counts from: 1 in the authors' files, 0 in the copies on the Hugging Face hub. */
type Base = 0 | 1 | 'unknown' | 'both';

/** MedMCQA. Whether `cop` counts from 0 or 1 is read from the whole file before its first row becomes a sample. */
export const medmcqa: Importer = {
  id: 'medmcqa',
  title: 'MedMCQA',
  description: 'JSON lines or CSV with id, question, opa, opb, opc, opd and cop.',
  extensions: ['jsonl', 'json', 'csv'],
  recognises: (head) => /["',\s]opa["',\s]/.test(head) && /["',\s]cop["',\s]|["',]opd["',\s]/.test(head),
  defaults: {
    promptId: 'mcq-letter',
    solver: 'rank-choices',
    scorers: ['choice'],
    sliceFields: ['subject'],
    licence: 'Apache-2.0 (MedMCQA; check that this file is that data)',
    citation:
      'Pal A, Umapathi LK, Sankarasubbu M. MedMCQA: A Large-scale Multi-Subject Multi-Choice Dataset for Medical domain Question Answering. CHIL 2022.',
    language: 'en',
  },
  async *read(files, { answersFrom }): AsyncIterable<ImportRow> {
    const bases = new Map<SourceFile, Base>();
    for (const file of files) {
      const found = await countingBase(file);
      bases.set(file, found === 'unknown' ? (answersFrom ?? found) : found);
    }
    yield* recordSamples(files, [['question']], (fields, { name, number, file }) => {
      const { question, choices, answer } = asked(fields, bases.get(file) ?? 'unknown');
      const meta = fields.meta(META);
      const explanation = fields.text('exp', 'label_rationale');
      return {
        ...name(fields.text('id')?.trim() ?? String(number)),
        input: { messages: [{ role: 'user', content: question }] },
        ...(explanation === undefined ? {} : { target: [explanation.trim()] }),
        choices,
        ...(answer === undefined ? {} : { answer }),
        ...(Object.keys(meta).length === 0 ? {} : { meta }),
      };
    });
  },
};

function asked(
  fields: RecordFields,
  base: Base,
): { question: string; choices: readonly Choice[]; answer: string | undefined } {
  const choices = LETTERS.flatMap((id): Choice[] => {
    const text = fields.text(`op${id}`);
    return text === undefined ? [] : [{ id, text: text.trim() }];
  });
  if (choices.length === 0) {
    const listed = questionAndChoices(fields);
    return { ...listed, answer: labelOf(fields, listed.choices) };
  }
  return {
    question: fields.needText('question').trim(),
    choices,
    answer: rightOption(fields, choices, base),
  };
}

/** Undefined in a test file: no number, or -1. */
function rightOption(fields: RecordFields, choices: readonly Choice[], base: Base): string | undefined {
  const given = fields.text('cop')?.trim();
  if (given === undefined || /^-1(?:\.0)?$/.test(given)) return undefined;
  const problem = (text: string): FieldProblem => new FieldProblem(fields.nameOf('cop'), text);
  const letter = choices.find(({ id }) => id === given.toUpperCase())?.id;
  if (letter !== undefined) return letter;
  const number = optionNumber(given);
  if (number === null) throw problem(`"${given.slice(0, 60)}" is none of the choices`);
  if (base === 'both') throw problem('the file has both 0 and 4: it cannot be told what they count from');
  if (base === 'unknown')
    throw problem(
      'could count from 0 or 1: the file has neither a 0 nor a 4 to tell by (on the command line, --answers-from says which)',
    );
  const id = LETTERS[number - base];
  if (id === undefined || !choices.some((choice) => choice.id === id))
    throw problem(`${number} is none of the choices`);
  return id;
}

function optionNumber(text: string): number | null {
  return /^\d(?:\.0)?$/.test(text) ? Number(text) : null;
}

async function countingBase(file: SourceFile): Promise<Base> {
  let zero = false;
  let four = false;
  const { rows } = await openRecords(file);
  for await (const row of rows) {
    if (row.kind === 'problem') continue;
    const value = new RecordFields(row.values).raw('cop');
    const number = optionNumber(String(value));
    zero ||= number === 0;
    four ||= number === 4;
  }
  if (zero) return four ? 'both' : 0;
  return four ? 1 : 'unknown';
}
