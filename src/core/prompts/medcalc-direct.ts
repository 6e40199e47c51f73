import type { PromptTemplate } from '../contracts.ts';
import { documentsText } from './documents.ts';
import { transcriptText } from './transcript.ts';

const INSTRUCTION = 'Reply with one JSON object and nothing else: {"answer": "<the result alone>"}';

/** A calculation without its working, in the form that MedCalc-Bench's evaluation reads (its direct setting). */
export const medcalcDirect: PromptTemplate = {
  id: 'medcalc-direct',
  version: '1',
  title: 'Calculation, result only, as JSON',
  template: `{documents}Task: {question}\n\n${INSTRUCTION}`,
  render: (sample) => [
    {
      role: 'user',
      content: `${documentsText(sample)}Task: ${transcriptText(sample.input)}\n\n${INSTRUCTION}`,
    },
  ],
};
