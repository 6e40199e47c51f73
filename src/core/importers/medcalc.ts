import type { Importer } from '../contracts.ts';
import { FieldProblem } from './field-problem.ts';
import { type RecordFields, notNa } from './record-fields.ts';
import { recordSamples } from './record-samples.ts';

const META = {
  calculator_id: ['Calculator ID'],
  calculator: ['Calculator Name'],
  category: ['Category'],
  output_type: ['Output Type'],
  note_id: ['Note ID'],
  note_type: ['Note Type'],
  ground_truth: ['Ground Truth Answer'],
  lower_limit: ['Lower Limit'],
  upper_limit: ['Upper Limit'],
};

/** MedCalc-Bench: a note, a calculation to be made from it, and the limits within which the result is right. */
export const medcalc: Importer = {
  id: 'medcalc',
  title: 'MedCalc-Bench',
  description:
    'CSV with Row Number, Calculator ID, Patient Note, Question, Ground Truth Answer, Lower Limit and Upper Limit (MedCalc-Bench or its Verified release).',
  extensions: ['csv', 'jsonl', 'json'],
  defaults: {
    promptId: 'medcalc',
    solver: 'generate',
    scorers: ['medcalc'],
    sliceFields: ['category', 'output_type'],
    licence: 'CC BY-SA 4.0 (MedCalc-Bench; check that this file is that data)',
    citation:
      'Khandekar N, Jin Q, Xiong G, et al. MedCalc-Bench: Evaluating Large Language Models for Medical Calculations. NeurIPS Datasets and Benchmarks 2024. Verified labels: nikhilk7153/MedCalc-Bench-Verified.',
    language: 'en',
  },
  read: (files) =>
    recordSamples(files, [['Question'], ['Ground Truth Answer']], (fields, { name, number }) => {
      const truth = notNa(fields.text('Ground Truth Answer'))?.trim();
      if (truth === undefined) throw new FieldProblem(fields.nameOf('Ground Truth Answer'), 'is empty');
      const note = fields.text('Patient Note');
      const patient = patientOf(fields);
      return {
        ...name(fields.text('Row Number')?.trim() ?? String(number)),
        ...(patient === undefined ? {} : { cluster: patient }),
        input: { messages: [{ role: 'user', content: fields.needText('Question').trim() }] },
        ...(note === undefined
          ? {}
          : { documents: [{ id: 'note', title: 'Patient note', text: note.trim() }] }),
        target: [fields.text('Ground Truth Explanation')?.trim() ?? truth],
        answer: truth,
        meta: fields.meta(META),
      };
    }),
};

/**
 * Several calculations are asked of one published case report, so its rows are not independent. The ids of template
 * notes count anew for every calculator and say nothing.
 */
function patientOf(fields: RecordFields): string | undefined {
  const extracted = fields.text('Note Type')?.trim().toLowerCase() === 'extracted';
  return extracted ? fields.text('Note ID')?.trim() : undefined;
}
