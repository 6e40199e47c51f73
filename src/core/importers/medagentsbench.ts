import type { Importer } from '../contracts.ts';
import { medqaAnswer } from './medqa.ts';
import { questionAndChoices } from './question-choices.ts';
import type { RecordFields } from './record-fields.ts';
import { recordSamples } from './record-samples.ts';

const META = { subject: ['subject'], category: ['category'], source: ['src'] };

function textOrList(fields: RecordFields, field: string): string | undefined {
  const value = fields.raw(field);
  if (!Array.isArray(value)) return fields.text(field);
  const texts = value.filter((one) => typeof one === 'string' && one.trim() !== '');
  return texts.length === 0 ? undefined : texts.join('\n');
}

/** MedAgentsBench: hard questions of ten sets in the form of MedQA, each with an id of its own and some with a reason. */
export const medagentsbench: Importer = {
  id: 'medagentsbench',
  title: 'MedAgentsBench',
  description: 'JSON lines with realidx, question, options (letter to text), answer_idx and answer.',
  extensions: ['jsonl', 'json'],
  defaults: {
    promptId: 'mcq-letter',
    solver: 'rank-choices',
    scorers: ['choice'],
    sliceFields: ['subject', 'category'],
    licence: 'MIT (MedAgentsBench; check that this file is that data)',
    citation:
      'Tang X, Shao D, Sohn J, et al. MedAgentsBench: Benchmarking Thinking Models and Agent Frameworks for Complex Medical Reasoning. arXiv:2503.07459 (2025).',
    language: 'en',
  },
  read: (files) =>
    recordSamples(files, [['realidx'], ['question'], ['options']], (fields, { name }) => {
      const id = fields.needText('realidx').trim();
      const { question, choices } = questionAndChoices(fields);
      const answer = medqaAnswer(fields, choices);
      const reason = textOrList(fields, 'reason')?.trim();
      const meta = fields.meta(META);
      return {
        ...name(id),
        input: { messages: [{ role: 'user', content: question }] },
        choices,
        ...(answer === undefined ? {} : { answer }),
        ...(reason === undefined || reason === '' ? {} : { target: [reason] }),
        ...(Object.keys(meta).length === 0 ? {} : { meta }),
      };
    }),
};
