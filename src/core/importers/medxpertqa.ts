import type { Importer } from '../contracts.ts';
import { FieldProblem } from './field-problem.ts';
import { labelOf, questionAndChoices } from './question-choices.ts';
import { recordSamples } from './record-samples.ts';

const META = {
  medical_task: ['medical_task'],
  body_system: ['body_system'],
  question_type: ['question_type'],
  subject: ['subject_name'],
  topic: ['topic_name'],
};

/** MedXpertQA and the sets its authors put into the same form: choices listed in the question, in a field, or in both. */
export const medxpertqa: Importer = {
  id: 'medxpertqa',
  title: 'MedXpertQA',
  description: 'JSON lines with id, question, options and label; options may stand in the question alone.',
  extensions: ['jsonl', 'json'],
  recognises: (head) => /"(?:medical_task|body_system)"\s*:|Answer Choices:\s*\(A\)/.test(head),
  defaults: {
    promptId: 'mcq-letter',
    solver: 'rank-choices',
    scorers: ['choice'],
    sliceFields: ['medical_task', 'body_system', 'question_type'],
    licence: 'MIT (MedXpertQA; check that this file is that data)',
    citation:
      'Zuo Y, Qu S, Li Y, et al. MedXpertQA: Benchmarking Expert-Level Medical Reasoning and Understanding. arXiv:2501.18362 (2025).',
    language: 'en',
  },
  read: (files) =>
    recordSamples(files, [['id'], ['question'], ['label']], (fields, { name }) => {
      const id = fields.needText('id').trim();
      const images = fields.raw('images');
      if (Array.isArray(images) && images.length > 0)
        throw new FieldProblem('images', 'the question cannot be answered without its images');
      const { question, choices } = questionAndChoices(fields);
      const answer = labelOf(fields, choices);
      const meta = fields.meta(META);
      return {
        ...name(id),
        input: { messages: [{ role: 'user', content: question }] },
        choices,
        ...(answer === undefined ? {} : { answer }),
        ...(Object.keys(meta).length === 0 ? {} : { meta }),
      };
    }),
};
