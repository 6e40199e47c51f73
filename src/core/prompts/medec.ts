import type { PromptTemplate } from '../contracts.ts';
import { transcriptText } from './transcript.ts';

const INSTRUCTION = `Below is a clinical note in numbered sentences. Either the whole note is correct, or exactly one sentence has a medical error.
Answer with one line and nothing else:
- if there is no error: 0 -1 NA
- if there is an error: 1, the number of the wrong sentence, and that sentence corrected, with one space between them`;

/** Asks for the one line that MEDIQA-CORR 2024 takes as a submission. */
export const medec: PromptTemplate = {
  id: 'medec',
  version: '1',
  title: 'Find and correct a medical error, one line',
  template: `${INSTRUCTION}\n\n{sentences}`,
  render: (sample) => [{ role: 'user', content: `${INSTRUCTION}\n\n${transcriptText(sample.input)}` }],
};
