import type { Importer } from '../contracts.ts';
import { FieldProblem } from './field-problem.ts';
import { type RecordFields, notNa } from './record-fields.ts';
import { recordSamples } from './record-samples.ts';

/**
 * MEDEC / MEDIQA-CORR: a note in numbered sentences, at most one of them wrong. The target is the answer as it is to be
 * written: `<flag> <sentence id> <correction|NA>`. A test file without labels gives samples without targets.
 */
export const medec: Importer = {
  id: 'medec',
  title: 'MEDEC',
  description:
    'CSV with Text ID, Sentences, Error Flag, Error Sentence ID and Corrected Sentence (MEDIQA-CORR 2024, MEDEC).',
  extensions: ['csv', 'jsonl', 'json'],
  defaults: {
    promptId: 'medec',
    solver: 'generate',
    scorers: ['medec'],
    sliceFields: ['error_type'],
    licence: 'CC BY 4.0 (MEDEC-MS; check that this file is that data)',
    citation:
      'Ben Abacha A, Yim W, Fu Y, Sun Z, Yetisgen M, Xia F, Lin T. MEDEC: A Benchmark for Medical Error Detection and Correction in Clinical Notes. arXiv:2412.19260 (2024).',
    language: 'en',
  },
  read: (files) =>
    recordSamples(files, [['Text ID'], ['Sentences']], (fields, { name }) => {
      const target = errorLine(fields);
      const type = notNa(fields.text('Error Type'))?.trim();
      const flag = target?.split(' ')[0];
      const meta = {
        ...(flag === undefined ? {} : { error_flag: flag }),
        ...(type === undefined ? {} : { error_type: type }),
      };
      return {
        ...name(fields.needText('Text ID').trim()),
        input: { messages: [{ role: 'user', content: sentences(fields.needText('Sentences')) }] },
        ...(target === undefined ? {} : { target: [target] }),
        ...(Object.keys(meta).length === 0 ? {} : { meta }),
      };
    }),
};

function sentences(cell: string): string {
  return cell.replace(/\r\n?/g, '\n').trim();
}

/** Spreadsheets make 1 into "1.0" where the column has an empty cell. */
function wholeNumber(text: string): string | null {
  return /^\s*(-?\d+)(?:\.0*)?\s*$/.exec(text)?.[1] ?? null;
}

function errorLine(fields: RecordFields): string | undefined {
  const flagText = notNa(fields.text('Error Flag'));
  if (flagText === undefined) return undefined;
  const flag = wholeNumber(flagText);
  if (flag !== '0' && flag !== '1')
    throw new FieldProblem(fields.nameOf('Error Flag'), `"${flagText}" is not 0 or 1`);
  const idText = notNa(fields.text('Error Sentence ID')) ?? (flag === '0' ? '-1' : undefined);
  if (idText === undefined) throw new FieldProblem(fields.nameOf('Error Sentence ID'), 'is empty');
  const id = wholeNumber(idText);
  if (id === null)
    throw new FieldProblem(fields.nameOf('Error Sentence ID'), `"${idText}" is not a sentence's number`);
  const correction = notNa(fields.text('Corrected Sentence'))?.replace(/\s+/g, ' ').trim();
  return `${flag} ${id} ${correction ?? 'NA'}`;
}
