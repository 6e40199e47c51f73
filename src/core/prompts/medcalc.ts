import type { PromptTemplate } from '../contracts.ts';
import { documentsText } from './documents.ts';
import { transcriptText } from './transcript.ts';

const INSTRUCTION =
  'Work out the answer step by step. Reply with one JSON object and nothing else: {"step_by_step_thinking": "<your working>", "answer": "<the result alone>"}';

/** A calculation with its working, in the form that MedCalc-Bench's evaluation reads (its zero-shot setting). */
export const medcalc: PromptTemplate = {
  id: 'medcalc',
  version: '1',
  title: 'Calculation with working, as JSON',
  template: `{documents}Task: {question}\n\n${INSTRUCTION}`,
  render: (sample) => [
    {
      role: 'user',
      content: `${documentsText(sample)}Task: ${transcriptText(sample.input)}\n\n${INSTRUCTION}`,
    },
  ],
};
