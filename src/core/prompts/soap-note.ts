import type { PromptTemplate } from '../contracts.ts';
import { documentsText } from './documents.ts';
import { transcriptText } from './transcript.ts';

const INSTRUCTION = 'Write a SOAP note for this visit.';

/** The short instruction that the demo model was trained on. */
export const soapNote: PromptTemplate = {
  id: 'soap-note',
  version: '1',
  title: 'SOAP note, short instruction',
  template: `${INSTRUCTION}\n{documents}{transcript}`,
  render: (sample) => [
    { role: 'user', content: `${INSTRUCTION}\n${documentsText(sample)}${transcriptText(sample.input)}` },
  ],
};
