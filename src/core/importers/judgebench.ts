import type { Importer } from '../contracts.ts';
import { FieldProblem } from './field-problem.ts';
import { recordSamples } from './record-samples.ts';

const CHOICES = [
  { id: 'A', text: 'Response A is better' },
  { id: 'B', text: 'Response B is better' },
];

/**
 * JudgeBench: which of two responses is the better one. Pairs made of one question share a cluster. The second game of
 * the protocol, with the responses swapped, is a run with the choices in the other order, not a second sample.
 */
export const judgebench: Importer = {
  id: 'judgebench',
  title: 'JudgeBench',
  description: 'JSON lines with pair_id, question, response_A, response_B and label ("A>B" or "B>A").',
  extensions: ['jsonl', 'json'],
  defaults: {
    promptId: 'mcq-letter',
    solver: 'rank-choices',
    scorers: ['choice'],
    sliceFields: ['source'],
    licence: 'MIT (JudgeBench; check that this file is that data)',
    citation:
      'Tan S, Zhuang S, Montgomery K, et al. JudgeBench: A Benchmark for Evaluating LLM-based Judges. ICLR 2025.',
    language: 'en',
  },
  read: (files) =>
    recordSamples(files, [['pair_id'], ['question'], ['response_A'], ['response_B']], (fields, { name }) => {
      const identity = name(fields.needText('pair_id').trim());
      const original = fields.text('original_id')?.trim();
      const label = fields.text('label')?.replace(/\s/g, '').toUpperCase();
      if (label !== undefined && label !== 'A>B' && label !== 'B>A')
        throw new FieldProblem(fields.nameOf('label'), `"${label.slice(0, 60)}" is not "A>B" or "B>A"`);
      const question = fields.needText('question').trim();
      const meta = fields.meta({ source: ['source'], response_model: ['response_model'] });
      return {
        ...identity,
        ...(original === undefined ? {} : { cluster: original }),
        input: {
          messages: [
            {
              role: 'user',
              content: `Both responses above answer the following. Which one is better?\n\n${question}`,
            },
          ],
        },
        documents: [
          { id: 'response-a', title: 'Response A', text: fields.needText('response_A') },
          { id: 'response-b', title: 'Response B', text: fields.needText('response_B') },
        ],
        choices: CHOICES,
        ...(label === undefined ? {} : { answer: label === 'A>B' ? 'A' : 'B' }),
        ...(Object.keys(meta).length === 0 ? {} : { meta }),
      };
    }),
};
